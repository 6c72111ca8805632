"""How long ago the post last spoke with a family, in the steps that families are told too: 30, 60 and 90 days."""

import datetime as dt
from enum import StrEnum

# A proposal of the programme, as in the facts 'rule-silent-...'; no rule was found.
FIRST, SECOND, THIRD = (dt.timedelta(days=days) for days in (30, 60, 90))


class Quiet(StrEnum):
    """How pressing the next call is."""

    RECENT = "recent"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


STEPS = {Quiet.FIRST: FIRST, Quiet.SECOND: SECOND, Quiet.THIRD: THIRD}


def quiet_since(since: dt.date, day: dt.date) -> Quiet:
    """The step that a silence since that day has reached; the thirtieth day is the first of the first step."""
    reached = [step for step, length in STEPS.items() if day - since >= length]
    return reached[-1] if reached else Quiet.RECENT


def latest_of(step: Quiet, day: dt.date) -> dt.date:
    """The latest last contact with which a silence has reached the step on that day."""
    return day - STEPS[step]
