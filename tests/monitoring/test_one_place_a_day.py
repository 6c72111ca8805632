"""Whatever happens, and whatever of it is taken back: on each day everybody is in one family of one village."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from households import actions
from households.choices import JoinedHow, LeftHow, Relation
from households.entries import AddressEntry, JoiningEntry, MemberEntry, SplitEntry
from households.models import Household, IncomingMove, Person
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.monitoring.conftest import NOW
from toolkit.dates import PartialDate

FIRST, TODAY = dt.date(2026, 11, 1), dt.date(2026, 11, 23)


class World:
    """Two villages, a family each, and what their officers write down about whoever is meant."""

    def __init__(self, officers):
        self.officers = {officer.region_id: officer for officer in officers}
        for officer in officers:
            household = HouseholdFactory(village=officer.region, created_by=officer, registered_on=FIRST)
            head = PersonFactory(household=household, relation=Relation.HEAD)
            PersonFactory(household=household)
            TripFactory(person=head, departed_on=dt.date(2025, 1, 1))

    def act(self, name, who, day):
        """Carry one act out about the n-th person; one that cannot be is refused and changes nothing."""
        people = list(Person.objects.select_related("household").order_by("pk"))
        person = people[who % len(people)]
        told = PartialDate(dt.date(2026, 11, day), "day")
        with suppress(ValidationError):
            getattr(self, name)(person, told)

    def about(self, person):
        person.refresh_from_db()
        return {"by": self.officers[person.village_id], "person_id": person.pk, "version": person.version}

    def of_family(self, person):
        household = Household.objects.get(pk=person.household_id)
        return {"by": self.officers[household.village_id], "household_id": household.pk, "version": household.version}

    def join(self, person, told):
        about = self.of_family(person)
        about.pop("version")
        joining, entry = JoiningEntry(JoinedHow.MOVED, told), MemberEntry(name="Pendatang", relation=Relation.RELATIVE)
        actions.add_person(entry=entry, joining=joining, today=TODAY, **about)

    def leave(self, person, told):
        actions.record_leaving(how=LeftHow.MOVED, left=told, today=TODAY, **self.about(person))

    def unleave(self, person, told):
        actions.withdraw_leaving(**self.about(person))

    def come_back(self, person, told):
        actions.record_return(back=told, today=TODAY, **self.about(person))

    def uncome_back(self, person, told):
        actions.withdraw_return(**self.about(person))

    def die(self, person, told):
        actions.record_death(died=told, today=TODAY, **self.about(person))

    def undie(self, person, told):
        actions.withdraw_death(**self.about(person))

    def split(self, person, told):
        others = [
            one.pk for one in person.household.members.order_by("pk") if one.is_member_on(TODAY) and one != person
        ]
        entry = SplitEntry(going={person.pk: Relation.HEAD}, remaining_head=next(iter(others), None), split=told)
        actions.split_household(entry=entry, today=TODAY, **self.of_family(person))

    def unsplit(self, person, told):
        actions.withdraw_split(**self.of_family(person))

    def move(self, person, told):
        about = self.of_family(person)
        other = next(officer for officer in self.officers.values() if officer != about["by"])
        actions.offer_move(to_village=other.region, moved=told, note="", today=TODAY, **about)
        offer = IncomingMove.objects.waiting().get(household=person.household_id)
        actions.accept_move(by=other, offer_id=offer.pk, address=AddressEntry(), today=TODAY)


ACTS = [name for name in vars(World) if name not in ("act", "about", "of_family") and not name.startswith("_")]


def belonged(day):
    """Who was a member of a registered family on that day, read from the rows themselves, with family and village."""
    found = {}
    for person in Person.objects.prefetch_related("absences", "past_memberships__household").select_related(
        "household"
    ):
        away = any(absence.left_on <= day < absence.back_on for absence in person.absences.all())
        stays = [s for s in person.past_memberships.all() if (s.since is None or s.since <= day) and day < s.until]
        assert len(stays) <= 1
        stay = stays[0] if stays else person
        if person.is_member_on(day) and not away and stay.household.registered_on <= day:
            found[person.pk] = stay.household_id, stay.village_id
    return found


def lens_of(user, day):
    return replace(Lens.on(user, place_for(user), Period.parse("2026-11"), NOW), last=day)


@pytest.mark.slow  # a few small worlds
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(2, 22)), min_size=2, max_size=9))
def test_everybody_is_in_one_family_of_one_village_on_each_day(acts, sari, budi, dewi):
    with transaction.atomic():
        world = World((sari, budi))
        for one in acts:
            world.act(*one)
        for day in (FIRST + dt.timedelta(days=number) for number in (0, 5, 11, 17, 22)):
            lenses = [lens_of(user, day) for user in (dewi, sari, budi)]
            nation, *villages = ({key for (key,) in lens.people().values_list("pk")} for lens in lenses)
            expected, codes = belonged(day), (sari.region_id, budi.region_id)
            assert nation == set(expected)
            assert villages == [{key for key, (_, where) in expected.items() if where == code} for code in codes]
            for rows in ("households", "pmi_households", "pmi_people", "standings"):
                of_nation, *of_villages = (getattr(lens, rows)().count() for lens in lenses)
                assert (rows, of_nation) == (rows, sum(of_villages))
            families = {family for family, _ in expected.values()}
            assert families <= {key for (key,) in lenses[0].households().values_list("pk")}
        transaction.set_rollback(True)
