"""What the village's post did, in numbers: each visit on its day, what was taken back nowhere, heads at talks."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import UNKNOWN
from monitoring.indicators.lens import Lens
from monitoring.indicators.post import ANSWER, AUDIENCE, DOCUMENT, HEARD, KIND, OFFICE, PEOPLE, REFUSED, SAID, TOPIC
from monitoring.links import list_url
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.households import build
from tests.factories.desk import FamilyCallFactory, ServiceFactory
from tests.factories.files import CandidateFactory, DocumentHelpFactory, ReferralFactory
from tests.factories.letters import LetterFactory
from tests.monitoring.conftest import NOW, family, member, on, went


def lens_of(user, period="2026-11"):
    return Lens.on(user, place_for(user, ""), Period.parse(period), NOW)


def counted(user, code, period="2026-11"):
    """The number, and its parts and sums by code, of what is not zero."""
    rows = BY_CODE[code].rows(lens_of(user, period))
    total, parts = counting.in_parts(rows, (*BY_CODE[code].parts, *BY_CODE[code].sums))[()]
    return total, {name: {key: n for key, n in found.items() if n} for name, found in parts.items()}


@pytest.fixture
def book(sari):
    """Korleko's register: three visits in November, one of them a mistake, a talk, and a visit in October."""
    for topic, day in (("info", "2026-11-01"), ("letter", "2026-11-23"), ("info", "2026-10-31")):
        ServiceFactory(village=sari.region, noted_by=sari, topic=topic, happened_on=on(day))
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=on("2026-11-05"), withdrawn_at=timezone.now())
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=on("2026-11-10"), gathering=True)


def test_services_are_counted_on_their_days_and_what_was_taken_back_is_not(sari, book):
    total, parts = counted(sari, "P1.1")

    assert (total, parts[TOPIC.code], parts[PEOPLE.code]) == (3, {"info": 2, "letter": 1}, {"people": 34})
    assert counted(sari, "P1.1", "2026-10")[0] == 1


def test_talks_are_counted_with_the_heads_that_came(sari, book):
    total, parts = counted(sari, "P1.2")

    assert (total, parts[AUDIENCE.code]) == (1, {"L": 8, "P": 24})


def test_village_counts_no_visit_of_its_neighbour(sari, budi, book):
    ServiceFactory(village=budi.region, noted_by=budi, happened_on=on("2026-11-03"))

    assert counted(sari, "P1.1")[0] == 3


def test_visit_stays_the_villages_when_the_visitor_moves_away(sari, budi):
    ani = member(family(sari, "2026-10-05"), "Ani")
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=on("2026-11-03"), person=ani)
    ani.household.village = ani.village = budi.region
    ani.household.save()
    ani.save()

    assert (counted(sari, "P1.1")[0], counted(budi, "P1.1")[0]) == (1, 0)


def test_report_has_a_chapter_of_the_post(sari, book):
    report = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW)
    (chapter,) = [section for section in report.sections if section.code == "pos"]
    topics, talks = (table for table in chapter.tables if table.code in ("keperluan", "penyuluhan"))

    assert [(row.label, row.cells[0].count) for row in (*topics.rows, topics.total)] == [
        ("Informasi berangkat aman", 2), ("Surat desa", 1), ("Jumlah", 3),
    ]  # fmt: skip
    assert topics.note == "Orang yang dilayani: 34, termasuk yang hadir di penyuluhan."
    assert [(row.label, row.cells[0].count) for row in (*talks.rows, talks.total)] == [
        ("Laki-laki", 8), ("Perempuan", 24), ("Jumlah", 32),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["sari", "rina"])
def test_list_behind_the_number_names_the_visits(who, request, sari, book, client_of):
    reader = request.getfixturevalue(who)
    with time_machine.travel(NOW + dt.timedelta(minutes=1), tick=False):
        page = client_of(reader).get(list_url("P1.1", sari.region_id, "2026-11")).content.decode()
        register = client_of(reader).get("/layanan/daftar/?bulan=2026-11")

    assert ("Penyuluhan di Dusun Gubuk Timuk, 32 orang" in page, "surat desa" in page) == (True, True)
    assert ("/layanan/daftar/?bulan=2026-11" in page, register.status_code) == (True, 200)


