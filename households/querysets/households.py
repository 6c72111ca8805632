"""Named reads of the registry."""

import datetime as dt

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, JSONObject, RowNumber, TruncDate

from accounts.scoping.querysets import ScopedQuerySet
from households.child_choices import Care
from households.choices import Origin, Relation, Stage
from households.person_choices import UNKNOWN
from households.rules.dates import eighteen_years_before, six_months_before, years_before

FEW_BEARERS = 300  # a commoner name is found while the list is read in its order


class HouseholdQuerySet(ScopedQuerySet):
    """Families."""

    def in_order(self):
        """By village and head's name, the order of every list and of its index."""
        return self.order_by("village_id", "sort_name", "pk")

    def with_life(self):
        """With what a family's page tells of it, in one query for each kind, whoever noted it at hand.

        The last note of money sent home comes with the family itself, as `last_remittance`.
        """
        from households.models import Closing, Consent, HouseholdClearance, Need, Remittance, Visit

        last = Remittance.objects.filter(household=OuterRef("pk")).order_by("-first_on", "-pk")
        told = ("first_on", "span", "amount", "used_business", "used_savings")
        last = Subquery(last.values(told=JSONObject(**{name: name for name in told}))[:1])
        return self.annotate(last_remittance=last).prefetch_related(
            "members__trips",
            "members__caregivers",
            Prefetch("visits", Visit.objects.select_related("visited_by")),
            Prefetch("needs", Need.objects.select_related("noted_by", "met_by")),
            Prefetch("closings", Closing.objects.select_related("closed_by", "reopened_by")),
            Prefetch("consents", Consent.objects.select_related("recorded_by")),
            Prefetch("clearances", HouseholdClearance.objects.select_related("cleared_by")),
        )

    def marked_with_moves(self):
        """Each with `was_elsewhere` and `was_split`, whether more is to be told, and the village it is `offered_to`."""
        of = {name: self.model._meta.get_field(name).related_model.objects for name in ("past_residences", "splits")}
        waiting = self.model._meta.get_field("move_offers").related_model.objects.waiting()
        return self.annotate(
            was_elsewhere=Exists(of["past_residences"].filter(household=OuterRef("pk"))),
            was_split=Exists(of["splits"].filter(Q(household=OuterRef("pk")) | Q(new_household=OuterRef("pk")))),
            offered_to=Subquery(waiting.filter(household=OuterRef("pk")).values("to_village__name")[:1]),
        )

    def hamlets(self):
        """Names of the hamlets that families live in, each once, in order."""
        return self.exclude(hamlet="").order_by("hamlet").values_list("hamlet", flat=True).distinct()

    def needing_check(self):
        """Families with something 'perlu dicek', their own or a member's."""
        return self.filter(needs_check=True)

    def open_on(self, day: dt.date):
        """Families that are kept in the registry on `day`, those closed then left out."""
        return self.filter(~Exists(self._closed_on(day).filter(household=OuterRef("pk"))))

    def closed_on(self, day: dt.date):
        """Families that are closed on `day`."""
        return self.filter(pk__in=self._closed_on(day))

    def needing_update(self, day: dt.date):
        """Families 'perlu pemutakhiran' on `day`: neither registered nor verified at a visit for six months."""
        since = six_months_before(day)
        visits = self.model._meta.get_field("visits").related_model.objects
        seen = visits.filter(household=OuterRef("pk"), visited_on__gte=since, visited_on__lte=day)
        return self.filter(~Exists(seen), registered_on__lt=since)

    def with_last_seen(self, day: dt.date):
        """Each family with `since`: when it was last visited by `day`, or else registered; for `needing_update`."""
        visits = self.model._meta.get_field("visits").related_model.objects
        last = visits.filter(household=OuterRef("pk"), visited_on__lte=day, visited_on__gte=OuterRef("registered_on"))
        latest = Subquery(last.order_by("-visited_on").values("visited_on")[:1])
        return self.annotate(since=Coalesce(latest, F("registered_on")))

    def without_successor(self, day: dt.date):
        """Families whose head has died or left and who go on without one, each with `since`: when that became known."""
        members = self._members.filter(household=OuterRef("pk"))
        late_heads = members.filter(Q(died_on__lte=day) | Q(left_on__lte=day), relation=Relation.HEAD)
        known_on = TruncDate(Coalesce("died_known_at", "left_known_at"))
        known = Subquery(late_heads.annotate(known_on=known_on).values("known_on")[:1])
        return self.filter(Exists(late_heads), Exists(members.members_on(day))).annotate(since=known)

    def without_consent(self):
        """Families that an officer registered and whose consent nobody noted; imported ones are not asked for it."""
        return self.filter(origin=Origin.FORM, consents__isnull=True)

    def pmi_on(self, day: dt.date, *, without=(), also=()):
        """Families that are a 'rumah tangga PMI' on `day`: a member is CPMI, active or returned then.

        For a past day, `without` are people who belonged to another family then, and `also` the families that their
        journeys made one (households.whereabouts).
        """
        from households.models import Trip

        own = Trip.objects.begun_by(day).exclude(person__in=self._members.away_on(day).values("pk"))
        own = own.filter(person__household=OuterRef("pk"))
        if not without:
            return self.filter(Exists(own))
        return self.filter(Exists(own.exclude(person__in=without)) | Q(pk__in=also))

    def matching(self, *, name: str = "", stages=(), sex: str = "", country: str = "", day: dt.date, among=None):
        """Families with a member to whom all of this applies on `day`; a rare name is found by its bearers `among`."""
        if not (name or stages or sex or country):
            return self
        if name and among is not None:
            bearers = among.order_by().filter(search_name__contains=name)
            few = set(bearers.values_list("household", flat=True)[: FEW_BEARERS + 1])
            if len(few) <= FEW_BEARERS:
                return self.filter(pk__in=few).matching(name=name, stages=stages, sex=sex, country=country, day=day)
        people = self._members.filter(household=OuterRef("pk"), village_id=OuterRef("village_id"))
        if name:
            people = people.filter(search_name__contains=name)
        if sex:
            people = people.filter(sex=sex)
        if stages or country:
            people = people.standing(stages=stages, country=country, day=day)
        return self.filter(Exists(people))

    def with_number(self, number: str):
        """Families with this family card, or with a member who has this NIK. Whole numbers only."""
        bearers = self._members.filter(nik=number).order_by().values("household")
        cards = self.model._default_manager.filter(family_card_number=number).order_by()
        return self.filter(Q(pk__in=bearers.union(cards.values("pk"))))

    def _closed_on(self, day):
        closings = self.model._meta.get_field("closings").related_model.objects
        still = Q(reopened_on__isnull=True) | Q(reopened_on__gt=day)
        return closings.filter(still, closed_on__lte=day).values("household")

    @property
    def _members(self):
        return self.model._meta.get_field("members").related_model.objects


