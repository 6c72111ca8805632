"""Large demo worlds: written past the actions, and still as the actions would have left them."""

import datetime as dt
import gzip
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

import regions
from accounts.models import Act, AuditEvent, User
from desmigratif.demo.bulk.calendar import Calendar
from desmigratif.demo.bulk.columns import COLUMNS
from desmigratif.demo.bulk.families import Village
from desmigratif.demo.bulk.loading import loader
from desmigratif.demo.bulk.places import Plot, apportion, plots
from households.actions import refresh_households
from households.models import Closing, Consent, Household, Person, Trip, Visit
from households.rules.checks import person_checks
from households.rules.names import searchable
from regions.models import ProgrammeMembership
from tests.factories.households import HouseholdFactory
from tests.factories.regions import RegionFactory
from tests.people import KORLEKO, KURIPAN, LENEK_LAUK

TODAY = dt.date(2026, 11, 22)
# The three years of a world, counted backwards.
YEARS = {0, 1, 2}
OF_LIFE = (Household, Person, Trip, Consent, Visit, Closing)


@pytest.fixture
def build(db, settings, tmp_path):
    """Builds a large world of 150 families in three villages; gives what was printed."""
    settings.DATA_DIR = tmp_path
    for code in (KORLEKO, LENEK_LAUK, KURIPAN):
        RegionFactory(code=code)

    def run(households=150):
        printed = StringIO()
        call_command("demo", households=households, today=TODAY, stdout=printed)
        return printed.getvalue()

    return run