@pytest.mark.parametrize(
    ("called", "heard"),
    [("2026-11-23", "recent"), ("2026-10-24", "recent"), ("2026-10-23", "quiet"), ("2026-08-25", "quiet"),
     ("2026-08-24", "old"), ("2026-11-24", UNKNOWN)],
)  # fmt: skip
def test_people_abroad_are_told_apart_by_the_last_talk_with_the_family(sari, called, heard):
    trip = went(member(family(sari, "2026-10-05"), "Ani"), departed="2024-05-01")
    FamilyCallFactory(trip=trip, called_on=on(called))

    assert counted(sari, "P1.9") == (1, {HEARD.code: {heard: 1}})


def test_call_that_reached_nobody_or_was_a_mistake_is_no_contact(sari):
    trip = went(member(family(sari, "2026-10-05"), "Ani"), departed="2024-05-01")
    FamilyCallFactory(trip=trip, called_on=on("2026-11-20"), said="not_reached")
    FamilyCallFactory(trip=trip, called_on=on("2026-11-21"), withdrawn_at=timezone.now())

    assert (counted(sari, "P1.8"), counted(sari, "P1.9")) == (
        (1, {SAID.code: {"not_reached": 1}}), (1, {HEARD.code: {UNKNOWN: 1}}),
    )  # fmt: skip


def test_calls_are_listed_with_what_the_family_said(sari, client_of):
    FamilyCallFactory(
        trip=went(member(family(sari, "2026-10-05"), "Ani"), departed="2024-05-01"), called_on=on("2026-11-20")
    )
    with time_machine.travel(NOW, tick=False):
        page = client_of(sari).get(list_url("P1.8", sari.region_id, "2026-11")).content.decode()

    assert ("Ani" in page, "baik, ada kabar · telepon · 20 November 2026" in page) == (True, True)


def test_documents_and_referrals_are_counted_on_their_days(sari):
    trip = CandidateFactory(person=member(family(sari, "2026-10-05"), "Ani"))
    for kind, day in (("passport", "2026-11-02"), ("passport", "2026-11-03"), ("medical", "2026-10-31")):
        DocumentHelpFactory(trip=trip, kind=kind, helped_on=on(day))
    ReferralFactory(trip=trip, referred_on=on("2026-11-10"))
    ReferralFactory(trip=trip, referred_on=on("2026-11-11"), withdrawn_at=timezone.now())

    assert counted(sari, "P1.3") == (2, {DOCUMENT.code: {"passport": 2}})
    assert counted(sari, "P1.10") == (1, {OFFICE.code: {"ltsa": 1}, ANSWER.code: {UNKNOWN: 1}})


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("P1.3", "paspor · sedang diurus · 5 November 2026"),
        ("P1.10", "LTSA (layanan terpadu satu atap) · mendaftar sebagai calon PMI · 10 November 2026 · belum dijawab"),
    ],
)
def test_documents_and_referrals_are_listed_under_their_candidate(sari, client_of, code, facts):
    trip = CandidateFactory(person=member(family(sari, "2026-10-05"), "Ani"))
    DocumentHelpFactory(trip=trip, kind="passport", state="process", helped_on=on("2026-11-05"))
    ReferralFactory(trip=trip, office="ltsa", reason="register", referred_on=on("2026-11-10"))
    with time_machine.travel(NOW, tick=False):
        page = client_of(sari).get(list_url(code, sari.region_id, "2026-11")).content.decode()

    assert ("Ani" in page, facts in page) == (True, True)


def test_departures_are_told_apart_by_how_they_are_known(sari):
    ani = member(family(sari, "2026-10-05"), "Ani")
    went(ani, departed="2026-11-05", told="2026-11-05", evidence="document")
    report = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW)
    (chapter,) = [section for section in report.sections if section.code == "pos"]
    (table,) = [table for table in chapter.tables if table.code == "bukti-pergerakan"]

    assert [[row.label, *(cell.count for cell in row.cells)] for row in table.rows if row.cells[0].count] == [
        ["Dokumen dilihat", 1, 0]
    ]


