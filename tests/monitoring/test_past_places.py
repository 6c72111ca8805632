"""Who moved since is counted where he was: on each past day in one village and in one family."""

import pytest

from households.models import Household, Trip
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.below import table_below
from monitoring.reports.tallies import everything
from tests.factories.households import ClosingFactory, PersonFactory
from tests.factories.living import NeedFactory, RemittanceFactory
from tests.factories.stays import AbsenceFactory, PastMembershipFactory, PastResidenceFactory
from tests.monitoring.conftest import NOW, family, member, on, went

STOCKS = ("G1.1", "G1.2", "G1.3", "G1.4", "G1.5", "G2", "G2.2")
EVERYBODY, NOBODY = [1, 1, 2, 2, 1, 1, 1], [0] * 7
OCTOBER = on("2026-10-01")


def lens_of(user, period, code=""):
    return Lens.on(user, place_for(user, code), Period.parse(period), NOW)


def counted(user, period, *codes, code=""):
    lens = lens_of(user, period, code)
    return [BY_CODE[one].count(lens) for one in codes or STOCKS]


@pytest.fixture
def home(sari):
    """A family of a mother abroad and her child."""
    ani = member(family(sari, "2026-01-05"), "Ani", sex="P", relation="head")
    member(ani.household, "Bayu", sex="L", born="2012-03-09")
    went(ani, "TW", departed="2026-02-01", told="2026-08-05")
    return ani.household


def move(household, village, until=OCTOBER, since=None):
    """What the acceptance of a move writes."""
    PastResidenceFactory(household=household, village=household.village, until=until, since=since)
    for person in household.members.all():
        PastMembershipFactory(person=person, village=household.village, until=until, since=since)
    household.members.update(village=village)
    Trip.objects.filter(person__household=household).update(village=village)
    Household.objects.filter(pk=household.pk).update(village=village)
    household.refresh_from_db()


def split(household, *people, on_day=OCTOBER):
    """What a split writes: the people in a new family of the same village."""
    new = family(household.created_by, on_day.isoformat())
    for person in people:
        PastMembershipFactory(person=person, village=household.village, until=on_day)
        person.household = new
        person.save()
    return new


def test_family_counts_in_its_village_of_that_day_and_in_one_alone(sari, budi, home):
    move(home, budi.region)

    assert [counted(sari, f"2026-{month}") for month in ("08", "09", "10", "11")] == [EVERYBODY] * 2 + [NOBODY] * 2
    assert [counted(budi, f"2026-{month}") for month in ("08", "09", "10", "11")] == [NOBODY] * 2 + [EVERYBODY] * 2


def test_family_that_moved_on_and_back_counts_once_on_each_day(sari, budi, rina, home):
    move(home, budi.region, on("2026-06-01"))
    move(home, sari.region, OCTOBER, since=on("2026-06-01"))

    months = ("05", "06", "09", "10")
    assert [counted(sari, f"2026-{month}") for month in months] == [EVERYBODY, NOBODY, NOBODY, EVERYBODY]
    assert [counted(budi, f"2026-{month}") for month in months] == [NOBODY, EVERYBODY, EVERYBODY, NOBODY]
    assert [counted(rina, f"2026-{month}") for month in months] == [EVERYBODY] * 4


def test_numbers_above_do_not_change_and_their_villages_sum_to_them(sari, budi, rina, dewi, home):
    before = [counted(user, "2026-09") for user in (rina, dewi)]
    move(home, budi.region)

    assert [counted(user, "2026-09") for user in (rina, dewi)] == before == [EVERYBODY] * 2
    lens = lens_of(rina, "2026-09", "520317")
    rows = {row.place: row.cells[0].count for row in table_below(lens, everything(lens)).rows if row.cells[0].count}
    assert rows == {sari.region_id: 1}


def test_what_happened_before_the_move_stays_with_the_village(sari, budi, home):
    happened = ("P1.4.1", "P1.4.3", "G1.8")
    before = [counted(sari, period, *happened) for period in ("2026-02", "2026-08", "2026-01", "2026")]
    move(home, budi.region)

    assert [counted(sari, period, *happened) for period in ("2026-02", "2026-08", "2026-01", "2026")] == before
    assert [counted(budi, period, *happened) for period in ("2026-02", "2026-08", "2026-01", "2026")] == [[0] * 3] * 4
    assert before == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1]]


