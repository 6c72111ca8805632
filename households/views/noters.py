"""Who wrote down the steps of journeys, where the book of acts or the journey itself tells; else nobody is named."""

from accounts.histories import Subject, lines_of
from accounts.models import Act
from households.models import Trip

STEPS = ("prospective", "departed", "returned", "cancelled")


def mark_with_noters(reader, trips) -> None:
    """Give each journey `noted_by`: for each step, by its name, the officer who wrote it as it stands.

    One query for all of them, none where nothing was changed since the journey was noted. `created_by` must be joined.
    """
    changed = [Subject(Trip._meta.label_lower, str(trip.pk)) for trip in trips if trip.version > 1]
    lines = lines_of(reader, changed).filter(act=Act.CHANGED).order_by("pk") if changed else None
    last = {}
    for key, columns, name in lines.values_list("record_id", "fields", "actor_name") if changed else ():
        last |= {(key, column): name for column in columns}
    for trip in trips:
        first = _first_noter(trip)
        told = {step: last.get((str(trip.pk), f"{step}_on"), first) for step in STEPS}
        trip.noted_by = {step: name for step, name in told.items() if name}


def _first_noter(trip) -> str:
    """Who noted the journey, and with it every step that nobody has changed since.

    Not where somebody of another village did, and it was changed: lines of that village's book are not read here.
    """
    is_ours = trip.created_by.region_id == trip.village_id
    return trip.created_by.full_name if trip.version == 1 or is_ours else ""
