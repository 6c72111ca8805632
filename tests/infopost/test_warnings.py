"""An officer warns at his village's post: deeds, never names; for the village or the kabupaten, until a day."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from infopost.actions import change_warning, load_facts, note_warning, restore_warning, withdraw_warning
from infopost.models import VillageWarning
from tests.factories.infopost import VillageWarningFactory
from tests.factories.regions import MembershipFactory
from tests.walk.html import Page
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

KIOSK, NEIGHBOUR, FAR = "/pos/5203172006/", "/pos/5203212002/", "/pos/3307102004/"
ANSWERS = {
    "poses_as": "petugas kementerian",
    "how": "Datang ke rumah dan minta uang muka.",
    "since_month": "10",
    "since_year": "2026",
    "until_day": "31",
    "until_month": "12",
    "until_year": "2026",
    "no_names": "on",
}
VALUES = {
    "poses_as": "petugas kementerian",
    "how": "Datang ke rumah dan minta uang muka.",
    "until": dt.date(2026, 12, 31),
    "for_regency": False,
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def kiosks(korleko, lenek_lauk, kuripan):
    """The three villages take part in the programme."""
    load_facts()
    for village in (korleko, lenek_lauk, kuripan):
        MembershipFactory(village=village)


def create_address():
    return reverse("infopost:warning_create", args=[new_id()])


def warned(client, *addresses):
    return ["petugas kementerian" in client.get(address).content.decode() for address in addresses]


def test_warning_is_shown_at_the_villages_own_post(client, kiosks, sari):
    note_warning(by=sari, warning_id=new_id(), values=VALUES)

    assert warned(client, KIOSK, NEIGHBOUR, FAR, "/info/") == [True, False, False, False]


def test_warning_for_the_kabupaten_is_shown_there_and_no_further(client, kiosks, sari):
    note_warning(by=sari, warning_id=new_id(), values=VALUES | {"for_regency": True})

    assert warned(client, KIOSK, NEIGHBOUR, FAR) == [True, True, False]


@pytest.mark.parametrize(("until", "shown"), [(dt.date(2026, 11, 24), True), (dt.date(2026, 11, 23), False)])
def test_warning_goes_by_itself_after_its_last_day(client, kiosks, sari, until, shown):
    VillageWarningFactory(noted_by=sari, until=until)

    assert warned(client, KIOSK) == [shown]


def test_warning_is_taken_off_and_put_back(client, kiosks, sari):
    warning = VillageWarningFactory(noted_by=sari)

    withdraw_warning(by=sari, warning_id=warning.pk, version=1)
    off = warned(client, KIOSK)
    restore_warning(by=sari, warning_id=warning.pk, version=2)

    assert (off, warned(client, KIOSK)) == ([False], [True])
    assert (
        list(AuditEvent.objects.values_list("act", "fields", "region_code"))
        == [("changed", ["withdrawn_at"], "5203172006")] * 2
    )


def test_warning_leads_nowhere_and_names_no_officer(client, kiosks, sari):
    VillageWarningFactory(noted_by=sari)

    page = client.get(KIOSK).content.decode()

    assert Page(page).faults == []
    assert ("Sejak Oktober 2026. Dari petugas Desa Korleko, 24 November 2026." in page, sari.full_name in page) == (
        True,
        False,
    )


def test_warnings_take_as_many_queries_for_many_as_for_one(client, kiosks, sari, django_assert_max_num_queries):
    VillageWarningFactory.create_batch(9, noted_by=sari, for_regency=True)

    with django_assert_max_num_queries(3):
        client.get(KIOSK)


def test_note_and_change_are_noted_without_their_words(sari):
    warning = note_warning(by=sari, warning_id=new_id(), values=VALUES)
    changed = change_warning(by=sari, warning_id=warning.pk, version=1, values=VALUES | {"how": "Menelepon."})

    assert (changed.how, changed.version) == ("Menelepon.", 2)
    assert [event.fields for event in AuditEvent.objects.order_by("pk")] == [sorted(VALUES), ["how"]]


def test_warning_of_a_stranger_or_an_older_version_is_refused(sari, budi):
    warning = VillageWarningFactory(noted_by=sari, version=2)

    for act in (withdraw_warning, restore_warning):
        with pytest.raises(VillageWarning.DoesNotExist):
            act(by=budi, warning_id=warning.pk, version=2)
    with pytest.raises(StaleVersion):
        change_warning(by=sari, warning_id=warning.pk, version=1, values=VALUES)


@pytest.mark.parametrize("person", ["rina", "agus", "dewi", "adi"])
def test_warnings_are_kept_by_officers_only(request, client_of, person):
    user = request.getfixturevalue(person)

    assert client_of(user).get("/pos-desa/peringatan/").status_code == 404
    with pytest.raises(PermissionDenied):
        note_warning(by=user, warning_id=new_id(), values=VALUES)


def test_warning_is_written_changed_and_taken_off_on_the_pages(client_of, sari):
    client, address = client_of(sari), create_address()

    client.post(address, ANSWERS)
    again = client.post(address, ANSWERS).status_code
    warning = VillageWarning.objects.get()
    client.post(
        reverse("infopost:warning_change", args=[warning.pk, new_id()]),
        ANSWERS | {"for_regency": "on", "version": "1"},
    )
    stand = reverse("infopost:warning_stand", args=[warning.pk, new_id()])
    client.post(stand, {"what": "withdraw", "version": "2"})

    warning.refresh_from_db()
    assert (again, warning.for_regency, warning.withdrawn_at is None, warning.version) == (302, True, False, 3)
    page = client.get("/pos-desa/peringatan/")
    assert (page.context["shown"], page.context["over"]) == ([], [warning])


def test_warning_of_an_older_version_shows_both(client_of, sari):
    warning = VillageWarningFactory(noted_by=sari, version=2, poses_as="pegawai bank")

    page = client_of(sari).post(
        reverse("infopost:warning_change", args=[warning.pk, new_id()]), ANSWERS | {"version": "1"}
    )

    assert ("pegawai bank", "petugas kementerian") in [(row["saved"], row["yours"]) for row in page.context["compared"]]


@pytest.mark.parametrize(
    ("wrong", "field", "error"),
    [
        ({"how": "Pak Budi minta uang."}, "how", "Hapus: Pak Budi."),
        ({"poses_as": "sponsor, telepon 0812-3456-7890"}, "poses_as", "Hapus: 0812-3456-7890."),
        ({"no_names": ""}, "no_names", "Beri tanda bila sudah dilakukan."),
        ({"until_year": "2025"}, "until", "Pilih hari ini atau sesudahnya, paling lama satu tahun lagi."),
        ({"until_year": "2029"}, "until", "Pilih hari ini atau sesudahnya, paling lama satu tahun lagi."),
        ({"until_day": ""}, "until", "Isi tanggal lengkap: tanggal, bulan, dan tahun."),
        ({"since_year": "2027"}, "since", "Tanggal ini belum terjadi. Periksa lagi tahunnya."),
    ],
)
def test_warning_that_cannot_be_says_what_to_do_and_keeps_what_was_typed(client_of, sari, wrong, field, error):
    page = client_of(sari).post(create_address(), ANSWERS | wrong)

    assert list(page.context["form"].errors) == [field]
    assert error in page.context["form"].errors[field][0]
    assert page.context["form"]["how"].value() == (ANSWERS | wrong)["how"]
    assert VillageWarning.objects.count() == 0
