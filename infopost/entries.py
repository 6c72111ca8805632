"""What an officer says of the work at the desk, understood and ready to be written."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ServiceEntry:
    """One visit: somebody of the registry, or a visitor with or without a name."""

    happened_on: dt.date
    topic: str
    way: str
    given: str
    minutes: int
    person_id: UUID | None = None
    visitor_name: str = ""
    sex: str = ""
    note: str = ""
    follow_up_on: dt.date | None = None


@dataclass(frozen=True)
class GatheringEntry:
    """A talk to many at once."""

    happened_on: dt.date
    topic: str
    given: str
    minutes: int
    men: int
    women: int
    hamlet: str = ""
    note: str = ""


@dataclass(frozen=True)
class CallEntry:
    """What the family of somebody away told the post, and when it is to be called again."""

    called_on: dt.date
    way: str
    said: str
    note: str = ""
    next_on: dt.date | None = None
