"""An administrator notes which villages are in a programme."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.memberships import add_membership, change_membership
from accounts.models import AuditEvent
from regions.models import ProgrammeMembership
from tests.factories.regions import MembershipFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

ANSWERS = {
    "programme": "DESMIGRATIF",
    "since_day": "",
    "since_month": "",
    "since_year": "2017",
    "decree_number": "",
    "decree_date_day": "",
    "decree_date_month": "",
    "decree_date_year": "",
    "source": "Berita 2017",
    "status": "active",
}


@pytest.fixture
def browser(client_of, adi):
    return client_of(adi)


def create_address(village):
    return reverse("accounts:membership_create", args=[village.code, new_id()])


def stored():
    return list(
        ProgrammeMembership.objects.values_list("village", "since_year", "since", "decree_number", "decree_date")
    )


def test_membership_create_keeps_what_is_known_and_leaves_the_rest_empty(browser, korleko):
    answer = browser.post(create_address(korleko), ANSWERS)

    assert answer.url == f"/wilayah/{korleko.code}/"
    assert stored() == [("5203172006", 2017, None, "", None)]


def test_membership_create_notes_the_act_with_columns_but_no_values(browser, korleko, adi):
    browser.post(create_address(korleko), ANSWERS)

    event = AuditEvent.objects.get(act="region_changed")
    assert (event.actor, event.region_code, event.record_id) == (
        adi,
        "5203172006",
        str(ProgrammeMembership.objects.get().pk),
    )
    assert event.fields == sorted(
        ["programme", "since_year", "since", "decree_number", "decree_date", "source", "status"]
    )


def test_membership_create_resent_gives_one_record(browser, korleko):
    address = create_address(korleko)

    answers = [browser.post(address, ANSWERS).url for _ in range(2)]

    assert (answers, len(stored())) == ([f"/wilayah/{korleko.code}/"] * 2, 1)


def test_membership_create_with_other_content_shows_both(browser, korleko):
    address = create_address(korleko)
    browser.post(address, ANSWERS)

    page = browser.post(address, ANSWERS | {"since_year": "2018"})

    assert [row for row in page.context["compared"] if row["differs"]] == [
        {"label": "Ikut sejak", "saved": "2017", "yours": "2018", "differs": True}
    ]
    assert len(stored()) == 1


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        ({"since_year": ""}, {"since": ["Isi tanggalnya, atau tahunnya saja bila hanya itu yang diketahui."]}),
        ({"since_month": "3"}, {"since": ["Isi tanggal lengkap, atau tahunnya saja."]}),
        ({"since_year": "2015"}, {"__all__": ["Program dimulai tahun 2016. Isi tahun 2016 atau sesudahnya."]}),
        (
            {"decree_number": "12", "decree_date_year": "2017"},
            {"decree_date": ["Isi tanggal lengkap: tanggal, bulan, dan tahun."]},
        ),
        (
            {"decree_date_day": "1", "decree_date_month": "3", "decree_date_year": "2017"},
            {"__all__": ["Isi nomor keputusan, atau kosongkan tanggalnya."]},
        ),
        (
            {"programme": "LAIN"},
            {"programme": ["Masukkan pilihan yang valid. LAIN bukan salah satu dari pilihan yang tersedia."]},
        ),
    ],
)
def test_membership_create_says_what_to_do(browser, korleko, wrong, errors):
    page = browser.post(create_address(korleko), ANSWERS | wrong)

    assert page.context["form"].errors == errors
    assert stored() == []


def test_membership_of_the_same_programme_is_corrected_instead(browser, korleko):
    MembershipFactory(village=korleko)

    page = browser.post(create_address(korleko), ANSWERS)

    assert page.context["form"].non_field_errors() == [
        "Desa ini sudah tercatat dalam program tersebut. Ubah catatan yang ada."
    ]


def test_membership_create_is_for_villages_only(browser, korleko):
    assert browser.get(f"/wilayah/{korleko.parent_id}/program/baru/").status_code == 404


def test_membership_change_adds_a_decree_that_was_found(browser, korleko):
    membership = MembershipFactory(village=korleko)
    found = {"decree_number": "12/2017", "decree_date_day": "1", "decree_date_month": "3", "decree_date_year": "2017"}

    browser.post(
        reverse("accounts:membership_change", args=[membership.pk, new_id()]), ANSWERS | found | {"version": 1}
    )

    membership.refresh_from_db()
    assert (membership.decree_number, str(membership.decree_date), membership.version) == ("12/2017", "2017-03-01", 2)
    assert AuditEvent.objects.get(act="region_changed").fields == ["decree_date", "decree_number"]


def test_membership_change_of_an_older_version_shows_both(browser, korleko):
    membership = MembershipFactory(village=korleko, version=2, source="Keputusan Bupati")

    page = browser.post(reverse("accounts:membership_change", args=[membership.pk, new_id()]), ANSWERS | {"version": 1})

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("Keputusan Bupati", "Berita 2017")
    ]
    membership.refresh_from_db()
    assert membership.source == "Keputusan Bupati"


@pytest.mark.parametrize("person", ["sari", "rina", "dewi"])
def test_memberships_are_written_by_administrators_only(request, korleko, person):
    user = request.getfixturevalue(person)
    membership = MembershipFactory(village=korleko)

    with pytest.raises(PermissionDenied):
        change_membership(by=user, membership_id=membership.pk, version=1, values={"status": "ended"})
    with pytest.raises(PermissionDenied):
        add_membership(by=user, village=korleko, membership_id=new_id(), values={"programme": "EMAS"})