class PersonQuerySet(ScopedQuerySet):
    """Members of families."""

    def in_order(self):
        """By village and name."""
        return self.order_by("village_id", "search_name", "pk")

    def with_life(self):
        """With what a person's page tells of him, in one query for each kind."""
        from households.models import PersonClearance, Trip

        return self.prefetch_related(
            Prefetch("trips", Trip.objects.select_related("homecoming", "placement").order_by("pk")),
            "trips__extensions",
            "trips__contact_losses",
            Prefetch("clearances", PersonClearance.objects.select_related("cleared_by")),
        )

    def alive_on(self, day: dt.date):
        """People who have not died by `day`; from the day of death on nobody counts."""
        return self.filter(Q(died_on__isnull=True) | Q(died_on__gt=day))

    def members_on(self, day: dt.date):
        """Living people who belong to their family on `day`: they have joined, and are not away."""
        joined = Q(joined_on__isnull=True) | Q(joined_on__lte=day)
        return (
            self.alive_on(day)
            .filter(joined, Q(left_on__isnull=True) | Q(left_on__gt=day))
            .exclude(pk__in=self._away(day))
        )

    def away_on(self, day: dt.date):
        """People who had left on `day` and have come back since."""
        return self.filter(pk__in=self._away(day))

    def marked_with_stays(self):
        """Each with `was_away` and `was_elsewhere`: whether there are earlier times away, or earlier families."""
        marks = {"was_away": "absences", "was_elsewhere": "past_memberships"}
        tables = {name: self.model._meta.get_field(path).related_model.objects for name, path in marks.items()}
        return self.annotate(**{name: Exists(rows.filter(person=OuterRef("pk"))) for name, rows in tables.items()})

    def children_on(self, day: dt.date):
        """Living people not yet 18 on `day` (UU 35/2014 article 1), the unborn left out; without a birth nobody is."""
        return self.alive_on(day).filter(birth_on__gt=eighteen_years_before(day), birth_on__lte=day)

    def of_school_age_on(self, day: dt.date):
        """Children who are seven or older on `day` (UU 20/2003 article 6)."""
        return self.children_on(day).filter(birth_on__lte=years_before(day, 7))

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
        """People whose status on `day` is one of `stages` (any, when empty), given by a journey to `country`."""
        trips = self.model._meta.get_field("trips").related_model.objects
        deciding = trips.with_stage_on(day).filter(person=OuterRef("pk")).in_deciding_order()
        people = self.annotate(
            standing_stage=Subquery(deciding.values("stage")[:1]),
            standing_country=Subquery(deciding.values("country")[:1]),
        )
        people = people.filter(standing_stage__in=stages or Stage.values)
        return people.filter(standing_country=country) if country else people

    def _away(self, day):
        absences = self.model._meta.get_field("absences").related_model.objects
        return absences.filter(left_on__lte=day, back_on__gt=day).values("person")


