"""The shapes in which numbers leave the counting layer, and the refusal of what does not add up."""

from dataclasses import dataclass

from toolkit.templatetags.indonesian import number, trend


class ReportDoesNotAdd(Exception):
    """The parts of a breakdown do not sum to its total, so no report is made. The message names no person."""

    def __init__(self, what: str, parts: int, total: int):
        super().__init__(f"{what}: bagian berjumlah {parts}, totalnya {total}")


@dataclass(frozen=True)
class Cell:
    """A number with the indicator and part behind it, or ready text that has no list; `percent` is what it says."""

    count: int | None = None
    indicator: str = ""
    part: str = ""
    text: str = ""
    percent: int | None = None


@dataclass(frozen=True)
class Row:
    """A line of a table. `place` is the code of the region that the line is about when it is not the report's own."""

    label: str
    cells: tuple[Cell, ...]
    change: int | None = None
    unknown: bool = False
    place: str = ""


@dataclass(frozen=True)
class Table:
    """A table with its total line; `code` names it in addresses of the page, `note` says how to read it."""

    code: str
    title: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    has_change: bool = False
    note: str = ""

    @property
    def width(self) -> int:
        """How many columns stand beside the line's name."""
        return len(self.columns) + self.has_change

    @property
    def lines(self) -> list[tuple[Row, list[tuple[str, Cell]]]]:
        """Each line with its cells named by their columns; a line of one text spans them all and has none."""
        return [(row, self._named(row)) for row in self.rows]

    @property
    def total_cells(self) -> list[tuple[str, Cell]]:
        """The cells of the total line, named by their columns."""
        return self._named(self.total)

    def _named(self, row):
        return list(zip(self.columns, row.cells, strict=True)) if len(row.cells) == len(self.columns) else []


@dataclass(frozen=True)
class Figure:
    """One number of the summary, with what it was at the end of the period before."""

    label: str
    count: int
    indicator: str
    change: int | None = None
    note: str = ""

    @property
    def number(self) -> str:
        """The count as it is written."""
        return number(self.count)

    @property
    def word(self) -> str:
        """'naik 6', 'turun 2', 'tetap', by the sign of the change; empty when nothing is compared."""
        return trend(self.change)


@dataclass(frozen=True)
class Section:
    """A numbered part of the report."""

    number: int
    title: str
    tables: tuple[Table, ...]
    code: str = ""


@dataclass(frozen=True)
class Bar:
    """A bar of the chart."""

    label: str
    count: int
    unknown: bool = False


@dataclass(frozen=True)
class Definition:
    """What an indicator means and where it comes from, for the report's last page."""

    code: str
    name: str
    unit: str
    kind: str
    text: str
    source: str


def must_add(what: str, parts, total: int) -> None:
    """Raises ReportDoesNotAdd unless the parts sum to the total."""
    found = sum(parts)
    if found != total:
        raise ReportDoesNotAdd(what, found, total)
