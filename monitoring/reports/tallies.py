"""What the report shows of one period: the sum of the villages' numbers, and the proof that its parts sum to it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from households.rules.remittances import PARTS
from monitoring.indicators.catalogue import AGES, BY_CODE, STAGES
from monitoring.indicators.dimensions import (
    ANSWERED,
    CARE,
    COUNTRY,
    EVIDENCE,
    PLACED,
    RECEIVED,
    SCHOOLING,
    SECTOR,
    SENT,
    SEX,
    TENTHS,
    UNKNOWN,
    UNKNOWN_LABEL,
    USED,
    WISH,
)
from monitoring.indicators.lens import Lens
from monitoring.reports.tables import must_add
from monitoring.summaries import Numbers, by_village

MOVEMENTS = ("P1.4.1", "P1.4.2", "P1.4.3", "P1.4.4", "P1.4.5", "P1.4.6")
WORKER_PARTS = (SEX, COUNTRY, SECTOR, EVIDENCE, PLACED)
# What the report sets beside the period before. The rest is of today, or is not fair to compare.
COMPARED = ("G1.1", "G1.2", "G1.3", "G1.4", *AGES.values(), "G1.8", "G2", *STAGES.values(), *MOVEMENTS[:2])
PEOPLE_PARTS = {"G6.1": CARE, "G6.2": SCHOOLING, "G6.3": WISH}


@dataclass(frozen=True)
class Tally:
    """Numbers of each village; and of all together the counts by code, and by (code, code of the part) its parts."""

    villages: dict[str, dict]

    @cached_property
    def _all(self) -> Numbers:
        return Numbers(self.villages.values())

    @property
    def counts(self) -> Counter:
        """Counts by indicator code."""
        return self._all.counts

    @property
    def parts(self) -> dict[tuple[str, str], Counter]:
        """Counts of the parts by (indicator code, code of the dimension or question)."""
        return self._all.parts

    @property
    def tenths(self) -> Counter:
        """The tenths of money sent home by use, of the notes that tell it."""
        return self.parts["G5.4", TENTHS.code]

    def by_region(self, digits: int) -> dict[str, Numbers]:
        """The numbers of each region whose code has so many digits."""
        below = defaultdict(list)
        for village, numbers in self.villages.items():
            below[village[:digits]].append(numbers)
        return {code: Numbers(kept) for code, kept in below.items()}


def everything(lens: Lens) -> Tally:
    """All numbers of a period. Raises ReportDoesNotAdd where parts do not sum to their total."""
    tally = _counted(lens, BY_CODE)
    told = tally.parts["G5.4", USED.code][ANSWERED]
    must_add("Pemakaian kiriman dalam sepuluh bagian", tally.tenths.values(), PARTS * told)
    must_add("Rumah tangga PMI menurut keadaannya", [tally.counts["G5.1"]], tally.counts["G1.2"])
    must_add("Rumah tangga yang menerima kiriman", [tally.parts["G5.1", RECEIVED.code][SENT]], tally.counts["G5.3"])
    must_add("Anak menurut yang mengasuh", [tally.counts["G6.1"]], tally.counts["G1.5"])
    must_add("PMI purna menurut keinginan", [tally.counts["G6.3"]], tally.counts["G2.3"])
    must_add("PMI aktif menurut kontak terakhir", [tally.counts["P1.9"]], tally.counts["G2.2"])
    return tally


def compared(lens: Lens) -> Tally:
    """Of the period before, the numbers that are compared and no others. Raises ReportDoesNotAdd."""
    return _counted(lens, COMPARED)


def _counted(lens, codes):
    tally = Tally(by_village(lens, codes))
    for indicator in (BY_CODE[code] for code in codes):
        for part in indicator.parts:
            found = tally.parts[indicator.code, part.code]
            must_add(f"{indicator.name} menurut {part.name}", found.values(), tally.counts[indicator.code])
    _must_add_up("Pekerja migran menurut status", tally, "G2", STAGES.values(), WORKER_PARTS)
    _must_add_up("Umur orang dalam rumah tangga PMI", tally, "G1.4", AGES.values(), (SEX,))
    return tally


def _must_add_up(what, tally, whole, codes, dimensions):
    """The numbers of `codes` sum to those of `whole`, and so does each of their parts."""
    must_add(what, [tally.counts[code] for code in codes], tally.counts[whole])
    for dimension in dimensions:
        for part, label in (*dimension.known.items(), (UNKNOWN, UNKNOWN_LABEL)):
            counts = [tally.parts[code, dimension.code][part] for code in codes]
            must_add(f"{what}, {label.lower()}", counts, tally.parts[whole, dimension.code][part])
