"""Keeps the villages' numbers of the current periods counted, so that whoever opens a report need not wait for them."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from accounts.changes import take_together
from accounts.models import User
from accounts.roles import Role
from monitoring.indicators.catalogue import BY_CODE, INDICATORS, STAGES
from monitoring.indicators.lens import Lens
from monitoring.models import VillageSummary
from monitoring.periods import Period
from monitoring.places import Place
from monitoring.summaries import Numbers, by_village
from monitoring.year import keep_older
from regions.models import Level, Region

# Numbers of a day that nobody asks about any more.
KEPT_DAYS = 62


def current_lenses(now: dt.datetime) -> list[Lens]:
    """The month that runs and the one before, in the whole country."""
    lens = Lens.on(_nobody(), Place(None), Period.month_of(timezone.localtime(now).date()), now)
    return [lens, lens.previous()]


def refresh(now: dt.datetime) -> int:
    """Count what is old, take the villages' changes together, and forget the numbers of days long past.

    The months of the year's line are counted once a day.

    Gives the number of villages.
    """
    take_together()
    old = VillageSummary.objects.countable_by(_nobody()).filter(made_at__lt=now - dt.timedelta(days=KEPT_DAYS))
    old.delete()
    lenses = current_lenses(now)
    villages = max((len(by_village(lens, BY_CODE)) for lens in lenses), default=0)
    keep_older(lenses[0], now)
    return villages


def differences(now: dt.datetime) -> Iterator[str]:
    """Where the villages' numbers do not sum to what is counted for a province directly, in words without names."""
    for country in current_lenses(now):
        kept = by_village(country, BY_CODE)
        for province in sorted({village[:2] for village in kept}):
            lens = Lens(country.user, Place(Region(code=province, level=Level.PROVINCE)), country.period, country.last)
            summed = Numbers(numbers for village, numbers in kept.items() if village[:2] == province).counts
            # A stage's number is its share of the migrant workers, who are counted with their stages.
            for indicator in (one for one in INDICATORS if one.code not in STAGES.values()):
                direct = indicator.count(lens)
                if direct != summed[indicator.code]:
                    yield f"{province} {country.period.code} {indicator.code}: {summed[indicator.code]}, {direct}"


def _nobody() -> User:
    """Whoever may count in the whole country and read no name: the office without a person."""
    return User(role=Role.MINISTRY_MONITOR)