def test_what_a_moved_family_needs_and_is_sent_counts_where_it_lived_on_the_last_day(sari, budi, rina, dewi, home):
    NeedFactory(household=home, noted_on=on("2026-03-03"))
    RemittanceFactory(household=home, first_on=on("2026-09-01"), span="month")
    everybody, living = (sari, budi, rina, dewi), ("G5.2", "G5.3", "G5.4")
    before = [counted(user, "2026-09", *living) for user in everybody]

    move(home, budi.region)

    assert [counted(user, "2026-09", *living) for user in everybody] == before == [[1, 1, 1], [0] * 3] + [[1, 1, 1]] * 2
    assert [counted(user, "2026-10", "G5.2") for user in (sari, budi)] == [[0], [1]]


def test_family_that_gave_its_migrant_away_was_of_migrants_before(sari, home):
    split(home, home.members.get(name="Ani"))

    assert counted(sari, "2026-09") == EVERYBODY
    assert counted(sari, "2026-10") == [2, 1, 2, 1, 0, 1, 1]
    assert list(lens_of(sari, "2026-09").pmi_households()) == [home]


def test_split_before_a_move_leaves_each_where_it_was(sari, budi, home):
    move(split(home, home.members.get(name="Bayu"), on_day=on("2026-06-01")), budi.region)

    assert [counted(sari, f"2026-{month}", "G1.1", "G1.3") for month in ("05", "06", "10")] == [[1, 2], [2, 2], [1, 1]]
    assert [counted(budi, f"2026-{month}", "G1.1", "G1.3") for month in ("05", "06", "10")] == [[0, 0], [0, 0], [1, 1]]


def test_family_that_was_closed_then_counts_nowhere(sari, budi, home):
    ClosingFactory(household=home, closed_on=on("2026-08-01"))
    move(home, budi.region)

    assert counted(sari, "2026-09") == counted(budi, "2026-09") == NOBODY


@pytest.mark.parametrize(
    ("columns", "numbers"),
    [
        ({"joined_on": on("2026-09-01")}, [1, 2, 2]),
        ({"joined_on": on("2026-09-30")}, [1, 2, 2]),
        ({"left_on": on("2026-09-01")}, [2, 1, 1]),
        ({"left_on": on("2026-09-02")}, [2, 1, 1]),
        ({"joined_on": on("2026-02-01"), "left_on": on("2026-02-01")}, [1, 1, 1]),
    ],
)
def test_member_counts_from_joining_until_leaving(sari, columns, numbers):
    home = family(sari, "2026-01-05")
    PersonFactory(household=home, relation="head")
    went(PersonFactory(household=home, **columns), departed="2025-05-01")

    assert [counted(sari, f"2026-{month}", "G1.3")[0] for month in ("08", "09", "10")] == numbers
    assert [counted(sari, f"2026-{month}", "G1.2")[0] for month in ("08", "09", "10")] == [n - 1 for n in numbers]
    assert [counted(sari, f"2026-{month}", "G2")[0] for month in ("08", "09", "10")] == [n - 1 for n in numbers]


def test_who_came_back_was_away_in_between(sari):
    person = PersonFactory(household=family(sari, "2026-01-01"))
    went(person, departed="2025-05-01")
    AbsenceFactory(person=person, left_on=on("2026-03-01"), back_on=on("2026-05-01"))

    assert [counted(sari, f"2026-{month}", "G1.2", "G1.3", "G2") for month in ("02", "03", "04", "05")] == [
        [1, 1, 1], [0, 0, 0], [0, 0, 0], [1, 1, 1],
    ]  # fmt: skip


def test_list_behind_a_past_number_shows_only_what_may_be_read_today(sari, budi, rina, home):
    move(home, budi.region)

    assert list(lens_of(sari, "2026-09").with_names().people()) == []
    assert lens_of(rina, "2026-09", sari.region_id).with_names().people().count() == 2
    assert list(lens_of(budi, "2026-09").with_names().people()) == []


def test_list_says_how_many_of_the_number_have_moved_away(client_of, sari, budi, home):
    stays = family(sari, "2026-01-05")
    address = f"/laporan/daftar/?indikator=G1.1&wilayah={sari.region_id}&periode=2026-09"
    client = client_of(sari)
    member(stays, "Cici")
    move(home, budi.region)

    page = client.get(address).content.decode()

    assert "1 lainnya sudah pindah ke desa lain" in page
    assert "Cici" in page
    assert "Ani" not in page
    assert "sudah pindah" not in client.get(address.replace("2026-09", "2026-11")).content.decode()
