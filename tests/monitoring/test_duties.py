"""What waits for whom, and how pressing it is."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from households.choices import Origin, Relation
from monitoring import duties
from tests.factories.households import ClosingFactory, ConsentFactory, PersonFactory, VisitFactory
from tests.monitoring.conftest import family, known, member

DAY = dt.date(2026, 11, 23)


def settled(officer, name, *, registered="2026-11-01", **options):
    """A family for which nothing waits."""
    household = family(officer, registered, **options)
    ConsentFactory(household=household)
    member(household, name, relation=Relation.HEAD)
    return household


def bereaved(officer, name, died="2026-11-10"):
    """A family whose head has died, noted at noon of that day."""
    household = settled(officer, name)
    household.members.update(died_on=died, died_precision="day", died_known_at=known(died))
    PersonFactory(household=household, name=f"Anak {name}")
    return household


def found(user):
    return {waiting.duty.code: waiting for waiting in duties.waiting(user, DAY)}


def test_nothing_waits_in_a_settled_village(sari):
    settled(sari, "Ani")

    assert duties.waiting(sari, DAY) == []


def test_family_to_check_waits_until_it_is_right(sari):
    household = settled(sari, "Ani", needs_check=True)
    before = found(sari)["perlu-dicek"].total
    household.needs_check = False
    household.save()

    assert (before, found(sari)) == (1, {})


@pytest.mark.parametrize(("seen", "waits"), [("2026-05-22", True), ("2026-05-23", False)])
def test_family_waits_for_a_visit_half_a_year_after_it_was_seen(sari, seen, waits):
    household = settled(sari, "Ani", registered="2025-01-01")
    VisitFactory(household=household, visited_on=seen)

    assert ("perlu-pemutakhiran" in found(sari)) == waits


def test_visits_that_wait_are_counted_and_the_oldest_is_named(sari):
    settled(sari, "Ani", registered="2026-02-01")
    old = settled(sari, "Bayu", registered="2024-01-01")
    VisitFactory(household=old, visited_on="2025-12-01")

    waiting = found(sari)["perlu-pemutakhiran"]

    assert (waiting.total, waiting.oldest, waiting.lines) == (2, dt.date(2025, 12, 1), ())


def test_death_of_a_head_waits_for_a_successor_and_leads_to_the_choice(sari):
    household = bereaved(sari, "Ani")

    ((urgency, line),) = found(sari)["tanpa-kepala"].lines

    assert (urgency.word, line.name, line.act, line.url) == (
        "Terlambat 6 hari",
        "Anak Ani",
        "Pilih kepala baru",
        f"{household.get_absolute_url()}kepala-keluarga/",
    )


def test_death_of_the_last_member_waits_for_nobody(sari):
    bereaved(sari, "Ani").members.filter(name="Anak Ani").delete()

    assert "tanpa-kepala" not in found(sari)


def test_longest_waiting_have_a_line_of_their_own_and_the_rest_is_counted(sari):
    for day in (14, 11, 13, 12):
        bereaved(sari, f"Warga {day}", died=f"2026-11-{day}")

    waiting = found(sari)["tanpa-kepala"]

    assert [line.name for _, line in waiting.lines] == ["Anak Warga 11", "Anak Warga 12", "Anak Warga 13"]
    assert (waiting.total, waiting.rest) == (4, 1)


@pytest.mark.parametrize(("origin", "waits"), [(Origin.FORM, True), (Origin.IMPORT, False)])
def test_consent_waits_where_an_officer_asked_the_family(sari, origin, waits):
    settled(sari, "Ani", origin=origin).consents.all().delete()

    assert ("tanpa-persetujuan" in found(sari)) == waits


def test_nothing_waits_in_a_closed_family(sari):
    ClosingFactory(household=settled(sari, "Ani", needs_check=True), closed_on=DAY)

    assert found(sari) == {}


def test_everybody_sees_what_waits_where_he_reads_names(sari, budi, rina, dewi, adi):
    settled(sari, "Ani", needs_check=True)
    settled(budi, "Bayu", needs_check=True)

    assert [duties.totals(user, DAY) for user in (sari, budi, rina, dewi, adi)] == [
        {"perlu-dicek": 1}, {"perlu-dicek": 1}, {"perlu-dicek": 2}, {}, {},
    ]  # fmt: skip


def test_coordinator_counts_village_by_village(sari, budi, rina):
    settled(sari, "Ani", needs_check=True)
    bereaved(budi, "Bayu")
    bereaved(budi, "Cici")

    assert duties.counts_by_village(rina, DAY) == {
        "5203172006": {duties.FAMILIES: 1, "perlu-dicek": 1},
        "5203212002": {duties.FAMILIES: 2, "tanpa-kepala": 2},
    }


def test_duties_ask_the_same_number_of_queries(sari):
    asked = []
    for names in (("Ani",), ("Bayu", "Cici", "Dedi", "Eka")):
        for name in names:
            bereaved(sari, name)
            settled(sari, name, registered="2025-01-01", needs_check=True)
        with CaptureQueriesContext(connection) as queries:
            duties.waiting(sari, DAY)
        asked.append(len(queries))

    assert asked == [3, 3]


def test_codes_of_duties_are_different_words():
    assert len(duties.BY_CODE) == len(duties.DUTIES)
