"""What anybody who holds a letter may know of it: never whose it is."""

import datetime as dt
from dataclasses import dataclass

from infopost.letter_choices import LetterKind, LetterState
from infopost.models import Letter


@dataclass(frozen=True)
class Given:
    """A letter that a village gave: kind, number, day and village, and since when it holds no longer."""

    kind: str
    number: str
    signed_on: dt.date
    village: object
    withdrawn_on: dt.date | None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it holds no longer."""
        return self.withdrawn_on is not None


def given_behind(token: str) -> Given | None:
    """The letter behind the random text of its picture; None when no village gave one with it."""
    if not token.isascii() or not token.isprintable():
        return None
    rows = Letter.objects.filter(token=token, state__in=[LetterState.SIGNED, LetterState.WITHDRAWN])
    letter = rows.select_related("village__parent__parent__parent").first()
    if letter is None:
        return None
    kind = LetterKind(letter.kind).label
    return Given(kind, letter.number, letter.signed_on, letter.village, letter.withdrawn_on)
