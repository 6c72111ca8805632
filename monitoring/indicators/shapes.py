"""What an indicator is: a number with its meaning, the records behind it, and how it is taken apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from monitoring.indicators.dimensions import Dimension
from monitoring.indicators.lens import Lens


class Kind(StrEnum):
    """How numbers of several periods go together: a stock takes the last one, flows add up, quality is of today.

    Latest answers are of today too; what is there within a period may be there in the next as well, and is not added.
    """

    STOCK = "keadaan pada hari terakhir"
    FLOW = "kejadian dalam periode"
    QUALITY = "mutu data saat laporan dibuat"
    LATEST = "jawaban terakhir saat laporan dibuat"
    WITHIN = "yang ada di dalam periode"


@dataclass(frozen=True)
class Indicator:
    """A number with its meaning; `rows` are the records behind it through a lens, `parts` how it is taken apart.

    `sums` are columns that are added up over those records; `by_clock`, whether it hangs on the hour of the village.
    """

    code: str
    name: str
    unit: str
    kind: Kind
    definition: str
    rows: Callable[[Lens], QuerySet]
    parts: tuple = ()
    sums: tuple = ()
    by_clock: bool = False
    source: str = "Pendataan rumah tangga oleh petugas desa"

    @property
    def dimensions(self) -> list[Dimension]:
        """The parts that are answers, without the questions whether there is one."""
        return [part for part in self.parts if isinstance(part, Dimension)]

    def count(self, lens: Lens) -> int:
        """The number, by its own query."""
        return self.rows(lens).count()


@dataclass(frozen=True)
class Division:
    """Rows that several indicators share among them by the values of a column: code by value.

    `wholes` are the indicators that have all of those rows.
    """

    column: str
    codes: dict[str, str]
    rows: Callable[[Lens], QuerySet]
    wholes: tuple[str, ...] = ()

    def among(self, codes: Iterable[str]) -> list[str]:
        """Which of the codes are found with these rows; none where only a whole is asked for, by its shorter way."""
        if not set(self.codes.values()) & set(codes):
            return []
        return [code for code in (*self.wholes, *self.codes.values()) if code in codes]
