"""The table of the regions below the report's own."""

from collections import Counter

from django.db.models import Q

from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.reports.tables import Cell, Row, Table, must_add
from monitoring.reports.tallies import Tally
from regions.models import Level, Region

COLUMNS = ("G1.1", "G1.2", "G2.1", "G2.2", "G2.3", "G1.5")
HEADS = ("Rumah tangga terdata", "Rumah tangga PMI", "Calon PMI", "PMI aktif", "PMI purna", "Anak")


def table_below(lens: Lens, tally: Tally) -> Table | None:
    """Each region one level down with its numbers, 'belum ada data' where no family is registered.

    None for a village. Raises ReportDoesNotAdd when the regions do not sum to the whole.
    """
    level = lens.place.level_below
    if level is None:
        return None
    totals, found = tally.counts, tally.by_region(level)
    columns = {
        code: Counter({place: numbers.counts[code] for place, numbers in found.items() if numbers.counts[code]})
        for code in COLUMNS
    }
    for code, counts in columns.items():
        must_add(f"{BY_CODE[code].name} menurut wilayah", counts.values(), totals[code])
    regions = _regions(lens, level, columns["G1.1"])
    return Table(
        code="wilayah",
        title=f"Menurut {level.label.lower()}",
        head=level.label,
        columns=HEADS,
        rows=tuple(_row(region, columns) for region in regions),
        total=Row("Jumlah", tuple(Cell(totals[code], code) for code in COLUMNS)),
    )


def _regions(lens, level: Level, with_families):
    """The regions valid on the last day, and those no longer valid that still have families."""
    regions = Region.objects.filter(level=level)
    if lens.place.region:
        regions = regions.in_subtree(lens.place.region.code)
    return list(regions.filter(Q(pk__in=regions.current(lens.last).values("pk")) | Q(pk__in=list(with_families))))


def _row(region, columns):
    if not columns["G1.1"][region.code]:
        return Row(region.title, (Cell(text="belum ada data"),), place=region.code)
    cells = tuple(Cell(counts[region.code], code) for code, counts in columns.items())
    return Row(region.title, cells, place=region.code)
