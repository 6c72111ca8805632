"""The keepers weigh a danger sign anew, or say it in other words."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from infopost.actions import change_sign, load_facts
from infopost.models import Sign
from tests.factories.infopost import SignFactory
from tests.infopost.offers import SAFE
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

ANSWERS = {"weight": "3", "reason": "Visanya bukan visa kerja.", "law": "", "source": "Situs contoh", "version": "1"}


def change_address(sign):
    return reverse("infopost:sign_change", args=[sign.pk, new_id()])


def test_sign_that_is_weighed_anew_changes_the_answer_to_families(client, client_of, dewi):
    load_facts()
    sign = Sign.objects.get(code="D01")
    post = ("/info/tawaran/periksa/", SAFE | {"visa": "lain"})
    before = client.post(*post).context["verdict"].colour.value

    client_of(dewi).post(change_address(sign), ANSWERS | {"law": sign.law})

    assert (before, client.post(*post).context["verdict"].colour.value) == ("red", "amber")
    assert load_facts().kept == 1


def test_sign_notes_columns_but_no_values(dewi):
    sign = SignFactory()

    change_sign(by=dewi, sign_id=sign.pk, version=1, values={"weight": 3, "reason": sign.reason})

    assert AuditEvent.objects.get().fields == ["weight"]


def test_sign_that_cannot_wait_is_never_light(client_of, dewi):
    sign = SignFactory()

    page = client_of(dewi).post(change_address(sign), ANSWERS | {"is_urgent": "on"})

    assert page.context["form"].errors == {"weight": ["Tanda yang mendesak mempunyai bobot 5."]}


def test_sign_of_an_older_version_shows_both(client_of, dewi):
    sign = SignFactory(version=2)

    page = client_of(dewi).post(change_address(sign), ANSWERS)

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [("5", "3")]


@pytest.mark.parametrize("person", ["sari", "rina", "agus"])
def test_signs_are_kept_by_the_ministry_and_administrators_only(request, client_of, person):
    user, sign = request.getfixturevalue(person), SignFactory()

    assert [client_of(user).get(path).status_code for path in ("/fakta/tanda/", change_address(sign))] == [404, 404]
    with pytest.raises(PermissionDenied):
        change_sign(by=user, sign_id=sign.pk, version=1, values={"weight": 1})
