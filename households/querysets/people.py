"""Members of families."""

import datetime as dt

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from accounts.scoping.querysets import ScopedQuerySet
from households.child_choices import Care
from households.choices import Age, Stage
from households.querysets.answers import answered
from households.querysets.trips import what_happened
from households.rules.dates import eighteen_years_before, years_before


class PersonQuerySet(ScopedQuerySet):
    """Members of families."""

    def in_order(self):
        """By village and name."""
        return self.order_by("village_id", "search_name", "pk")

    def with_life(self):
        """With what a person's page tells of him, in one query for each kind."""
        from households.models import PersonClearance, Trip

        trips = Trip.objects.select_related("homecoming", "placement", "created_by").order_by("pk")
        return self.prefetch_related(
            Prefetch("trips", trips),
            *what_happened("trips__"),
            Prefetch("clearances", PersonClearance.objects.select_related("cleared_by")),
        )

    def with_caregivers(self):
        """With who has looked after each as a child, and who noted it."""
        care = self.model._meta.get_field("caregivers").related_model.objects
        return self.prefetch_related(Prefetch("caregivers", care.select_related("person", "child", "recorded_by")))

    def alive_on(self, day: dt.date):
        """People who have not died by `day`; from the day of death on nobody counts."""
        return self.filter(Q(died_on__isnull=True) | Q(died_on__gt=day))

    def members_on(self, day: dt.date):
        """Living people who belong to their family on `day`: they have joined, and are not away."""
        return self._who_belong_on(day).filter(~Exists(self._absences_on(day)))

    def marked_with_stays(self):
        """Each with `was_away` and `was_elsewhere`: whether there are earlier times away, or earlier families."""
        marks = {"was_away": "absences", "was_elsewhere": "past_memberships"}
        tables = {name: self.model._meta.get_field(path).related_model.objects for name, path in marks.items()}
        return self.annotate(**{name: Exists(rows.filter(person=OuterRef("pk"))) for name, rows in tables.items()})

    def children_on(self, day: dt.date):
        """Living people not yet 18 on `day` (UU 35/2014 article 1), the unborn left out; without a birth nobody is."""
        return self.alive_on(day).filter(birth_on__gt=eighteen_years_before(day), birth_on__lte=day)

    def with_age_on(self, day: dt.date):
        """Each with `age`: a child or grown on `day`, or unknown; of whoever lives and is born."""
        return self.annotate(
            age=Case(
                When(birth_on__isnull=True, then=Value(Age.UNKNOWN)),
                When(birth_on__gt=eighteen_years_before(day), then=Value(Age.CHILD)),
                default=Value(Age.GROWN),
            )
        )

    def of_school_age_on(self, day: dt.date):
        """Children who are seven or older on `day` (UU 20/2003 article 6)."""
        return self.children_on(day).filter(birth_on__lte=years_before(day, 7))

    def with_school_age_on(self, day: dt.date):
        """Each child with `is_of_school_age`: whether it is one of those."""
        of_age = When(birth_on__lte=years_before(day, 7), then=Value(True))
        return self.annotate(is_of_school_age=Case(of_age, default=Value(False)))

    def with_schooling(self):
        """Each with `schooling`: the answer whether somebody goes to school, empty where there is none."""
        return self.annotate(schooling=answered("in_school"))

    def with_care_on(self, day: dt.date):
        """Each child with `care`: what whoever looks after it on `day` is to it, empty where there is no answer.

        Of several the one that comes first in `Care`; who has died or left by then looks after nobody.
        """
        caregivers = self.model._meta.get_field("caregivers").related_model.objects
        gone = Q(person__died_on__lte=day) | Q(person__left_on__lte=day)
        running = caregivers.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=day),
            child=OuterRef("pk"),
            since_on__lte=day,
        ).exclude(Q(relation=Care.UNKNOWN) | gone)
        rank = Case(*(When(relation=one, then=Value(place)) for place, one in enumerate(Care)))
        first = running.order_by(rank, "pk").values("relation")[:1]
        return self.annotate(care=Coalesce(Subquery(first), Value("")))

    def standing(self, *, stages=(), country: str = "", day: dt.date):
        """People whose status on `day` is one of `stages` (any, when empty), given by a journey to `country`.

        The stages are those of migrant workers; whoever is trained abroad is found by the country alone.
        """
        people = self._who_belong_on(day)
        journeys = self.model._meta.get_field("trips").related_model.objects
        journeys = journeys.all() if country and not stages else journeys.of_pmi()
        if not country:
            return people.filter(journeys.stand_at(day, stages or Stage))
        own = {"person": OuterRef("person"), "village_id": OuterRef("village_id")}
        first = journeys.heaviest_first_on(day).filter(**own).values("pk")[:1]
        asked = journeys.filter(
            person=OuterRef("pk"), village_id=OuterRef("village_id"), pk=Subquery(first), country=country
        )
        return people.filter(Exists(asked.at_stage_on(day, *stages) if stages else asked))

    def _who_belong_on(self, day):
        joined = Q(joined_on__isnull=True) | Q(joined_on__lte=day)
        return self.alive_on(day).filter(joined, Q(left_on__isnull=True) | Q(left_on__gt=day))

    def _absences_on(self, day):
        """Of a person who had left on `day` and has come back since."""
        absences = self.model._meta.get_field("absences").related_model.objects
        return absences.covering(day).filter(person=OuterRef("pk"))
