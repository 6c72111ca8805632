"""What the choosers of place and period offer."""

import datetime as dt

from monitoring.periods import Period, recent
from monitoring.places import NATION, Place
from regions.models import Region


def place_choices(user, place: Place, today: dt.date) -> list[tuple[str, str]]:
    """The way from the user's own region down to `place`, and the regions below it, as code and name."""
    own = user.region_id if user.office.level is not None else ""
    way = [place.region, *place.region.ancestors][::-1] if place.region else []
    choices = [] if own else [(NATION, "Indonesia")]
    choices += [(region.code, region.title) for region in way if len(region.code) >= len(own)]
    below = Region.objects.filter(parent=place.region).current(today)
    return choices + [(region.code, f"↳ {region.title}") for region in below] if place.level_below else choices


def period_choices(period: Period | None, today: dt.date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Recent periods under their headings; the chosen one is among them."""
    groups = [(name, [(p.code, p.label) for p in periods]) for name, periods in recent(today).items()]
    if period and period.code not in [code for _, options in groups for code, _ in options]:
        groups.append(("Periode lain", [(period.code, period.label)]))
    return groups
