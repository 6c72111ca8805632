"""Is this offer safe? Signs and weights in, a colour out. `static/js/info.js` judges by the same rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

# From this sum on an offer is suspect; a sign of this weight is enough by itself.
SUSPECT = 5
# So many signs of full weight together cannot wait.
HEAVY_TOGETHER = 2


class Colour(Enum):
    """What a family is told: stop, ask first, or no sign of danger so far."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Mark:
    """A sign that an answer raised."""

    code: str
    weight: int
    is_urgent: bool = False


@dataclass(frozen=True)
class Verdict:
    """The colour, whether help is needed at once, and the signs that say so."""

    colour: Colour
    is_urgent: bool
    codes: tuple[str, ...]


def judge(marks: Iterable[Mark], *, unknown: int) -> Verdict:
    """What these signs say, when `unknown` questions have no answer: what is not known is never shown as safe."""
    found = {mark.code: mark for mark in marks}.values()
    score = sum(mark.weight for mark in found)
    heavy = sum(mark.weight >= SUSPECT for mark in found)
    is_urgent = heavy >= HEAVY_TOGETHER or any(mark.is_urgent for mark in found)
    if is_urgent or score >= SUSPECT:
        colour = Colour.RED
    else:
        colour = Colour.AMBER if score or unknown else Colour.GREEN
    return Verdict(colour, is_urgent, tuple(sorted(mark.code for mark in found)))
