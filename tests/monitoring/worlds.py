"""Two villages in which anything may happen and be taken back, in any order."""

import datetime as dt
from contextlib import suppress

from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from households import actions
from households.choices import JoinedHow, LeftHow, MemberMoveReason, Relation
from households.entries import AddressEntry, JoiningEntry, MemberEntry, SplitEntry
from households.models import Household, IncomingMove, Person
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
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

    def marry_over(self, person, told):
        others = Household.objects.filter(village=person.village_id).exclude(pk=person.household_id).order_by("pk")
        if family := others.first():
            actions.move_member(
                to_household_id=family.pk, relation=Relation.CHILD_IN_LAW, reason=MemberMoveReason.MARRIED,
                moved=told, today=TODAY, **self.about(person),
            )  # fmt: skip

    def unmarry_over(self, person, told):
        actions.withdraw_member_move(**self.about(person))

    def move(self, person, told):
        about = self.of_family(person)
        other = next(officer for officer in self.officers.values() if officer != about["by"])
        actions.offer_move(to_village=other.region, moved=told, note="", today=TODAY, **about)
        offer = IncomingMove.objects.waiting().get(household=person.household_id)
        actions.accept_move(by=other, offer_id=offer.pk, address=AddressEntry(), today=TODAY)


ACTS = [name for name in vars(World) if name not in ("act", "about", "of_family") and not name.startswith("_")]
# What happens, to whom, and on which day of the month.
some_acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(2, 22)), min_size=2, max_size=9)
