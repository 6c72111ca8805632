"""The page that says who opened or changed a family or a person."""

import datetime as dt

import pytest
import time_machine

from accounts import audit
from accounts.models import Act, AuditEvent
from households.actions import change_household, change_person, change_trip
from households.actions.revealing import reveal_number
from households.choices import Evidence, Relation, Sex, Stage
from households.entries import AddressEntry, MemberEntry, TripEntry
from households.models import Circumstances, Household, Need, Person, Remittance, Trip
from tests.factories.households import PersonFactory
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 20)
REASON = "Mencocokkan dengan kartu"


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def family(place):
    return f"{place.household.get_absolute_url()}riwayat/"


@pytest.fixture
def head(place):
    return f"{place.head.get_absolute_url()}riwayat/"


def told(response):
    return [(event["title"], event["text"]) for event in response.context["events"]]


def change_all(place, by):
    """The address, the head's name and his journey, one after the other."""
    home, entry = place.household, MemberEntry(name="Lalu Ahmad", sex=Sex.MALE, relation=Relation.HEAD)
    change_household(by=by, household_id=home.pk, version=1, address=AddressEntry("Dasan Baru", home.rt, home.rw))
    change_person(by=by, person_id=place.head.pk, version=1, entry=entry, today=TODAY)
    back = TripEntry(Stage.RETURNED, "MY", "plantation", PartialDate(dt.date(2026, 3, 4), "day"), Evidence.TOLD)
    change_trip(by=by, trip_id=place.trip.pk, version=1, entry=back, today=TODAY)


def test_history_of_a_family_is_told_in_words(client_of, place, family, sari):
    change_all(place, sari)

    lines = told(client_of(sari).get(family))

    assert lines == [
        ("Sari Wulandari (Anda) membuka halaman keluarga ini", "Keterangan: riwayat ini"),
        (
            "Sari Wulandari (Anda) memperbarui perjalanan Lalu Ahmad",
            "Yang berubah: pulang",
        ),
        (
            "Sari Wulandari (Anda) mengubah data Lalu Ahmad",
            "Yang berubah: tanggal lahir, ketelitian tanggal lahir, nama lengkap, NIK, alasan tanpa NIK",
        ),
        (
            "Sari Wulandari (Anda) mengubah alamat atau kartu keluarga ini",
            "Yang berubah: alamat, nomor KK, dusun",
        ),
        ("Sari Wulandari (Anda) mendaftarkan keluarga ini", ""),
    ]


def test_history_of_a_person_leaves_the_others_out(client_of, place, head, sari):
    change_all(place, sari)
    audit.record(Act.VIEWED, by=sari, on=place.child, region=place.village.pk)

    assert [title for title, _ in told(client_of(sari).get(head))] == [
        "Sari Wulandari (Anda) membuka halaman Lalu Ahmad",
        "Sari Wulandari (Anda) memperbarui perjalanan Lalu Ahmad",
        "Sari Wulandari (Anda) mengubah data Lalu Ahmad",
    ]


def test_coordinator_and_officer_see_each_other(client_of, place, family, rina, sari):
    client_of(rina).get(place.household.get_absolute_url())

    titles = [title for title, _ in told(client_of(sari).get(family))]

    assert titles[:2] == [
        "Sari Wulandari (Anda) membuka halaman keluarga ini",
        "Rina Astuti membuka halaman keluarga ini",
    ]


def test_only_changes_are_shown_when_asked(client_of, place, family, sari):
    audit.record(Act.VIEWED, by=sari, on=place.head, region=place.village.pk)

    titles = [title for title, _ in told(client_of(sari).get(family, {"perubahan": "1"}))]

    assert titles == ["Sari Wulandari (Anda) mendaftarkan keluarga ini"]


def test_line_that_no_officer_wrote_is_the_systems(client_of, place, head, sari):
    audit.record(Act.CHANGED, on=place.head, region=place.village.pk, fields=["sex"])

    lines = told(client_of(sari).get(head, {"perubahan": "1"}))

    assert [text for _, text in lines] == ["Yang berubah: jenis kelamin"]
    assert lines[0][0].startswith("Sistem mengubah data ")


def test_number_that_was_shown_is_told_with_its_reason(client_of, place, head, rina, sari):
    reveal_number(by=rina, record=place.head, column="nik", reason=REASON)

    title, text = told(client_of(sari).get(head))[1]

    assert (title, text) == (
        f"Rina Astuti melihat nomor {place.head.name}",
        f"Yang dilihat: NIK · Keterangan: {REASON}",
    )


