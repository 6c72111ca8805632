"""The demo world: the same everywhere, built once, and nobody's real number in it."""

import datetime as dt
import json
import stat
from collections import Counter
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from accounts.models import Act, AuditEvent, User
from desmigratif.demo import passphrases, world
from desmigratif.demo.cast import PLAYERS, STAGES
from desmigratif.demo.families import Inventor
from desmigratif.demo.passphrases import invent
from households.models import (
    Circumstances,
    Closing,
    Household,
    MemberMove,
    MoveOffer,
    Need,
    Person,
    Placement,
    Remittance,
    Split,
    Trip,
    TripDocument,
    Visit,
)
from households.rules.names import together
from infopost.models import AgencyCheck, Letter, Referral, StepNote
from regions.models import Region
from tests.desmigratif.lives import years_of_life
from tests.factories.households import HouseholdFactory
from tests.factories.regions import RegionFactory

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def regions(db):
    for stage in STAGES:
        RegionFactory(code=stage.code)


@pytest.fixture
def demo(regions, settings, tmp_path, monkeypatch):
    """Runs the command as `make demo` does, for the smallest village alone; gives what it printed."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(world, "STAGES", STAGES[-1:])

    def run():
        printed = StringIO()
        call_command("demo", today=TODAY, stdout=printed)
        return printed.getvalue()

    return run


def families(code):
    village = next(stage for stage in STAGES if stage.code == code)
    return Inventor(village, today=TODAY).families()


@pytest.mark.slow  # builds the whole world
def test_demo_builds_five_villages_that_have_something_to_show(demo, monkeypatch):
    monkeypatch.setattr(world, "STAGES", STAGES)
    demo()

    per_village = Counter(Household.objects.values_list("village_id", flat=True))
    moved = MoveOffer.objects.get(state="accepted")
    per_village[moved.from_village_id] += 1
    per_village[moved.to_village_id] -= 1
    parted = Split.objects.select_related("new_household").get()
    per_village[parted.new_household.village_id] -= 1
    assert parted.new_household.members.count() == 2
    assert 1 < MemberMove.objects.filter(reason="married").count() <= len(STAGES)
    assert MoveOffer.objects.filter(state="waiting").count() == 1
    assert {how for how in Person.objects.values_list("joined_how", flat=True) if how} == {"born", "married"}
    assert per_village == {stage.code: stage.families for stage in STAGES}
    stages = Counter(trip.stage for trip in Trip.objects.standing_on(TODAY))
    assert min(stages["prospective"], stages["active"], stages["returned"]) > 10
    assert Household.objects.filter(registered_on__gte=TODAY.replace(day=1)).count() >= 10
    assert min(Visit.objects.count(), Closing.objects.count(), Person.objects.exclude(died_on=None).count()) > 2
    assert 0 < Trip.objects.exclude(cancelled_on=None).count() < stages["prospective"]
    assert 0 < Placement.objects.exclude(agency="").count() < Placement.objects.count()
    assert 0 < Placement.objects.exclude(employer="").exclude(rhythm="").count() < Placement.objects.count()
    assert 0 < TripDocument.objects.exclude(expires_on=None).count() < TripDocument.objects.count()
    assert 0 < Household.objects.closed_on(TODAY).count() < Closing.objects.count()
    assert 0 < Household.objects.needing_update(TODAY).count() < Household.objects.count()
    assert 0 < Household.objects.needing_check().count() < Household.objects.count() / 2
    assert 0 < Circumstances.objects.exclude(income_band="").count() < Circumstances.objects.count()
    assert 0 < Remittance.objects.with_use().count() < Remittance.objects.count()
    assert 0 < Need.objects.open_on(TODAY).count() < Need.objects.count()
    assert 0 < Household.objects.pmi_on(TODAY).count() < Household.objects.count()
    assert {stage.code: years_of_life(stage.code, TODAY) for stage in STAGES} == {
        stage.code: {0, 1, 2} for stage in STAGES
    }


@pytest.mark.slow  # builds a village
def test_demo_village_has_a_year_of_letters(demo):
    demo()

    letters = Letter.objects.filter(village=STAGES[-1].code)
    states = Counter(letters.values_list("state", flat=True))
    assert (states["withdrawn"], states["sent_back"], states["waiting"], states["signed"] > 1) == (1, 1, 1, True)
    by_day = letters.filter(serial__isnull=False).order_by("signed_on", "pk")
    assert list(by_day.values_list("year", "serial")) == sorted(by_day.values_list("year", "serial"))
    assert max(letters.values_list("prepared_on", flat=True)) < TODAY


@pytest.mark.slow  # builds a village
def test_demo_village_has_files_of_candidates_with_nothing_of_the_future(demo):
    demo()

    answered = Referral.objects.exclude(answered_on=None).values_list("answered_on", flat=True)
    days = [*answered, *StepNote.objects.exclude(done_on=None).values_list("done_on", flat=True)]
    days += Referral.objects.values_list("referred_on", flat=True)
    assert max(days) <= TODAY
    assert AgencyCheck.objects.exists()


@pytest.mark.slow  # builds a village
def test_demo_has_nothing_of_the_future_and_no_traveller_under_age(demo):
    demo()

    steps = [on for t in Trip.objects.all() for on in (t.prospective_on, t.departed_on, t.returned_on) if on]
    young = [
        trip
        for trip in Trip.objects.exclude(departed_on=None).select_related("person")
        if trip.person.birth_on and trip.person.age_on(trip.departed_on) < 18
    ]
    late = [t for t in Trip.objects.exclude(departed_on=None) if t.departed_known_at.date() < t.departed_on]
    assert (max(steps) <= TODAY, young, late) == (True, [], [])


@pytest.mark.slow  # builds a village
def test_demo_second_run_keeps_accounts_and_data(demo):
    first = demo()
    Household.objects.filter(pk=world.demo_id(0)).update(hamlet="Diubah")
    rows = (Household.objects.count(), User.objects.count(), AuditEvent.objects.count())

    second = demo()

    assert Household.objects.get(pk=world.demo_id(0)).hamlet == "Diubah"
    assert (Household.objects.count(), User.objects.count(), AuditEvent.objects.count()) == rows
    assert first.partition("\n\n")[2] in second


@pytest.mark.slow  # builds a village
def test_demo_accounts_sign_in_with_what_is_printed_and_need_no_new_password(demo, settings):
    printed = demo()

    kept = json.loads((settings.DATA_DIR / "demo_accounts.json").read_text())
    sari = User.objects.get(username="sari")
    assert sari.check_password(kept["sari"])
    assert kept["sari"] in printed
    assert [user.username for user in User.objects.filter(must_change_password=True)] == []
    assert {user.username for user in User.objects.all()} == {player.username for player in PLAYERS}
    assert AuditEvent.objects.filter(act=Act.ACCOUNT_CREATED).count() == len(PLAYERS)


@pytest.mark.slow  # builds a village
def test_demo_says_when_a_password_is_no_longer_the_printed_one(demo):
    demo()
    AuditEvent.objects.create(
        act=Act.PASSWORD_CHANGED,
        record_kind="accounts.user",
        record_id=str(User.objects.get(username="sari").pk),
    )

    line = next(line for line in demo().splitlines() if line.strip().startswith("sari"))

    assert "(sandi sudah diganti)" in line


def test_demo_refuses_a_database_with_other_families(demo):
    HouseholdFactory()

    with pytest.raises(CommandError, match="sudah berisi data lain"):
        demo()

    assert Household.objects.count() == 1


def test_demo_without_regions_says_what_to_run(demo):
    Region.objects.filter(code="3510042007").delete()

    with pytest.raises(CommandError, match="Wilayah belum lengkap"):
        demo()

    assert User.objects.count() == 0


@pytest.mark.parametrize("code", [stage.code for stage in STAGES])
def test_families_are_the_same_on_every_machine(code):
    assert families(code) == families(code)


def test_numbers_of_families_were_never_issued():
    members = [member for stage in STAGES for family in families(stage.code) for member in family.members]
    cards = [family.address.family_card_number for stage in STAGES for family in families(stage.code)]
    numbers = [member.nik for member in members if member.nik] + [card for card in cards if card]

    assert {number[4:6] for number in numbers} == {"99"}
    assert len({member.nik for member in members if member.nik}) == len([m for m in members if m.nik])


def test_invented_passphrases_keep_the_portals_own_rules(settings):
    from django.contrib.auth.password_validation import validate_password

    try:
        for _ in range(200):
            validate_password(invent())
    except ValidationError as refused:
        pytest.fail(str(refused))


def test_passphrases_are_made_once_and_read_by_their_owner_alone(tmp_path):
    path = tmp_path / "var" / "demo_accounts.json"

    first = passphrases.keep(path, ["sari"])
    second = passphrases.keep(path, ["sari", "budi"])

    assert second["sari"] == first["sari"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.slow  # builds a village
def test_demo_people_have_the_village_of_their_household(demo):
    demo()

    assert Person.objects.exclude(village_id__in=[stage.code for stage in STAGES]).count() == 0
    assert [p for p in Person.objects.select_related("household") if p.village_id != p.household.village_id] == []


@pytest.mark.slow  # builds a village
def test_demo_families_are_found_by_the_names_of_their_members(demo):
    demo()

    names = {
        one: together(one.members.values_list("search_name", flat=True))
        for one in Household.objects.prefetch_related("members")
    }
    assert {one: (one.member_names, one.has_more_names) for one in names} == names