class TripQuerySet(ScopedQuerySet):
    """Journeys."""

    def in_deciding_order(self):
        """The journey that gives a person's status first; after `with_stage_on`."""
        return self.order_by("-stage_rank", "-stage_since", "-pk")

    def begun_by(self, day: dt.date):
        """Journeys that count on `day`: a stage was reached by then, the plan not given up, the traveller lives.

        And he belongs to his family: he has joined by then, and has not left.
        """
        return self.filter(
            Q(prospective_on__lte=day) | Q(departed_on__lte=day) | Q(returned_on__lte=day),
            Q(person__died_on__isnull=True) | Q(person__died_on__gt=day),
            Q(person__joined_on__isnull=True) | Q(person__joined_on__lte=day),
            Q(person__left_on__isnull=True) | Q(person__left_on__gt=day),
        ).exclude(cancelled_on__lte=day)

    def with_stage_on(self, day: dt.date):
        """Each journey with the stage that it has on `day`, the day that stage began, and the stage's rank."""
        returned, departed = Q(returned_on__lte=day), Q(departed_on__lte=day)
        return self.begun_by(day).annotate(
            stage=Case(
                When(returned, then=Value(Stage.RETURNED)),
                When(departed, then=Value(Stage.ACTIVE)),
                default=Value(Stage.PROSPECTIVE),
            ),
            stage_since=Case(
                When(returned, then=F("returned_on")),
                When(departed, then=F("departed_on")),
                default=F("prospective_on"),
            ),
            # Abroad outweighs preparing to go, and preparing outweighs having been.
            stage_rank=Case(When(returned, then=Value(1)), When(departed, then=Value(3)), default=Value(2)),
        )

    def with_wish(self):
        """Each journey with `wish`: what somebody would like to do after it, empty where there is no answer."""
        return self.annotate(wish=answered("homecoming__wish"))

    def standing_on(self, day: dt.date) -> QuerySet:
        """One journey a person: the one that gives that person's status on `day`.

        Abroad comes before preparing, preparing before returned, and among equals the later one: so somebody with
        journeys to two countries is one person in one country in every count.
        """
        return (
            self.with_stage_on(day)
            .annotate(
                place=Window(
                    RowNumber(),
                    partition_by=F("person_id"),
                    order_by=["-stage_rank", "-stage_since", "-pk"],
                )
            )
            .filter(place=1)
        )


class PastStayQuerySet(ScopedQuerySet):
    """Stretches of days that people and families spent elsewhere than where they are now."""

    def covering(self, day: dt.date):
        """Those that hold on `day`: one at most for each person or family."""
        return self.filter(Q(since__isnull=True) | Q(since__lte=day), until__gt=day)


def answered(path: str) -> Case:
    """The answer of a column, empty where nobody was asked or nobody knows."""
    unknown = Q(**{path: UNKNOWN}) | Q(**{f"{path}__isnull": True})
    return Case(When(unknown, then=Value("")), default=F(path))
