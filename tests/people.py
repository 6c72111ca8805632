"""The people and villages that every test speaks of; `manage.py demo` knows the same ones.

Korleko and Lenek Lauk are neighbours in Lombok Timur, Kuripan lies in another province. Each family carries its
village's mark in every text that people can type, with a piece of HTML in it: a page that shows a mark of a village
that is not the reader's has a leak, and a page that shows the HTML as it is has another.
"""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.test import Client

from households.actions import register_household
from households.choices import ConsentHow, Evidence, NikMissing, Relation, Sex, Stage
from households.entries import AddressEntry, ConsentEntry, MemberEntry, TripEntry
from households.models import Household, ImportBatch, Need, Person, Remittance, Trip
from regions.models import ProgrammeMembership, Region
from tests.factories.accounts import UserFactory
from tests.factories.clearances import HouseholdClearanceFactory, PersonClearanceFactory
from tests.factories.households import CaregiverFactory, ImportBatchFactory
from tests.factories.living import CircumstancesFactory, NeedFactory, RemittanceFactory
from tests.factories.regions import MembershipFactory, RegionFactory
from toolkit.dates import PartialDate

KORLEKO, LENEK_LAUK, KURIPAN = "5203172006", "5203212002", "3307102004"
HTML = "<i onx=1>"


def mark(code: str) -> str:
    """What stands in every text of the village's family; searching names keeps it whole."""
    return f"kanari{code}"


@dataclass(frozen=True)
class Place:
    """A village with its officer and one family."""

    village: Region
    officer: object
    household: Household
    head: Person
    child: Person
    trip: Trip
    batch: ImportBatch
    need: Need
    remittance: Remittance
    membership: ProgrammeMembership

    @property
    def mark(self) -> str:
        """The text that only this village's rows carry."""
        return mark(self.village.code)

    @property
    def numbers(self) -> set[str]:
        """NIK and KK of this village's family."""
        return {self.head.nik, self.household.family_card_number}


@pytest.fixture
def korleko(db):
    """The village of most tests."""
    return RegionFactory(code=KORLEKO)


@pytest.fixture
def lenek_lauk(db):
    """Its neighbour in the same kabupaten."""
    return RegionFactory(code=LENEK_LAUK)


@pytest.fixture
def kuripan(db):
    """A village of another province."""
    return RegionFactory(code=KURIPAN)


@pytest.fixture
def sari(korleko):
    """Officer of Korleko."""
    return UserFactory(username="sari", full_name="Sari Wulandari", region=korleko)


@pytest.fixture
def budi(lenek_lauk):
    """Officer of Lenek Lauk, the stranger next door."""
    return UserFactory(username="budi", full_name="Budi Hartono", region=lenek_lauk)


@pytest.fixture
def wulan(kuripan):
    """Officer of Kuripan, the stranger far away."""
    return UserFactory(username="wulan", full_name="Wulan Prasetya", region=kuripan)


@pytest.fixture
def mahdi(korleko):
    """Head of Korleko: signs its letters, reads its numbers, opens no family."""
    return UserFactory(username="mahdi", full_name="Mahdi Amrullah", head=True, region=korleko)


@pytest.fixture
def rina(db):
    """Coordinator of Kabupaten Lombok Timur: reads names there, changes no family."""
    return UserFactory(username="rina", full_name="Rina Astuti", coordinator=True)


@pytest.fixture
def agus(db):
    """Monitor of Jawa Timur, a province without any of our villages."""
    return UserFactory(username="agus", full_name="Agus Salim", province=True, region=RegionFactory(code="35"))


@pytest.fixture
def dewi(db):
    """Monitor at the ministry: every number, no name."""
    return UserFactory(username="dewi", full_name="Dewi Lestari", ministry=True)


@pytest.fixture
def adi(db):
    """Administrator: accounts and regions, no name of a family."""
    return UserFactory(username="adi", full_name="Adi Nugroho", administrator=True)


@pytest.fixture
def client_of(db):
    """Gives a browser in which `user` is signed in."""

    def sign_in(user, **options) -> Client:
        client = Client(**options)
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def place_of(db):
    """Gives a village its marked family: `place_of(officer)`."""
    return build_place


@pytest.fixture
def neighbours(sari, budi, wulan) -> dict[str, Place]:
    """Korleko, Lenek Lauk and Kuripan, each with one marked family, by code."""
    return {officer.region_id: build_place(officer) for officer in (sari, budi, wulan)}


def build_place(officer) -> Place:
    """Register a marked family in the officer's village, as he would, and a workbook that he has uploaded."""
    village, text = officer.region, f"{mark(officer.region_id)} {HTML}"
    household = register_household(
        by=officer,
        village=village,
        address=AddressEntry(text, "001", "002", text, f"{village.code[:6]}010120{village.code[-4:]}"),
        members=[
            MemberEntry(
                name=f"{text} kepala",
                sex=Sex.MALE,
                birth=PartialDate(dt.date(1980, 1, 2), "day"),
                relation=Relation.HEAD,
                nik=f"{village.code[:6]}020180{village.code[-4:]}",
                trip=TripEntry(
                    Stage.ACTIVE, "MY", "plantation", PartialDate(dt.date(2025, 3, 4), "day"), Evidence.TOLD
                ),
            ),
            MemberEntry(
                name=f"{text} anak",
                sex=Sex.FEMALE,
                birth=PartialDate(dt.date(2015, 1, 1), "year"),
                relation=Relation.CHILD,
                nik_missing=NikMissing.NOT_ISSUED,
            ),
        ],
        today=dt.date(2026, 11, 1),
        consent=ConsentEntry(given_by=text, how=ConsentHow.SPOKEN, guardian=text),
    )
    CircumstancesFactory(
        household=household, may_call="named", may_call_name=text, contact_told_on=household.registered_on
    )
    head = household.members.get(relation=Relation.HEAD)
    HouseholdClearanceFactory(household=household, cleared_by=officer, note=text)
    PersonClearanceFactory(person=head, cleared_by=officer, note=text)
    CaregiverFactory(child=household.members.get(relation=Relation.CHILD), name=text, recorded_by=officer)
    return Place(
        village=village,
        officer=officer,
        household=household,
        head=head,
        child=household.members.get(relation=Relation.CHILD),
        trip=Trip.objects.get(person__household=household),
        need=NeedFactory(household=household, kind="health"),
        remittance=RemittanceFactory(
            household=household, trip=Trip.objects.get(person__household=household), created_by=officer
        ),
        batch=ImportBatchFactory(village=village, uploaded_by=officer, file_name=f"{text}.xlsx"),
        membership=MembershipFactory(village=village),
    )