def years(model, name):
    """How many whole years ago the days in this column lie."""
    return {(TODAY - day).days // 365 for day in model.objects.exclude(**{name: None}).values_list(name, flat=True)}


def contents(model):
    """All rows of a table, as they are read, by their key."""
    return list(model.objects.order_by("pk").values())


@pytest.mark.slow  # builds 600 people
def test_bulk_world_has_families_journeys_and_three_years_of_life(build):
    printed = build()

    per_village = Counter(Household.objects.values_list("village_id", flat=True))
    assert per_village == {KORLEKO: 9, KURIPAN: 77, LENEK_LAUK: 64}
    assert "150 rumah tangga di 3 desa" in printed
    assert 3.5 < Person.objects.count() / 150 < 4.5
    assert 0.9 < Trip.objects.count() / Household.objects.pmi_on(TODAY).count() < 1.5
    lived = [
        (Household, "registered_on"), (Visit, "visited_on"), (Trip, "departed_on"), (Trip, "returned_on"),
    ]  # fmt: skip
    assert {(model, name): years(model, name) >= YEARS for model, name in lived} == dict.fromkeys(lived, True)
    assert years(Person, "joined_on") == YEARS
    assert len(years(Person, "died_on") | years(Closing, "closed_on")) > 1
    assert Person.objects.filter(trips__isnull=False).distinct().count() < Trip.objects.count()
    assert min(model.objects.count() for model in OF_LIFE) > 0
    acts = Counter(AuditEvent.objects.filter(record_kind="households.household").values_list("act", flat=True))
    closings = Closing.objects.count() + Closing.objects.exclude(reopened_on=None).count()
    assert acts == {Act.CREATED: 150, Act.CHANGED: Visit.objects.count() + closings}
    assert ProgrammeMembership.objects.count() == 3


@pytest.mark.slow  # builds 600 people
def test_bulk_world_keeps_every_rule_of_the_database(build):
    build()

    connection.check_constraints()
    for model in OF_LIFE:
        for row in model.objects.order_by("-pk")[:20]:
            row.validate_constraints()


@pytest.mark.slow  # builds 600 people
def test_bulk_world_derives_what_the_actions_derive(build):
    build()
    derived = ("sort_name", "member_names", "checks", "needs_check")
    written = {row["pk"]: row for row in Household.objects.values("pk", *derived)}

    for village in (KORLEKO, LENEK_LAUK, KURIPAN):
        refresh_households(list(Household.objects.filter(village_id=village)))

    assert {row["pk"]: row for row in Household.objects.values("pk", *derived)} == written
    people = list(Person.objects.all())
    assert [person.search_name for person in people] == [searchable(person.name) for person in people]
    assert [person.checks for person in people] == [
        person_checks(person, region_known=True, today=TODAY) for person in people
    ]
    assert any(person.checks for person in people)


@pytest.mark.slow  # builds 600 people
def test_bulk_world_has_nothing_of_the_future_and_no_traveller_under_age(build):
    build()

    steps = [on for t in Trip.objects.all() for on in (t.prospective_on, t.departed_on, t.returned_on) if on]
    young = [
        trip
        for trip in Trip.objects.filter(departed_precision="day").select_related("person")
        if trip.person.birth_on and trip.person.age_on(trip.departed_on) < 18
    ]
    assert (max(steps) <= TODAY, young) == (True, [])
    assert not Visit.objects.filter(visited_on__gt=TODAY).exists()


@pytest.mark.slow  # builds a village twice
def test_bulk_village_is_the_same_on_every_machine():
    def rows():
        plot = Plot(place=3, code=KURIPAN, families=40, naming="jawa")
        return Village(plot, ("7", "Wulan"), Calendar(TODAY)).rows()

    assert rows() == rows()


@pytest.mark.slow  # invents a thousand people
def test_bulk_reference_village_has_just_so_many_people():
    plot = Plot(place=0, code=KORLEKO, families=250, naming="sasak", people=1000)

    rows = Village(plot, ("7", "Sari"), Calendar(TODAY)).rows()

    niks = [row[COLUMNS[Person].index("nik")] for row in rows[Person]]
    known = [nik for nik in niks if nik != r"\N"]
    assert (len(rows[Household]), len(rows[Person])) == (250, 1000)
    assert (len(set(known)), {nik[4:6] for nik in known}) == (len(known), {"99"})


@pytest.mark.slow  # builds 600 people
def test_bulk_world_leaves_indexes_and_keys_as_they_were(build):
    def standing():
        with connection.cursor() as cursor:
            return {model: connection.introspection.get_constraints(cursor, model._meta.db_table) for model in COLUMNS}

    before = standing()
    build()

    assert standing() == before


@pytest.mark.slow  # builds 600 people
def test_bulk_world_fills_unnamed_columns_with_their_defaults(build):
    build()

    family, event = Household.objects.first(), AuditEvent.objects.filter(act=Act.CREATED).last()
    assert (family.address, family.origin, family.import_batch) == ("", "form", None)
    assert (event.reason, event.request_id, event.fields) == ("", "", [])


@pytest.mark.slow  # builds 600 people
def test_bulk_world_gives_each_village_an_officer_and_each_kabupaten_a_coordinator(build):
    build()

    offices = set(User.objects.exclude(region=None).values_list("region_id", flat=True))
    assert offices >= {KORLEKO, LENEK_LAUK, KURIPAN, "5203", "3307"}
    assert Household.objects.filter(village_id=KORLEKO).first().created_by.username == "sari"


def test_bulk_world_refuses_a_database_with_other_families(build):
    HouseholdFactory()

    with pytest.raises(CommandError, match="sudah berisi data lain"):
        build()

    assert Household.objects.count() == 1


def test_bulk_world_without_regions_says_what_to_run(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path

    with pytest.raises(CommandError, match="Wilayah belum lengkap"):
        call_command("demo", households=100, stdout=StringIO())


def test_loader_knows_every_column_of_its_tables(db):
    for model, table in loader().tables.items():
        known = {field.column for field in model._meta.concrete_fields}
        given = {field.column for field in model._meta.concrete_fields if field.primary_key and field.db_returning}
        assert set(table.columns) == known - given


def test_apportion_gives_away_everything():
    assert apportion(11, [3, 1, 1]) == [7, 2, 2]


def test_plots_are_the_programme_of_2019():
    with gzip.open(Path(regions.__file__).parent / "data" / "regions.csv.gz", "rt") as lines:
        known = [code for code in (line.partition(",")[0] for line in lines) if len(code) == 10]

    small, large = plots(40_072, known), plots(1_000_000, known)

    assert [plot.code for plot in small] == [plot.code for plot in large]
    codes = [plot.code for plot in large]
    assert (len(set(codes)), len({code[:4] for code in codes}), len({code[:2] for code in codes})) == (402, 107, 12)
    assert (sum(plot.families for plot in small), sum(plot.families for plot in large)) == (40_072, 1_000_000)
    assert (small[0].code, small[0].people, large[0].people) == (KORLEKO, 10_000, 10_000)
    assert max(plot.families for plot in small) == small[0].families == 2500
    assert max(plot.families for plot in large) > 2500 > min(plot.families for plot in large)
