"""Who prepares to go abroad, those first for whom nothing has been noted the longest."""

import datetime as dt

from households.choices import Stage
from households.duties.journeys import under_way
from infopost.rules.files import IDLE_AFTER

# Whatever is noted of a journey, in the registry or at the post, changes it.
ORDER = ("changed_at", "pk")


def candidates(reader, day: dt.date):
    """Journeys that are prepared on `day`, as far as `reader` may read them by name."""
    return under_way(reader, day).at_stage_on(day, Stage.PROSPECTIVE)


def idle(reader, day: dt.date):
    """Those of which nothing has been noted for thirty days."""
    return candidates(reader, day).filter(changed_at__date__lte=day - IDLE_AFTER)
