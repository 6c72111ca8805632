"""What the facts say about a day that is over: whether a country was closed for some work when somebody left."""

import datetime as dt

from infopost.models import Fact


def was_closed(sender, *, country: str, sector: str, first: dt.date, last: dt.date, **_) -> bool | None:
    """Answers `households.signals.closing_asked`: True where a verified fact says so of each of these days, else None.

    A closing that is told without its first day, that nobody has verified since, or that had ended by then answers
    nothing.
    """
    told = Fact.objects.closed_throughout(country, first, last).values_list("sectors", flat=True)
    return any(not sectors or sector in sectors for sectors in told) or None
