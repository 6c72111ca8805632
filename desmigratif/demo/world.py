"""Builds the demo world through the same actions that the pages use, so that checks and the book of acts are real."""

import datetime as dt
from dataclasses import replace
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from desmigratif.demo.agencies import list_companies
from desmigratif.demo.boards import tell_of_days, tell_of_work
from desmigratif.demo.cast import HEADS, PLAYERS, STAGES
from desmigratif.demo.children import tell_of_children
from desmigratif.demo.comings import move_about
from desmigratif.demo.couples import marry
from desmigratif.demo.desk import call_families, keep_register, welcome_home
from desmigratif.demo.families import Family, Inventor
from desmigratif.demo.files import keep_files
from desmigratif.demo.homecomings import tell_of_homecomings
from desmigratif.demo.journeys import Told
from desmigratif.demo.letters import give_letters
from desmigratif.demo.life import live
from desmigratif.demo.living import send_home, tell
from desmigratif.demo.messages import write_to_families
from desmigratif.demo.people import tell_of_themselves
from desmigratif.demo.placements import tell_of_journeys
from desmigratif.demo.posts import describe_post, read_at_post
from desmigratif.demo.warnings import warn
from households.actions import add_trip, change_trip, register_household
from households.actions.trips import STEP_OF
from households.choices import Stage
from households.models import Household, Person, Trip
from regions.choices import Programme
from regions.models import ProgrammeMembership, Region

# No list that was found names Kedunggebang; without a membership it would not be a village of the programme.
DEMO_MEMBER = "3510042007"
SOURCE = "Hanya untuk portal contoh: tidak ada di daftar yang diketahui"


class NotADemo(Exception):
    """The database holds families or accounts of others; the message says in Indonesian what to do."""


def demo_id(place: int) -> UUID:
    """The key of the demo's n-th family, the same on every machine: a UUIDv7 of 1 January 2026."""
    moment = int(dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp() * 1000)
    return UUID(int=(moment << 80) | (7 << 76) | (2 << 62) | place)


def is_built() -> bool:
    """Whether this database is a demo world already."""
    return Household.objects.filter(pk=demo_id(0)).exists()


@transaction.atomic
def build(*, passphrases: dict[str, str], today: dt.date) -> int:
    """Write accounts and families, all or nothing, as they stand on `today`; the number of families.

    Raises NotADemo before anything is written where families or one of the accounts are there already.
    """
    usernames = [player.username for player in PLAYERS]
    if Household.objects.exists() or User.objects.filter(username__in=usernames).exists():
        raise NotADemo("Basis data ini sudah berisi data lain. Portal contoh hanya dibuat di basis data baru.")
    codes = {player.region_code for player in PLAYERS if player.region_code} | {stage.code for stage in STAGES}
    if Region.objects.filter(code__in=codes).count() != len(codes):
        raise NotADemo("Wilayah belum lengkap. Jalankan dulu: manage.py load_regions")
    ProgrammeMembership.objects.get_or_create(
        village_id=DEMO_MEMBER, programme=Programme.DESMIGRATIF, defaults={"since_year": 2022, "source": SOURCE}
    )
    accounts = {player.username: account_of(player, passphrases[player.username]) for player in PLAYERS}
    list_companies(by=accounts["dewi"], today=today)
    warn(by=accounts["sari"], today=today)
    tell_of_work(by=accounts["dewi"], today=today)
    for username in ("rina", "sari"):
        tell_of_days(by=accounts[username], today=today)
    built = 0
    for village in STAGES:
        describe_post(by=accounts[village.officer])
        read_at_post(village=village.code, today=today)
        for number, family in enumerate(Inventor(village, today=today).families()):
            household = _register(family, by=accounts[village.officer], place=built)
            hours = partial(_office_hours, village=household.village)
            tell_of_themselves(household, by=accounts[village.officer], at=hours)
            tell_of_homecomings(household, by=accounts[village.officer], today=today, at=hours)
            tell_of_children(household, by=accounts[village.officer], today=today, at=hours)
            tell(household, by=accounts[village.officer], place=number, today=today, at=hours)
            send_home(household, by=accounts[village.officer], place=number, today=today, at=hours)
            tell_of_journeys(household, by=accounts[village.officer], today=today, at=hours)
            live(household, by=accounts[village.officer], place=number, today=today, at=hours)
            built += 1
    marry(STAGES, accounts, today=today, at=_office_hours, key=lambda place: demo_id(built + place))
    move_about(accounts, today=today, at=_office_hours)
    for village in STAGES:
        keep_files(by=accounts[village.officer], today=today, at=_office_hours)
        officer, head = accounts[village.officer], accounts[HEADS[village.code]]
        give_letters(by=officer, head=head, today=today, at=partial(_office_hours, village=officer.region))
    for village in STAGES:
        keep_register(village, by=accounts[village.officer], today=today, at=_office_hours)
        call_families(village, by=accounts[village.officer], today=today, at=_office_hours)
        welcome_home(village, by=accounts[village.officer], today=today, at=_office_hours)
        write_to_families(village, by=accounts[village.officer], today=today, at=_office_hours)
    return built


def account_of(player, passphrase: str) -> User:
    """Make the account of a player of the demo."""
    user = User(
        username=player.username,
        full_name=player.full_name,
        role=player.role,
        region_id=player.region_code,
        must_change_password=False,
    )
    user.set_password(passphrase)
    user.full_clean()
    user.save()
    audit.record(Act.ACCOUNT_CREATED, on=user, region=user.region_id or "")
    return user


def _register(family: Family, *, by: User, place: int) -> Household:
    members = [
        replace(member, trip=family.told[index][0][0].entry) if index in family.told else member
        for index, member in enumerate(family.members)
    ]
    household = register_household(
        by=by,
        village=by.region,
        address=family.address,
        members=members,
        today=family.registered_on,
        consent=family.consent,
        household_id=demo_id(place),
    )
    at = _office_hours(family.registered_on, by.region)
    Household.objects.filter(pk=household.pk).update(created_at=at, changed_at=at)
    household.consents.update(recorded_at=at)
    people = {person.name: person for person in household.members.all()}
    Person.objects.filter(household=household).update(created_at=at, changed_at=at)
    for index, journeys in family.told.items():
        _tell(people[members[index].name], journeys, by=by)
    return household


def _tell(person: Person, journeys: list[list[Told]], *, by: User) -> None:
    """Write what was told of a person's journeys after the first step, each on the day it was told."""
    first = person.trips.get()
    _heard(first, journeys[0][0], by=by)
    for number, steps in enumerate(journeys):
        trip = first
        if number:
            trip = add_trip(by=by, person_id=person.pk, entry=steps[0].entry, today=steps[0].on)
            _heard(trip, steps[0], by=by)
        for told in steps[1:]:
            trip = change_trip(by=by, trip_id=trip.pk, version=trip.version, entry=told.entry, today=told.on)
            _heard(trip, told, by=by)


def _heard(trip: Trip, told: Told, *, by: User) -> None:
    """Set the time at which a step became known: the actions write the present, and the demo has a past."""
    at = _office_hours(told.on, by.region)
    step = STEP_OF[Stage(told.entry.stage)]
    Trip.objects.filter(pk=trip.pk).update(**{f"{step}_known_at": at, "changed_at": at})


def _office_hours(day: dt.date, village: Region) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(9, 30), tzinfo=ZoneInfo(village.timezone))
