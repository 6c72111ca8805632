"""Families."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject, TruncDate

from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Origin, Relation
from households.rules.dates import six_months_before
from toolkit.records import Asked, keep_at_hand, read_together

FEW = 300  # more families than these are found while the list is read in its order

# What few families have, with who noted it.
RARE_KINDS = {
    "needs": ("noted_by", "met_by"),
    "closings": ("closed_by", "reopened_by"),
    "clearances": ("cleared_by",),
    "head_changes": ("person", "noted_by"),
}


def with_rare_kinds(household):
    """The family that was read `with_life` and `marked_with_moves`, with what few have: one query for all of it.

    What it does not have is not asked for. Splits and members who went from one family to another are in
    `splits_told` and `member_moves_told`, with both families and who noted it.
    """
    asked = {}
    for name, noters in RARE_KINDS.items():
        if getattr(household, f"has_{name}"):
            rows = household._meta.get_field(name).related_model.objects.filter(household=household)
            asked[name] = Asked(rows, frozenset(noters))
    if household.was_split:
        asked["splits_told"] = Asked(household.all_splits(), frozenset({"household", "new_household", "split_by"}))
    if household.had_member_moves:
        joined = frozenset({"person", "stay__household", "to_household", "moved_by"})
        asked["member_moves_told"] = Asked(household.all_member_moves(), joined)
    found = dict(zip(asked, read_together(list(asked.values())), strict=True))
    for name in RARE_KINDS:
        keep_at_hand(household, name, found.get(name, []))
    household.splits_told = found.get("splits_told", [])
    household.member_moves_told = found.get("member_moves_told", [])
    return household


class HouseholdQuerySet(ScopedQuerySet):
    """Families."""

    def in_order(self):
        """By village and head's name, the order of every list and of its index."""
        return self.order_by("village_id", "sort_name", "pk")

    def with_life(self):
        """With what a family's page tells of it, in one query for each kind, whoever noted it at hand.

        The last note of money sent home comes with the family itself, as `last_remittance`. What few families have is
        only marked, for `with_rare_kinds`.
        """
        from households.models import Consent, Remittance, Trip, Visit

        last = Remittance.objects.filter(household=OuterRef("pk")).order_by("-first_on", "-pk")
        told = ("first_on", "span", "amount", "used_business", "used_savings")
        last = Subquery(last.values(told=JSONObject(**{name: name for name in told}))[:1])
        return (
            self._marked_with_rare_kinds()
            .annotate(last_remittance=last)
            .prefetch_related(
                Prefetch("members__trips", Trip.objects.select_related("created_by")),
                "members__caregivers",
                Prefetch("visits", Visit.objects.select_related("visited_by")),
                Prefetch("consents", Consent.objects.select_related("recorded_by")),
            )
        )

    def with_lines(self):
        """With what a line of a list tells of each (also `is_closed`), and no other column of people and journeys."""
        from households.models import Person, Trip

        members = Person.objects.only(
            "household_id", "name", "sex", "relation", "birth_on", "birth_precision",
            "died_on", "died_precision", "joined_on", "left_on", "left_precision",
        )  # fmt: skip
        steps = ("prospective", "departed", "returned")
        dates = (f"{step}_{column}" for step in steps for column in ("on", "precision"))
        trips = Trip.objects.only("person_id", "country", "is_training", "cancelled_on", *dates)
        closings = self.model._meta.get_field("closings").related_model.objects
        marked = self.annotate(is_closed=Exists(closings.filter(household=OuterRef("pk"), reopened_on=None)))
        return marked.select_related("village").prefetch_related(
            Prefetch("members", members), Prefetch("members__trips", trips, to_attr="trips_at_hand")
        )

    def marked_with_moves(self):
        """Each with `was_elsewhere`, `was_split` and `had_member_moves`, whether more is to be told, and `offered_to`.

        The last is the village that is asked to take the family.
        """
        told = ("past_residences", "splits", "member_moves")
        of = {name: self.model._meta.get_field(name).related_model.objects for name in told}
        waiting = self.model._meta.get_field("move_offers").related_model.objects.waiting()
        return self.annotate(
            was_elsewhere=Exists(of["past_residences"].filter(household=OuterRef("pk"))),
            was_split=Exists(of["splits"].filter(Q(household=OuterRef("pk")) | Q(new_household=OuterRef("pk")))),
            had_member_moves=Exists(
                of["member_moves"].filter(Q(to_household=OuterRef("pk")) | Q(stay__household=OuterRef("pk")))
            ),
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
        members = self._members.filter(household=OuterRef("pk"), village_id=OuterRef("village_id"))
        late_heads = members.filter(Q(died_on__lte=day) | Q(left_on__lte=day), relation=Relation.HEAD)
        known_on = TruncDate(Coalesce("died_known_at", "left_known_at"))
        known = Subquery(late_heads.annotate(known_on=known_on).values("known_on")[:1])
        return self.filter(Exists(late_heads), Exists(members.members_on(day))).annotate(since=known)

    def without_consent(self):
        """Families that an officer registered and whose consent nobody noted; imported ones are not asked for it."""
        return self.filter(origin=Origin.FORM, consents__isnull=True)

    def pmi_on(self, day: dt.date, *, journeys=None, without=(), also=()):
        """Families that are a 'rumah tangga PMI' on `day`: a member is CPMI, active or returned then.

        `journeys` are those of the place, where nobody else's are to be looked through. For a past day, `without` are
        people who belonged to another family then, and `also` the families that their journeys made one
        (households.whereabouts).
        """
        from households.models import Trip

        journeys = Trip.objects.all() if journeys is None else journeys
        own = journeys.of_pmi().of_members_on(day).filter(person__household=OuterRef("pk"))
        if not without:
            return self.filter(Exists(own))
        return self.filter(Exists(own.exclude(person__in=without)) | Q(pk__in=also))

    def matching(self, *, name: str = "", stages=(), sex: str = "", country: str = "", day: dt.date, journeys=None):
        """Families with a member to whom all of this applies on `day`.

        A name is found by the family's own row, a country to which few have gone by the `journeys` there.
        """
        found = self._named(name) if name else self
        if not (stages or sex or country):
            return found
        if country and journeys is not None:
            gone = journeys.order_by().filter(country=country).values_list("person__household", flat=True)
            found = found._of_few(gone)
        people = self._members_of_each()
        if name:
            people = people.filter(search_name__contains=name)
        if sex:
            people = people.filter(sex=sex)
        if stages or country:
            people = people.standing(stages=stages, country=country, day=day)
        return found.filter(Exists(people))

    def _named(self, name):
        """Families with a member who is called so; the people are asked only where a family's row has not all names."""
        others = self._members.filter(household__has_more_names=True, search_name__contains=name).order_by()
        return self.filter(Q(member_names__contains=name) | Q(pk__in=others.values("household")))

    def _members_of_each(self):
        return self._members.filter(household=OuterRef("pk"), village_id=OuterRef("village_id"))

    def _of_few(self, families):
        """Only the families whose keys these are, where they are few; all of them otherwise."""
        few = set(families[: FEW + 1])
        return self.filter(pk__in=few) if len(few) <= FEW else self

    def with_number(self, number: str):
        """Families with this family card, or with a member who has this NIK. Whole numbers only."""
        bearers = self._members.filter(nik=number).order_by().values("household")
        cards = self.model._default_manager.filter(family_card_number=number).order_by()
        return self.filter(Q(pk__in=bearers.union(cards.values("pk"))))

    def _marked_with_rare_kinds(self):
        rows = {name: self.model._meta.get_field(name).related_model.objects for name in RARE_KINDS}
        return self.annotate(
            **{f"has_{name}": Exists(rows[name].filter(household=OuterRef("pk"))) for name in RARE_KINDS}
        )

    def _closed_on(self, day):
        closings = self.model._meta.get_field("closings").related_model.objects
        still = Q(reopened_on__isnull=True) | Q(reopened_on__gt=day)
        return closings.filter(still, closed_on__lte=day).values("household")

    @property
    def _members(self):
        return self.model._meta.get_field("members").related_model.objects
