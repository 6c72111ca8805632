"""How certain a fact is on a day: a fact that is old, unchecked or past its end is never shown as certain."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

# After so many days somebody looks again.
CHECK_AFTER = dt.timedelta(days=90)


class Standing(Enum):
    """What a reader is told about a fact, and whether the ministry has to look at it."""

    FRESH = "fresh"
    OLD = "old"
    UNCHECKED = "unchecked"
    DOUBTFUL = "doubtful"
    ENDED = "ended"

    @property
    def is_certain(self) -> bool:
        """Whether a page may show the fact without a warning."""
        return self is Standing.FRESH

    @property
    def advice(self) -> str:
        """What a reader does with a fact like this."""
        return ADVICE[self]

    @property
    def words(self) -> str:
        """What whoever keeps the facts has to know about it."""
        return WORDS[self]


ADVICE = {
    Standing.FRESH: "",
    Standing.OLD: "Sudah lama tidak diperiksa ulang. Pastikan ke petugas desa.",
    Standing.UNCHECKED: "Belum diverifikasi. Pastikan ke petugas desa.",
    Standing.DOUBTFUL: "Belum diverifikasi dan belum ada sumbernya. Pastikan ke petugas desa.",
    Standing.ENDED: "Masa berlakunya sudah lewat. Tanyakan yang baru ke petugas desa.",
}
WORDS = {
    Standing.FRESH: "",
    Standing.OLD: "Perlu diperiksa ulang.",
    Standing.UNCHECKED: "Belum pernah diverifikasi.",
    Standing.DOUBTFUL: "Belum pernah diverifikasi, dan belum ada sumbernya.",
    Standing.ENDED: "Masa berlakunya sudah lewat.",
}


@dataclass(frozen=True)
class Age:
    """The dates that decide, and whether the fact came with a source."""

    has_source: bool
    verified_on: dt.date | None = None
    valid_until: dt.date | None = None


def standing(age: Age, *, today: dt.date) -> Standing:
    """How the fact stands on `today`. `valid_until` is the last day on which it holds."""
    if age.valid_until is not None and age.valid_until < today:
        return Standing.ENDED
    if age.verified_on is None:
        return Standing.UNCHECKED if age.has_source else Standing.DOUBTFUL
    return Standing.OLD if today - age.verified_on >= CHECK_AFTER else Standing.FRESH
