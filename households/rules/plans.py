"""When somebody means to leave and to come home: what of it cannot be."""

from households.rules.steps import latest_day
from toolkit.dates import PartialDate

RETURN_BEFORE_LEAVING = "Rencana pulang lebih awal dari berangkatnya. Periksa keduanya."
LEAVING_AFTER_RETURN = "Rencana berangkat sesudah rencana pulang yang tercatat. Periksa keduanya."
PLANS = ("leaving_planned", "return_planned")


def plan_of(trip, name: str) -> PartialDate:
    """One of the plans that are noted of a journey, as exactly as it is known."""
    placement = getattr(trip, "placement", None)
    on = placement and getattr(placement, f"{name}_on")
    return PartialDate.within(on, getattr(placement, f"{name}_precision")) if on else PartialDate()


def returns_too_early(trip, *, leaving: PartialDate, home: PartialDate) -> bool:
    """Whether somebody would surely be home before he has left; before the departure it goes by when he means to."""
    left = PartialDate.within(trip.departed_on, trip.departed_precision) if trip.departed_on else leaving
    return bool(left and home) and latest_day(home.value, home.precision) < left.value
