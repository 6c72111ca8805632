"""Journeys."""

import datetime as dt
from collections import defaultdict
from functools import reduce
from operator import or_

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value, When

from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Stage
from households.querysets.answers import answered
from toolkit.records import Asked, keep_at_hand, read_together


def what_happened(way: str = "") -> list[Prefetch]:
    """Extensions and stretches without news of journeys, with who noted them: a query each, at the end of `way`."""
    from households.models import ContactLoss, Extension

    extensions = Extension.objects.select_related("extended_by")
    losses = ContactLoss.objects.select_related("lost_by", "heard_by")
    return [Prefetch(f"{way}extensions", extensions), Prefetch(f"{way}contact_losses", losses)]


def with_all_kinds(trips: list) -> None:
    """Give each of these journeys its placement and documents, and what happened on it with who noted it.

    One query for all of them, for whoever tells everything.
    """
    from households.models import ContactLoss, Extension, Placement, TripDocument

    if not trips:
        return
    kinds = {
        "placement": (Placement, set()),
        "documents": (TripDocument, set()),
        "extensions": (Extension, {"extended_by"}),
        "contact_losses": (ContactLoss, {"lost_by", "heard_by"}),
    }
    asked = [Asked(model.objects.filter(trip__in=trips), frozenset(noters)) for model, noters in kinds.values()]
    for kind, found in zip(kinds, read_together(asked), strict=True):
        of_trip = defaultdict(list)
        for record in found:
            of_trip[record.trip_id].append(record)
        for trip in trips:
            keep_at_hand(trip, kind, of_trip[trip.pk])


# Abroad outweighs preparing to go, and preparing outweighs having been.
BY_WEIGHT = (Stage.ACTIVE, Stage.PROSPECTIVE, Stage.RETURNED)


