"""Named reads of what the information post tells. Facts are public: nothing here depends on a reader."""

import datetime as dt

from django.db import models
from django.db.models import Q, Sum

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from infopost.choices import Counted, JobOrderState, Placement
from infopost.letter_choices import LetterState
from infopost.rules.ageing import CHECK_AFTER
from regions.models import Level


class AgedQuerySet(models.QuerySet):
    """Reads of what grows old."""

    def shown(self):
        """What public pages may show."""
        return self.filter(is_withdrawn=False)

    def to_check(self, on: dt.date):
        """What is shown and somebody has to look at on that day: never checked, checked long ago, or ended."""
        stale = Q(verified_on__isnull=True) | Q(verified_on__lte=on - CHECK_AFTER)
        return self.shown().filter(stale | Q(valid_until__lt=on))


class FactQuerySet(AgedQuerySet):
    """Reads of facts."""

    def of_country(self, code: str):
        """Facts about one country."""
        return self.filter(country=code)

    def closed_throughout(self, country: str, first: dt.date, last: dt.date):
        """Closings that held on each of these days: begun by the first, and found to hold on the last or later."""
        told = self.shown().of_country(country).filter(placement=Placement.CLOSED, closed_since__lte=first)
        return told.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=last), verified_on__gte=last)

    def by_code(self, codes) -> dict:
        """The shown facts of these codes, by code; one that is missing or withdrawn is left out."""
        return {fact.code: fact for fact in self.shown().filter(code__in=list(codes))}


class AgencyListQuerySet(models.QuerySet):
    """Reads of the lists of licensed companies."""

    def in_use(self):
        """Lists that were looked through and not taken back, the newest first."""
        return self.filter(used_at__isnull=False, withdrawn_at__isnull=True).order_by("-listed_on", "-used_at")

    def newest(self):
        """The list that answers are given from; None before there is one. Its rows as they were read are left out."""
        return self.in_use().defer("rows").first()


class WarningQuerySet(ScopedQuerySet):
    """Reads of the villages' warnings. What stands on a board is public; who keeps it is scoped."""

    def shown_at(self, village: str, day: dt.date):
        """What the village's post shows on that day: its own, and those for the whole kabupaten; its own come first."""
        own = Q(village=village)
        near = Q(for_regency=True) & self._lies_in(village[: Level.REGENCY])
        shown = self.filter(own | near, withdrawn_at__isnull=True, until__gte=day)
        is_elsewhere = models.Case(models.When(own, then=0), default=1)
        return shown.select_related("village").order_by(is_elsewhere, "-known_at")


class PageCountQuerySet(ScopedQuerySet):
    """Reads of how often pages were opened."""

    def between(self, first: dt.date, last: dt.date):
        """Openings of these days, both included."""
        return self.filter(day__gte=first, day__lte=last)

    def by_subject(self) -> dict[tuple[str, str], int]:
        """How often each topic was opened and each colour came out."""
        rows = self.order_by().values_list("kind", "subject").annotate(Sum("times"))
        return {(kind, subject): times for kind, subject, times in rows}

    def by_village(self):
        """Villages with the pages opened and offers checked at their posts, the busiest first."""
        return (
            self.filter(village__isnull=False)
            .order_by()
            .values("village")
            .annotate(
                pages=Sum("times", filter=Q(kind=Counted.PAGE), default=0),
                checks=Sum("times", filter=Q(kind=Counted.CHECK), default=0),
            )
            .order_by("-pages", "village")
        )


class BoardQuerySet(ScopedQuerySet):
    """Reads of the board of work and training. What stands on it is public; who keeps it is scoped."""

    def for_place(self, village: str | None):
        """What is told to the whole country; and, for a village, to it and to all that it lies in."""
        above = [village[:level] for level in Level] if village else []
        return self.filter(Q(region__isnull=True) | Q(region__in=above))


class JobOrderQuerySet(BoardQuerySet):
    """Reads of job orders."""

    def shown_on(self, day: dt.date):
        """Those that can still be applied for on that day."""
        return self.filter(state=JobOrderState.OPEN, closes_on__gte=day)


class CalendarQuerySet(BoardQuerySet):
    """Reads of the calendar."""

    def shown_on(self, day: dt.date):
        """What is not over on that day and was not taken off."""
        return self.filter(is_withdrawn=False, ends_on__gte=day)


class LetterQuerySet(ScopedQuerySet):
    """Reads of the letters that villages give."""

    def signable_by(self, user):
        """Letters that `user` may sign or send back: the head's, of his own village."""
        return self._opened_by(Verb.SIGN_LETTERS, user)

    def handled_by(self, user):
        """Letters that `user` may print or withdraw: whoever prepares or signs those of the village."""
        prepares = user is not None and user.is_authenticated and user.may(Verb.GIVE_LETTERS)
        return self._opened_by(Verb.GIVE_LETTERS if prepares else Verb.SIGN_LETTERS, user)

    def waiting(self):
        """Those that wait for the head."""
        return self.filter(state=LetterState.WAITING)

    def sent_back(self):
        """Those that the head has sent back to the officer."""
        return self.filter(state=LetterState.SENT_BACK)

    def given_between(self, first: dt.date, last: dt.date):
        """Letters that were signed on these days, also when they were withdrawn later."""
        return self.filter(signed_on__gte=first, signed_on__lte=last)

    def refused_between(self, first: dt.date, last: dt.date):
        """Letters that were refused on these days; a refusal that was taken back is none."""
        return self.filter(state=LetterState.REFUSED, refused_on__gte=first, refused_on__lte=last)