def test_movements_told_late_or_without_a_date_are_told_apart_by_how_they_are_known(sari):
    ani, budi = (member(family(sari, "2026-10-05"), name) for name in ("Ani", "Badrun"))
    went(ani, departed="2026-09-05", told="2026-11-05", evidence="document")
    went(budi, departed="2026-11-05", departed_precision="unknown", told="2026-11-05", evidence="refused")
    report = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW)
    (chapter,) = [section for section in report.sections if section.code == "pos"]

    assert {
        table.code: [(row.label, row.cells[0].count) for row in table.rows if row.cells[0].count]
        for table in chapter.tables
        if table.code.startswith("bukti-")
    } == {
        "bukti-pergerakan": [],
        "bukti-susulan": [("Dokumen dilihat", 1)],
        "bukti-tanpa-tanggal": [("Tidak bersedia menjawab", 1)],
    }


def test_departure_and_return_of_one_journey_count_by_their_own_evidence(sari, client_of):
    ani = member(family(sari, "2026-08-05"), "Ani")
    known = {"evidence": "document", "departed_evidence": "told"}
    went(ani, prospective="2026-08-05", departed="2026-10-05", returned="2026-11-05", told="2026-11-05", **known)

    found = {
        (period, code): {part: n for part, n in parts["bukti"].items() if n}
        for period in ("2026-09", "2026-10", "2026-11")
        for code, (_, parts) in {code: counted(sari, code, period) for code in MOVED}.items()
    }
    with time_machine.travel(NOW, tick=False):
        page = client_of(sari).get(list_url("P1.4.1", sari.region_id, "2026-10")).content.decode()

    # As a candidate and after the return by papers; abroad, and when she left, as the family told.
    assert {part: told for part, told in found.items() if told} == {
        ("2026-09", "G2"): {"document": 1}, ("2026-10", "G2"): {"told": 1}, ("2026-11", "G2"): {"document": 1},
        ("2026-10", "G2.2"): {"told": 1}, ("2026-10", "P1.4.1"): {"told": 1}, ("2026-11", "P1.4.2"): {"document": 1},
    }  # fmt: skip
    assert "diketahui dari: diceritakan keluarga" in page


MOVED = ("G2", "G2.2", "P1.4.1", "P1.4.2")


def letters(officer):
    """A letter given in November, one given then and withdrawn since, one that waits, and one that was refused."""
    ani = member(family(officer, "2026-10-05"), "Ani")
    LetterFactory(person=ani, signed=True)
    LetterFactory(
        person=ani, signed=True, state="withdrawn", withdrawn_on=on("2026-11-22"), withdrawn_at=timezone.now(),
        withdrawn_by=officer, withdrawn_reason="Data orang tuanya keliru",
    )  # fmt: skip
    LetterFactory(person=ani, kind="cover")
    LetterFactory(person=ani, refused=True)


def test_letters_given_and_refused_are_counted_apart(sari):
    letters(sari)

    assert counted(sari, "P1.11") == (2, {KIND.code: {"family": 2}})
    assert counted(sari, "P1.12") == (1, {KIND.code: {"family": 1}, REFUSED.code: {"absent": 1}})


@pytest.mark.parametrize("who", ["sari", "rina"])
def test_letters_are_listed_by_their_numbers(who, request, sari, client_of):
    letters(sari)
    reader = request.getfixturevalue(who)
    with time_machine.travel(NOW, tick=False):
        given = client_of(reader).get(list_url("P1.11", sari.region_id, "2026-11")).content.decode()
        refused = client_of(reader).get(list_url("P1.12", sari.region_id, "2026-11")).content.decode()

    assert given.count("surat izin keluarga · nomor 470/") == 2
    assert "surat izin keluarga · pemberi izin tidak datang sendiri · 20 November 2026 · ditolak" in refused