class TripQuerySet(ScopedQuerySet):
    """Journeys."""

    def begun_by(self, day: dt.date):
        """Journeys that count on `day`: a stage was reached by then, the plan not given up, the traveller lives.

        And he belongs to his family: he has joined by then, and has not left.
        """
        return self._begun_by(day).filter(
            Q(person__died_on__isnull=True) | Q(person__died_on__gt=day),
            Q(person__joined_on__isnull=True) | Q(person__joined_on__lte=day),
            Q(person__left_on__isnull=True) | Q(person__left_on__gt=day),
        )

    def left(self):
        """Those that led abroad, whether or not somebody is home again."""
        return self.filter(Q(departed_on__isnull=False) | Q(returned_on__isnull=False), cancelled_on__isnull=True)

    def of_pmi(self):
        """Those of migrant workers: who goes to be trained is none (UU 18/2017 article 4), and no number counts him."""
        return self.filter(is_training=False)

    def with_happenings(self):
        """With what happened on each, beside its steps."""
        return self.prefetch_related(*what_happened())

    def of_members_on(self, day: dt.date):
        """Those of whoever was not away on `day` either: had left then, and has come back since."""
        absences = self.model._meta.get_field("person").related_model._meta.get_field("absences").related_model.objects
        away = absences.covering(day).filter(person=OuterRef("person"))
        return self.begun_by(day).filter(~Exists(away))

    def at_stage_on(self, day: dt.date, *stages: str):
        """Journeys that have one of the stages on `day`, of those that have begun by then."""
        come_home = Q(returned_on__lte=day)
        not_home = Q(returned_on__isnull=True) | Q(returned_on__gt=day)
        not_gone = Q(departed_on__isnull=True) | Q(departed_on__gt=day)
        at = {
            Stage.RETURNED: come_home,
            Stage.ACTIVE: Q(departed_on__lte=day) & not_home,
            Stage.PROSPECTIVE: not_gone & not_home,
        }
        return self.filter(reduce(or_, (at[stage] for stage in stages)))

    def stand_at(self, day: dt.date, stages) -> Q:
        """Which of the people that are asked stand at one of the stages on `day`, by their journeys here.

        Without a country the one journey that decides has not to be found: who has a journey at a stage stands there,
        unless another of his is at a stage that outweighs it.
        """
        begun = self._begun_by(day).filter(person=OuterRef("pk"), village_id=OuterRef("village_id"))
        at_one, outweighing = Q(), []
        for stage in BY_WEIGHT:
            if stage in stages:
                heavier = ~Q(Exists(begun.at_stage_on(day, *outweighing))) if outweighing else Q()
                at_one |= Q(Exists(begun.at_stage_on(day, stage))) & heavier
            else:
                outweighing.append(stage)
        return at_one

    def with_stage_on(self, day: dt.date):
        """Each journey with the stage that it has on `day`, the day that stage began, and the stage's rank."""
        return self.begun_by(day)._staged_on(day)

    def known_on(self, day: dt.date):
        """Each journey with `known_by`: how the stage is known that it has on `day`."""
        home, left = Q(returned_on__lte=day), Q(departed_on__lte=day)
        return self.annotate(
            known_by=Case(
                When(home & ~Q(returned_evidence=""), then=F("returned_evidence")),
                When(home, then=F("evidence")),
                When(left & ~Q(departed_evidence=""), then=F("departed_evidence")),
                default=F("evidence"),
            )
        )

    def known_at_step(self, step: str):
        """Each journey with `known_by`: how one of its steps (departed, returned) is known."""
        own = F(f"{step}_evidence")
        return self.annotate(known_by=Case(When(**{f"{step}_evidence": ""}, then=F("evidence")), default=own))

    def with_wish(self):
        """Each journey with `wish`: what somebody would like to do after it, empty where there is no answer."""
        return self.annotate(wish=answered("homecoming__wish"))

    def standing_on(self, day: dt.date) -> QuerySet:
        """One journey a person: the one that gives that person's status on `day`.

        Abroad comes before preparing, preparing before returned, and among equals the later one: so somebody with
        journeys to two countries is one person in one country in every count. Who goes to be trained has none by that.
        """
        return self.of_pmi().begun_by(day)._deciding(day)

    def heaviest_first_on(self, day: dt.date) -> QuerySet:
        """The same by the journeys alone, for whoever asks about one traveller: the first of his decides."""
        since, rank = _since_on(day), _rank_on(day)
        return self._begun_by(day).order_by(rank.desc(), since.desc(), "-pk")

    def _deciding(self, day):
        heavier = Q(stage_rank__gt=OuterRef("stage_rank"))
        later = Q(stage_since__gt=OuterRef("stage_since"))
        last = Q(stage_since=OuterRef("stage_since"), pk__gt=OuterRef("pk"))
        others = self.model.objects.of_pmi()._begun_by(day)._staged_on(day)
        others = others.filter(person=OuterRef("person"), village_id=OuterRef("village_id"))
        outweighed = others.filter(heavier | Q(stage_rank=OuterRef("stage_rank")) & (later | last))
        return self._staged_on(day).filter(~Exists(outweighed))

    def _begun_by(self, day):
        """The part of it that the journey itself tells."""
        begun = Q(prospective_on__lte=day) | Q(departed_on__lte=day) | Q(returned_on__lte=day)
        return self.filter(begun).exclude(cancelled_on__lte=day)

    def _staged_on(self, day):
        returned, departed = Q(returned_on__lte=day), Q(departed_on__lte=day)
        return self.annotate(
            stage=Case(
                When(returned, then=Value(Stage.RETURNED)),
                When(departed, then=Value(Stage.ACTIVE)),
                default=Value(Stage.PROSPECTIVE),
            ),
            stage_since=_since_on(day),
            stage_rank=_rank_on(day),
        )


def _since_on(day: dt.date) -> Case:
    """The day on which the stage of `day` began."""
    return Case(
        When(returned_on__lte=day, then=F("returned_on")),
        When(departed_on__lte=day, then=F("departed_on")),
        default=F("prospective_on"),
    )


def _rank_on(day: dt.date) -> Case:
    """How much the stage of `day` weighs (BY_WEIGHT)."""
    return Case(When(returned_on__lte=day, then=Value(1)), When(departed_on__lte=day, then=Value(3)), default=Value(2))