def test_act_without_a_phrase_of_its_own_is_told_by_its_word(client_of, place, head, sari):
    audit.record(Act.REPORTED, by=sari, on=place.trip, region=place.village.pk, reason="untuk berkas desa")

    title, text = told(client_of(sari).get(head))[1]

    assert (title, text) == (
        f"Sari Wulandari (Anda) membuat laporan perjalanan {place.head.name}",
        "Keterangan: untuk berkas desa",
    )


def test_name_with_braces_stays_as_it_was_typed(client_of, place, head, sari):
    Person.objects.filter(pk=place.head.pk).update(name="{name} {0}")

    assert told(client_of(sari).get(head))[0][0] == "Sari Wulandari (Anda) membuka halaman {name} {0}"


def test_moments_are_in_the_villages_time(client_of, place, head, sari):
    with time_machine.travel(dt.datetime(2026, 11, 20, 16, 30, tzinfo=dt.UTC), tick=False):
        audit.record(Act.VIEWED, by=sari, on=place.head, region=place.village.pk)

    assert client_of(sari).get(head).context["events"][1]["when"] == "21 November 2026, 00.30 WITA"


def test_history_is_a_reading_of_the_record(client_of, place, head, rina):
    client_of(rina).get(head)

    event = AuditEvent.objects.get(act=Act.VIEWED)
    assert (event.actor, event.record_id, event.region_code, event.reason) == (
        rina,
        str(place.head.pk),
        "5203172006",
        "riwayat ini",
    )


def test_history_shows_lines_of_its_own_record_only(client_of, neighbours, sari, budi):
    own, other = neighbours["5203172006"], neighbours["5203212002"]
    audit.record(Act.CHANGED, by=budi, on=other.head, region=other.village.pk, fields=["name"])

    titles = [title for title, _ in told(client_of(sari).get(f"{own.household.get_absolute_url()}riwayat/"))]

    assert [title for title in titles if "Budi" in title] == []


def test_history_goes_on_and_back_by_keyset(client_of, place, head, sari):
    lines = [audit.record(Act.CHANGED, by=sari, on=place.head, region=place.village.pk) for _ in range(60)]
    client, shown, url = client_of(sari), [], f"{head}?perubahan=1"
    for edge in ("next_url", "next_url", "previous_url", ""):
        page = client.get(url)
        shown.append(len(page.context["events"]))
        url = f"{head}{page.context[edge]}" if edge else ""

    assert (len(lines), shown) == (60, [25, 25, 10, 25])


def test_edge_of_another_record_shows_the_first_page(client_of, place, head, sari):
    foreign = audit.record(Act.LISTED, by=sari)
    newer = audit.record(Act.CHANGED, by=sari, on=place.head, region=place.village.pk)

    page = client_of(sari).get(head, {"perubahan": "1", "sesudah": foreign.pk})

    assert (newer.pk > foreign.pk, len(told(page))) == (True, 1)


@pytest.mark.parametrize("edge", ["x", "-1", "9" * 30, "", "\x00"])
def test_unknown_edge_shows_the_first_page(client_of, place, head, sari, edge):
    assert len(told(client_of(sari).get(head, {"sesudah": edge}))) == 1


def test_history_asks_the_same_number_of_queries(client_of, place, family, sari, django_assert_num_queries):
    client = client_of(sari)
    client.get(family)
    with django_assert_num_queries(8):
        client.get(family)

    for person in [PersonFactory(household=place.household) for _ in range(8)]:
        audit.record(Act.CHANGED, by=sari, on=person, region=place.village.pk, fields=["name"])

    with django_assert_num_queries(8):
        client.get(family)


def test_every_column_that_changes_has_a_name_for_people():
    upkept = {
        "id",
        "version",
        "search_name",
        "sort_name",
        "member_names",
        "has_more_names",
        "created_at",
        "created_by",
        "changed_at",
        "changed_by",
    }
    upkept |= {"household", "person", "import_batch"}
    english = [
        f"{model.__name__}.{field.name}"
        for model in (Household, Person, Trip, Circumstances, Need, Remittance)
        for field in model._meta.fields
        if field.name not in upkept and field.verbose_name == field.name.replace("_", " ") and "_" in field.name
    ]

    assert english == []
