"""Deaths and closings in the numbers: to the day, and never in a period that is over."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from households.models import Household, Person
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from tests.factories.households import ClosingFactory, HouseholdFactory, PersonFactory, VisitFactory
from tests.monitoring.conftest import NOW, family, known, member, on, went

STOCKS = ("G1.1", "G1.2", "G1.3", "G1.4", "G1.5", "G2", "G2.2")
EVERYBODY, NOBODY = [1, 1, 2, 2, 1, 1, 1], [0] * 7


def counted(user, period, *codes):
    lens = Lens.on(user, place_for(user), Period.parse(period), NOW)
    return [BY_CODE[code].count(lens) for code in codes or STOCKS]


@pytest.fixture
def home(sari):
    """A family of a mother abroad and her child."""
    ani = member(family(sari, "2026-01-05"), "Ani", sex="P", relation="head")
    member(ani.household, "Bayu", sex="L", born="2012-03-09")
    went(ani, "TW", departed="2024-05-01")
    return ani.household


@pytest.mark.parametrize(
    ("day", "october"),
    [("2026-10-31", [1, 0, 1, 0, 0, 0, 0]), ("2026-11-01", EVERYBODY), ("2026-10-01", [1, 0, 1, 0, 0, 0, 0])],
)
def test_dead_worker_counts_until_the_day_before(sari, home, day, october):
    Person.objects.filter(name="Ani").update(died_on=on(day), died_precision="day", died_known_at=known("2026-11-20"))

    assert counted(sari, "2026-10") == october
    assert counted(sari, "2026-09") == EVERYBODY
    assert counted(sari, "2026-11") == [1, 0, 1, 0, 0, 0, 0]


@pytest.mark.parametrize(("day", "october"), [("2026-10-31", [1, 1, 1, 1, 0, 1, 1]), ("2026-11-01", EVERYBODY)])
def test_dead_child_counts_until_the_day_before(sari, home, day, october):
    Person.objects.filter(name="Bayu").update(died_on=on(day), died_precision="day", died_known_at=known(day))

    assert counted(sari, "2026-10") == october


@pytest.mark.parametrize(("day", "october"), [("2026-10-31", NOBODY), ("2026-11-01", EVERYBODY)])
def test_closed_family_counts_until_the_day_before(sari, home, day, october):
    ClosingFactory(household=home, closed_on=on(day))

    assert (counted(sari, "2026-10"), counted(sari, "2026-09")) == (october, EVERYBODY)


@pytest.mark.parametrize(("back", "october"), [("2026-10-31", EVERYBODY), ("2026-11-01", NOBODY)])
def test_reopened_family_counts_from_that_day_and_not_before(sari, home, back, october):
    ClosingFactory(
        household=home,
        closed_on=on("2026-08-15"),
        reopened_on=on(back),
        reopened_known_at=known(back),
        reopened_by=sari,
    )

    assert [counted(sari, f"2026-{month}") for month in ("07", "08", "09", "10", "11")] == [
        EVERYBODY, NOBODY, NOBODY, october, EVERYBODY,
    ]  # fmt: skip


def test_what_happened_stays_counted_after_a_closing_and_a_death(sari, home):
    went(member(home, "Dedi"), "MY", departed="2026-10-10", told="2026-10-12")
    before = counted(sari, "2026-10", "P1.4.1") + counted(sari, "2026-01", "G1.8")
    Person.objects.filter(name="Dedi").update(died_on=on("2026-10-20"), died_precision="day", died_known_at=NOW)
    ClosingFactory(household=home, closed_on=on("2026-01-20"))

    assert counted(sari, "2026-10", "P1.4.1") + counted(sari, "2026-01", "G1.8") == before == [1, 1]


@pytest.mark.slow  # a hundred small worlds
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ends=st.lists(st.dates(on("2026-01-01"), on("2026-02-28")), max_size=4, unique=True), day=st.data())
def test_family_is_closed_on_exactly_the_days_between(db, ends, day):
    day = day.draw(st.dates(on("2026-01-01"), on("2026-02-28")))
    household, ends = HouseholdFactory(), sorted(ends)
    closings = []
    for first, last in zip(ends[::2], [*ends[1::2], None][: len(ends[::2])], strict=True):
        reopened = {"reopened_on": last, "reopened_known_at": NOW, "reopened_by": household.created_by} if last else {}
        closings.append(ClosingFactory(household=household, closed_on=first, **reopened))

    closed = Household.objects.filter(pk=household.pk).closed_on(day).exists()

    assert closed == any(closing.holds_on(day) for closing in closings)
    assert closed == (sum(end <= day for end in ends) % 2 == 1)
    assert closed != Household.objects.filter(pk=household.pk).open_on(day).exists()


@pytest.mark.parametrize(("visited", "waiting"), [("2026-05-23", 0), ("2026-05-22", 1), (None, 1)])
def test_family_waits_for_a_visit_after_six_months(sari, home, visited, waiting):
    if visited:
        VisitFactory(household=home, visited_on=on(visited))

    assert counted(sari, "2026-11", "G4.2") == [waiting]


def test_duty_on_the_first_page_leads_to_the_families_that_wait(client_of, sari, home):
    client = client_of(sari)
    family(sari, "2026-11-01", hamlet="Segar")

    assert "1 rumah tangga perlu dikunjungi" in client.get("/").content.decode()
    lines = client.get("/rumah-tangga/?stale=on").context["lines"]
    assert re.findall(r'<a href="([^"]+)"', lines) == [home.get_absolute_url()]


def test_member_added_to_a_closed_family_counts_nowhere(sari, home):
    ClosingFactory(household=home, closed_on=on("2026-11-01"))
    PersonFactory(household=home)

    assert counted(sari, "2026-11") == NOBODY
