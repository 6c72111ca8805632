"""Through what an indicator is counted: whose eyes, where, and which days."""

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.db.models import Q

from households.choices import Precision
from households.models import Household, Person, Trip
from monitoring.periods import Period, Span
from monitoring.places import Place


@dataclass(frozen=True)
class Lens:
    """A user, a place and the days of a period up to its last counted day.

    Every number and every list of the monitoring pages is one of the querysets below with an indicator's own
    condition on top, so a number and its list cannot be about different rows. `named` tells rows that are listed
    from rows that are counted: the same rows for whoever may read names, none at all for whoever may only count.
    """

    user: object
    place: Place
    period: Period
    last: dt.date
    named: bool = False

    @classmethod
    def on(cls, user, place: Place, period: Period, now: dt.datetime) -> "Lens":
        """The lens for a period as it stands at the moment `now`. Raises FuturePeriod."""
        return cls(user, place, period, period.as_of(place_today(place, now)))

    def previous(self) -> "Lens":
        """The same at the end of the period before."""
        before = self.period.previous()
        return replace(self, period=before, last=before.end)

    def with_names(self) -> "Lens":
        """The same for a list."""
        return replace(self, named=True)

    @property
    def first(self) -> dt.date:
        """The period's first day."""
        return self.period.start

    def households(self):
        """Families that were in the registry on the last day, those closed on it left out."""
        return self._rows(Household).filter(registered_on__lte=self.last).open_on(self.last)

    def newly_registered(self):
        """Families registered in the period, also those that were closed within it."""
        return self._rows(Household).filter(registered_on__gte=self.first, registered_on__lte=self.last)

    def people(self):
        """Living members of those families, those born later left out.

        Members whom the office added after the last day count too, because their family was known.
        """
        born = Q(birth_on__isnull=True) | Q(birth_on__lte=self.last)
        return self._of_open_families(self._rows(Person).alive_on(self.last).filter(born), "household")

    def journeys(self):
        """Journeys of living members that had begun and were not given up on the last day."""
        return self._of_open_families(self._rows(Trip).begun_by(self.last), "person__household")

    def standings(self):
        """For each migrant worker the one journey that gives his status on the last day, with its `stage`."""
        one_each = self.journeys().standing_on(self.last).values("pk")
        return self._rows(Trip).with_stage_on(self.last).filter(pk__in=one_each)

    def pmi_households(self):
        """Families with a member who is CPMI, active or returned on the last day."""
        return self.households().pmi_on(self.last)

    def pmi_people(self):
        """Members of those families."""
        # A set of families, not a question asked of each person: five times as quick for the country.
        return self.people().filter(household__in=self.pmi_households().values("pk"))

    def steps(self, step: str):
        """Journeys whose `step` (departed, returned) surely happened in the period.

        A step known by its year alone is part of a year's report, but of no month's and no quarter's.
        """
        sure = [Precision.DAY, Precision.MONTH]
        if self.period.span == Span.YEAR:
            sure.append(Precision.YEAR)
        return self._steps().filter(
            **{f"{step}_on__gte": self.first, f"{step}_on__lte": self.last, f"{step}_precision__in": sure}
        )

    def late_steps(self, step: str):
        """Journeys whose `step` happened in an earlier period and became known in this one ('susulan')."""
        january = dt.date(self.first.year, 1, 1)
        earlier = Q(**{f"{step}_on__lt": self.first, f"{step}_precision__in": [Precision.DAY, Precision.MONTH]}) | Q(
            **{f"{step}_on__lt": january, f"{step}_precision": Precision.YEAR}
        )
        return self._steps().filter(earlier, self._became_known(step))

    def undated_steps(self, step: str):
        """Journeys whose `step` became known in the period, while nobody knows in which period it happened."""
        undated = Q(**{f"{step}_precision": Precision.UNKNOWN})
        if self.period.span != Span.YEAR:
            undated |= Q(**{f"{step}_precision": Precision.YEAR, f"{step}_on__year": self.first.year})
        return self._steps().filter(undated, self._became_known(step))

    def _steps(self):
        given_up = Q(cancelled_on__isnull=False, cancelled_on__lte=self.last)
        return self._rows(Trip).filter(~given_up, person__household__registered_on__lte=self.last)

    def _of_open_families(self, rows, path):
        known = rows.filter(**{f"{path}__registered_on__lte": self.last})
        return known.exclude(**{f"{path}__in": self._rows(Household).closed_on(self.last).values("pk")})

    def _became_known(self, step):
        zone = ZoneInfo(self.place.timezone)
        begins = dt.datetime.combine(self.first, dt.time(), zone)
        ends = dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), zone)
        return Q(**{f"{step}_known_at__gte": begins, f"{step}_known_at__lt": ends})

    def _rows(self, model):
        opened = model.objects.visible_to(self.user) if self.named else model.objects.countable_by(self.user)
        return opened.in_region(self.place.region.code) if self.place.region else opened


def place_today(place: Place, now: dt.datetime) -> dt.date:
    """The day on the clocks of the place."""
    return now.astimezone(ZoneInfo(place.timezone)).date()
