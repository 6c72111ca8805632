"""Twelve months of one number, for the first page of a village.

The month that runs and the one before are counted with the page's figures. The ten before them are read as they were
last counted, and counted anew once a day where somebody wrote (`monitoring.refreshing`): a page that is opened all day
long does not count a year.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import islice

from django.utils import timezone

from monitoring.indicators.lens import Lens
from monitoring.models import VillageSummary
from monitoring.summaries import by_village, last_counted
from toolkit.charts import line_chart
from toolkit.dates import MONTHS, date_in_words

CODE, TITLE, OLDER = "G2.2", "Sedang di luar negeri", 10


@dataclass(frozen=True)
class Year:
    """The drawing, in which all numbers are said, and the day on which the oldest of them was counted."""

    drawing: str
    counted: str


def older_months(lens: Lens) -> list[Lens]:
    """The ten months before the one before, the oldest first."""

    def back(seen):
        while True:
            seen = seen.previous()
            yield seen

    return list(islice(back(lens.previous()), OLDER))[::-1]


def year_of(lens: Lens, *, now: int, before: int) -> Year | None:
    """The year up to the month of `lens`; None for a wider place, or where a month was never counted."""
    if lens.place.level_below is not None:
        return None
    months = older_months(lens)
    kept = last_counted(lens, [month.period.code for month in months], CODE)
    if len(kept) < OLDER:
        return None
    counts = [*(kept[month.period.code][0] for month in months), before, now]
    labels = [_label(month.period) for month in (*months, lens.previous(), lens)]
    counted = timezone.localdate(min(at for _, at in kept.values()))
    return Year(line_chart(f"{TITLE}, dua belas bulan", zip(labels, counts, strict=True)), date_in_words(counted))


def keep_older(country: Lens, now: dt.datetime) -> None:
    """Count the older months of each village in which somebody wrote, once a day."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    for month in older_months(country):
        of_month = VillageSummary.objects.countable_by(country.user).filter(period=month.period.code, last=month.last)
        if not of_month.filter(made_at__gte=today).exists():
            by_village(month, [CODE])


def _label(period) -> str:
    return f"{MONTHS[period.start.month - 1][:3]} {period.year}"
