"""What the report counts for one period: every query of the report stands here, or in the tables of regions."""

from collections import Counter
from dataclasses import dataclass, field

from households.models import Household
from households.rules.remittances import PARTS
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, STAGES
from monitoring.indicators.dimensions import (
    CARE,
    COUNTRY,
    DEPENDENCE,
    EVIDENCE,
    INCOME,
    NEED,
    PLACED,
    RECEIVED,
    SCHOOLING,
    SECTOR,
    SENT,
    SEX,
    UNKNOWN,
    UNKNOWN_LABEL,
    WISH,
)
from monitoring.indicators.lens import Lens
from monitoring.reports.tables import must_add

SIMPLE = ("G1.1", "G1.2", "G1.3", "G1.4", "G1.5", "G1.6", "G1.7", "G1.8", "G2", "G4.1", "G4.2")
MOVEMENTS = ("P1.4.1", "P1.4.2", "P1.4.3", "P1.4.4", "P1.4.5", "P1.4.6")
AGES = ("G1.5", "G1.6", "G1.7")
WORKER_PARTS = (SEX, COUNTRY, SECTOR, EVIDENCE, PLACED)
PEOPLE_PARTS = {"G6.1": CARE, "G6.2": SCHOOLING, "G6.3": WISH}


@dataclass(frozen=True)
class Tally:
    """Counts by indicator code, by (indicator code, dimension code) the counts of the parts, and the tenths by use."""

    counts: dict[str, int]
    parts: dict[tuple[str, str], Counter]
    tenths: Counter = field(default_factory=Counter)


def few(lens: Lens, codes: tuple[str, ...]) -> dict[str, int]:
    """A few numbers without their parts, for pages that show no more."""
    counts = {code: BY_CODE[code].count(lens) for code in codes if code not in STAGES.values()}
    if counts.keys() != set(codes):
        counts |= {code: count for code, count in _stages(lens).items() if code in codes}
    return counts


def in_one(lenses: dict[str, Lens], codes: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """A few numbers through several lenses in one query, for pages that are opened all day long."""
    places = [(name, code) for name in lenses for code in codes]
    rows = [BY_CODE[code].rows(lenses[name]) for name, code in places]
    found = {name: {} for name in lenses}
    for place, total in counting.totals(rows):
        name, code = places[place]
        found[name][code] = total
    return {name: {code: counts.get(code, 0) for code in codes} for name, counts in found.items()}


def for_comparing(lens: Lens) -> Tally:
    """The numbers of a period that the next one is compared with. Raises ReportDoesNotAdd."""
    counts = few(lens, (*SIMPLE, *STAGES.values())) | few(lens, MOVEMENTS)
    must_add("Pekerja migran menurut status", [counts[code] for code in STAGES.values()], counts["G2"])
    must_add("Orang dalam rumah tangga PMI menurut umur", [counts[code] for code in AGES], counts["G1.4"])
    return Tally(counts, _worker_parts(lens, counts))


def everything(lens: Lens) -> Tally:
    """All numbers of a period. Raises ReportDoesNotAdd where parts do not sum to their total."""
    tally = for_comparing(lens)
    sexes = {code: _sexes(lens, code, tally.counts[code]) for code in (*AGES, "G1.4", *MOVEMENTS[:2])}
    for part, label in (*SEX.known.items(), (UNKNOWN, UNKNOWN_LABEL)):
        must_add(
            f"Umur orang dalam rumah tangga PMI, {label.lower()}",
            [sexes[code][part] for code in AGES],
            sexes["G1.4"][part],
        )
    living, people = _living(lens, families=tally.counts["G1.2"]), _people(lens, tally.counts)
    parts = tally.parts | living.parts | people.parts | {(code, SEX.code): found for code, found in sexes.items()}
    return Tally(tally.counts | living.counts | people.counts, parts, living.tenths)


def _living(lens, *, families) -> Tally:
    """How PMI families live, what is needed, and what was sent home, in five queries."""
    found = counting.by_parts(BY_CODE["G5.1"].rows(lens), (INCOME, DEPENDENCE), across=RECEIVED.paths[Household])
    parts = {("G5.1", dimension.code): Counter() for dimension in (INCOME, DEPENDENCE, RECEIVED)}
    for dimension in (INCOME, DEPENDENCE):
        for (part, _), count in found[dimension.code].items():
            parts["G5.1", dimension.code][part] += count
    for (_, sent), count in found[INCOME.code].items():
        parts["G5.1", RECEIVED.code][sent or UNKNOWN] += count
    for (code, dimension), counts in parts.items():
        must_add(f"{BY_CODE[code].name}, {dimension}", counts.values(), families)
    needs = counting.by_part(BY_CODE["G5.2"].rows(lens), NEED)
    told, untold, tenths = counting.tenths(BY_CODE["G5.4"].rows(lens))
    must_add("Pemakaian kiriman dalam sepuluh bagian", tenths.values(), PARTS * told)
    counts = {
        "G5.1": families,
        "G5.2": BY_CODE["G5.2"].count(lens),
        "G5.3": parts["G5.1", RECEIVED.code][SENT],
        "G5.4": told + untold,
    }
    must_add("Kebutuhan yang belum terpenuhi menurut jenis", needs.values(), counts["G5.2"])
    return Tally(counts, parts | {("G5.2", NEED.code): needs}, Counter(tenths))


def _people(lens, counted) -> Tally:
    """Children by who looks after them, those of school age, and who has come home by what they wish."""
    counts = few(lens, tuple(PEOPLE_PARTS))
    must_add("Anak menurut yang mengasuh", [counts["G6.1"]], counted["G1.5"])
    must_add("PMI purna menurut keinginan", [counts["G6.3"]], counted["G2.3"])
    parts = {
        (code, dimension.code): _along(lens, code, dimension, counts[code]) for code, dimension in PEOPLE_PARTS.items()
    }
    return Tally(counts, parts)


def _stages(lens):
    found = counting.by_column(BY_CODE["G2"].rows(lens), "stage")
    return {code: found[stage] for stage, code in STAGES.items()}


def _worker_parts(lens, counts):
    """The parts of the three stages and of all migrant workers along every dimension."""
    codes = ("G2", *STAGES.values())
    parts = {(code, dimension.code): Counter() for code in codes for dimension in WORKER_PARTS}
    found = counting.by_parts(BY_CODE["G2"].rows(lens), WORKER_PARTS, across="stage")
    for dimension in WORKER_PARTS:
        for (part, stage), count in found[dimension.code].items():
            parts[STAGES[stage], dimension.code][part] += count
            parts["G2", dimension.code][part] += count
        for code in codes:
            what = f"{BY_CODE[code].name} menurut {dimension.name}"
            must_add(what, parts[code, dimension.code].values(), counts[code])
    return parts


def _sexes(lens, code, total):
    return _along(lens, code, SEX, total)


def _along(lens, code, dimension, total):
    found = counting.by_part(BY_CODE[code].rows(lens), dimension)
    must_add(f"{BY_CODE[code].name} menurut {dimension.name}", found.values(), total)
    return found
