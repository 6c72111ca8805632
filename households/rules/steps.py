"""The steps of a journey: which columns change when one is told, corrected or taken back."""

import datetime as dt
from calendar import monthrange

from households.choices import Precision, ReturnReason
from households.rules.journeys import return_to_keep
from toolkit.dates import PartialDate, date_in_words

STEPS = ("prospective", "departed", "returned")
WORDS = {"prospective": "menjadi calon PMI", "departed": "berangkat", "returned": "pulang", "cancelled": "batal"}
# A step so exactly known is counted in its month.
SURE = {Precision.DAY, Precision.MONTH}
# A journey is given up before it begins, and ended after it began.
BEFORE = {"returned": "departed", "cancelled": "prospective"}
# Steps that say themselves how they are known, where that is not as the journey is.
EVIDENCED = ("departed", "returned")
PARTS = (("on", None), ("precision", ""), ("known_at", None))


def told_step(step: str, since: PartialDate, *, today: dt.date, now: dt.datetime) -> dict:
    """The three columns of a step that is told: the day it happened, how exactly that is known, and when it was told.

    Without a date it stands on the day it became known.
    """
    precision = since.precision if since else Precision.UNKNOWN
    return {f"{step}_on": since.value or today, f"{step}_precision": precision, f"{step}_known_at": now}


def untold_step(step: str) -> dict:
    """The columns of a step that did not happen."""
    evidence = {f"{step}_evidence": ""} if step in EVIDENCED else {}
    return {f"{step}_{part}": empty for part, empty in PARTS} | evidence


def known_step(trip, step: str, evidence: str) -> dict:
    """The columns that say how a step is known; none where nothing was said.

    A journey of this step alone is known as the step is. Once there are others it stays as it was told first, so that
    what is said of one step changes no month of another.
    """
    if not evidence:
        return {}
    alone = all(getattr(trip, f"{name}_on") is None for name in STEPS if name != step)
    if step not in EVIDENCED or alone:
        return {"evidence": evidence} | ({f"{step}_evidence": ""} if step in EVIDENCED else {})
    return {f"{step}_evidence": "" if evidence == trip.evidence else evidence}


def corrected_step(trip, step: str, since: PartialDate, *, today: dt.date, now: dt.datetime) -> dict:
    """The columns that change when a step of a journey is told now, whatever was known of it; other steps stay.

    A step that is still of unknown date stays on the day it first became known, and a slip that is mended within the
    month is no news of another month. What stands next to it moves only as far as its own date allows.
    """
    on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
    if not since and precision == Precision.UNKNOWN:
        return {}
    told = told_step(step, since, today=today, now=now)
    told |= _in_order(trip, step, since, told[f"{step}_on"])
    now_on, now_precision = told[f"{step}_on"], told[f"{step}_precision"]
    if (now_on, now_precision) == (on, precision):
        return {}
    if {precision, now_precision} <= SURE and (on.year, on.month) == (now_on.year, now_on.month):
        told.pop(f"{step}_known_at")
    return told


def _in_order(trip, step: str, since: PartialDate, on: dt.date) -> dict:
    if step == "departed":
        return _before_return(trip, since, on)
    if step not in BEFORE or not since:
        return {}
    before = BEFORE[step]
    before_on = getattr(trip, f"{before}_on")
    on = return_to_keep(since, departed_on=before_on)
    undated = getattr(trip, f"{before}_precision") == Precision.UNKNOWN
    # A step of unknown date, which stands on the day it was told, goes before what is known to come after it.
    return {f"{step}_on": on, **({f"{before}_on": on} if undated and before_on > on else {})}


def _before_return(trip, since: PartialDate, on: dt.date) -> dict:
    """A departure and the return that stands already, which keeps its day, or its place within its month or year."""
    if trip.returned_on is None or trip.returned_precision == Precision.UNKNOWN:
        return {}
    if not since:
        return {"departed_on": min(on, trip.returned_on)}
    home = PartialDate.within(trip.returned_on, trip.returned_precision)
    return {"returned_on": return_to_keep(home, departed_on=on)}


def latest_day(on: dt.date, precision: str) -> dt.date:
    """The last day on which something that is kept on `on` may have happened."""
    if precision == Precision.YEAR:
        return dt.date(on.year, 12, 31)
    if precision == Precision.MONTH:
        return on.replace(day=monthrange(on.year, on.month)[1])
    return on


def step_before_birth(trip, *, birth_on: dt.date | None, told=STEPS) -> str:
    """The sentence that one of the steps that are told lies in a year before the traveller's birth; else empty.

    What was written down earlier is in nobody's way: it can be taken back still.
    """
    for step in told if birth_on else ():
        on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
        if on is not None and on.year < birth_on.year:
            when = PartialDate.within(on, precision)
            return f"Tercatat {WORDS[step]} {when}, sebelum tahun lahirnya ({birth_on.year}). Periksa keduanya."
    return ""


def step_after_death(trip, *, died_on: dt.date | None, died_precision: str) -> str:
    """The sentence that a step of a journey lies after its traveller's death; empty where none surely does.

    Whoever dies abroad is brought home afterwards: a return for that reason may be later.
    """
    if died_on is None:
        return ""
    died = PartialDate.within(died_on, died_precision) or f"tercatat {date_in_words(died_on)}"
    for step in STEPS:
        on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
        brought_home = step == "returned" and trip.return_reason == ReturnReason.DIED
        dated = on is not None and precision != Precision.UNKNOWN
        if dated and not brought_home and on > latest_day(died_on, died_precision):
            when = PartialDate.within(on, precision)
            return f"Tercatat {WORDS[step]} {when}, sesudah meninggal ({died}). Periksa keduanya."
    return ""
