"""The photograph of a talk's attendance sheet: kept, replaced, removed, and seen in scope only."""

import datetime as dt
import io

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from accounts.models import AuditEvent
from infopost.models import Service
from tests.factories.desk import ServiceFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TALK = {
    "topic": "info",
    "given": "told",
    "women": "24",
    "men": "8",
    "happened_on_day": "24",
    "happened_on_month": "11",
    "happened_on_year": "2026",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def desk(client, sari):
    """Sari's browser."""
    client.force_login(sari)
    return client


def photo(color="red"):
    content = io.BytesIO()
    Image.new("RGB", (40, 30), color).save(content, "PNG")
    return SimpleUploadedFile("foto.png", content.getvalue(), content_type="image/png")


def sent(desk, service=None, **more):
    name, keys = ("gathering_change", [service.pk]) if service else ("gathering_note", [])
    return desk.post(reverse(f"infopost:{name}", args=[*keys, new_id()]), TALK | more)


def test_sheet_is_kept_sealed_and_shown(desk):
    sent(desk, sheet=photo())
    service = Service.objects.get()

    shown = desk.get(reverse("infopost:gathering_sheet", args=[service.pk]))

    assert (shown["Content-Type"], shown["Cache-Control"], shown.content[:2]) == ("image/jpeg", "no-store", b"\xff\xd8")
    assert AuditEvent.objects.latest("pk").fields == ["sheet"]


def test_sheet_stays_when_something_else_is_corrected_is_replaced_and_removed(desk):
    sent(desk, sheet=photo())
    service = Service.objects.get()
    names = [service.sheet.name]
    for version, more in (("1", {}), ("2", {"sheet": photo("blue")}), ("3", {"drops_sheet": "on"})):
        sent(desk, service, version=version, **more)
        service.refresh_from_db()
        names.append(service.sheet.name)

    assert (names[0] == names[1], names[1] == names[2], names[3]) == (True, False, "")
    assert desk.get(reverse("infopost:gathering_sheet", args=[service.pk])).status_code == 404


def test_what_is_no_photograph_says_so_and_keeps_the_rest(desk):
    page = sent(desk, sheet=SimpleUploadedFile("a.jpg", b"x" * 50), hamlet="Mangsit")

    assert list(page.context["form"].errors) == ["sheet"]
    assert page.context["form"]["hamlet"].value() == "Mangsit"


def test_visit_of_one_has_no_sheet(sari):
    service = ServiceFactory(village=sari.region, noted_by=sari)
    service.sheet = "attendance/a.jpg"

    with pytest.raises(ValidationError):
        service.validate_constraints()


def test_sheet_is_seen_in_scope_only(desk, client_of, budi, rina, dewi):
    sent(desk, sheet=photo())
    url = reverse("infopost:gathering_sheet", args=[Service.objects.get().pk])

    assert [client_of(user).get(url).status_code for user in (rina, budi, dewi)] == [200, 404, 404]
