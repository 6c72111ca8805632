"""The report as a workbook: the same numbers as on screen and paper, to sort and to calculate with."""

from collections.abc import Iterable

from django.conf import settings

from monitoring.indicators.catalogue import INDICATORS
from monitoring.indicators.dimensions import UNKNOWN
from monitoring.reports.households import HouseholdReport
from monitoring.reports.tables import Cell, Row, Section, Table
from toolkit.dates import date_in_words
from toolkit.spreadsheets import Number, Shape, Sheet, Value, Workbook

# The columns of each sheet, in characters.
SUMMARY_WIDTHS, DEFINITION_WIDTHS, NUMBER_WIDTHS = (34, 12, 14, 16, 26), (9, 34, 14, 26, 70, 44), (10, 40, 24, 40, 12)
LABEL_WIDTH, COLUMN_WIDTH = 44, 15
STAGES = (0, 1, 2)
# Tables whose lines are bars: the columns that are parts of a bar, and a title where the table's says too little.
DRAWN = {
    "kelamin": (STAGES, ""),
    "negara": (STAGES, ""),
    "bidang": (STAGES, ""),
    "bukti": (STAGES, ""),
    "penempatan": (STAGES, ""),
    "pergerakan": ((3,), ""),
    "pengasuh": ((0,), ""),
    "sekolah": ((0,), ""),
    "keinginan": ((0,), ""),
    "keperluan": ((0,), ""),
    "kelengkapan": ((3,), "Isian yang terisi (%)"),
    "wilayah": ((2, 3, 4), "Pekerja migran menurut wilayah"),
}


def household_workbook(report: HouseholdReport) -> bytes:
    """The report as an .xlsx file; the same report gives the same bytes."""
    foot = f"{report.title} · {report.place.title} · {report.label}"
    book = Workbook(title=foot, author=settings.INSTITUTION_NAME, made_at=report.made_at, foot=foot)
    _summary(book.sheet("Ringkasan", SUMMARY_WIDTHS, [1, 3]), report)
    for section in report.sections:
        widest = max(table.width for table in section.tables)
        widths = (LABEL_WIDTH, *[COLUMN_WIDTH] * widest)
        _section(book.sheet(section.code.title(), widths, range(1, widest + 1)), section, report)
    _definitions(book.sheet("Definisi", DEFINITION_WIDTHS, [], landscape=True), report)
    _numbers(book.sheet("Angka", NUMBER_WIDTHS, [4], landscape=True), report)
    return book.content()


def _summary(sheet: Sheet, report):
    sheet.line(report.title, "title")
    sheet.line(f"{settings.PROGRAMME_NAME}, {settings.INSTITUTION_NAME}")
    sheet.line(" · ".join(filter(None, (report.place.full_name, report.place.dotted))), "heading")
    sheet.line(report.label)
    sheet.line(f"Keadaan pada {date_in_words(report.last)}.")
    sheet.line(f"Dibuat untuk {report.made_by}, {report.made_in_words}.")
    sheet.gap()
    sheet.line("1. Ringkasan", "heading")
    for sentence in report.summary:
        sheet.line(sentence)
    sheet.gap()
    units = {definition.code: definition.unit for definition in report.definitions}
    sheet.head(("Yang dihitung", "Jumlah", "Satuan", "Perubahan", "Keterangan"))
    sheet.rows((f.label, f.count, units[f.indicator], _change(f.change), f.note) for f in report.figures)
    sheet.line(_compared(report), "note")
    if report.bars:
        sheet.gap()
        sheet.head(("PMI aktif menurut negara tujuan", "Jumlah"))
        block = sheet.rows((bar.label, bar.count) for bar in report.bars)
        sheet.gap()
        known = sum(not bar.unknown for bar in report.bars)
        sheet.bars("PMI aktif menurut negara tujuan", block, [("PMI aktif", 1)], unknown=known)


def _section(sheet: Sheet, section: Section, report):
    sheet.line(f"{section.number}. {section.title}", "title")
    sheet.line(f"{report.place.full_name} · {report.label}")
    if any(table.has_change for table in section.tables):
        sheet.line(_compared(report), "note")
    for table in section.tables:
        sheet.gap()
        if len(section.tables) > 1:
            sheet.line(table.title, "heading")
        _table(sheet, table)


def _table(sheet: Sheet, table: Table):
    sheet.head((table.head, *table.columns, *(["Perubahan"] if table.has_change else [])))
    styles = ["unknown" if row.unknown else "cell" for row in table.rows]
    block = sheet.rows((_line(row, table) for row in table.rows), styles)
    if table.total:
        sheet.row(_line(table.total, table), "total")
    if table.note:
        sheet.line(table.note, "note")
    if table.code in DRAWN:
        columns, title = DRAWN[table.code]
        sheet.gap()
        sheet.bars(title or table.title, block, [(table.columns[place], place + 1) for place in columns])


def _line(row: Row, table: Table) -> list[Value]:
    """A line with all its columns; one of a single text leaves the others empty."""
    cells = [_value(cell) for cell in row.cells]
    cells += [None] * (len(table.columns) - len(cells))
    return [row.label, *cells, *([_change(row.change)] if table.has_change else [])]


def _value(cell: Cell) -> Value:
    if cell.percent is not None:
        return Number(cell.percent, Shape.PERCENT)
    return cell.text if cell.count is None else cell.count


def _change(change: int | None) -> Value:
    return "–" if change is None else Number(change, Shape.CHANGE)


def _compared(report):
    return f"Perubahan dihitung terhadap {report.previous_label}."


def _definitions(sheet: Sheet, report):
    sheet.line("Definisi dan sumber", "title")
    sheet.head(("Kode", "Yang dihitung", "Satuan", "Sifat", "Definisi", "Sumber"), stays=True)
    sheet.rows((d.code, d.name, d.unit, d.kind, d.text, d.source) for d in report.definitions)


def _numbers(sheet: Sheet, report):
    sheet.line("Semua angka laporan, satu pada setiap baris", "title")
    sheet.head(("Kode", "Yang dihitung", "Dirinci menurut", "Bagian", "Jumlah"), stays=True)
    sheet.rows(_every_number(report))


def _every_number(report: HouseholdReport) -> Iterable[tuple[str, str, str, str, int]]:
    """Each number of the report by itself: code, name, dimension, part, count; nobody's parts are left out."""
    for indicator in INDICATORS:
        if indicator.code in report.counts:
            yield indicator.code, indicator.name, "", "Semua", report.counts[indicator.code]
        for dimension in indicator.dimensions:
            counts = report.parts[indicator.code, dimension.code]
            for part in (*dimension.known, UNKNOWN):
                if counts[part] or part == UNKNOWN:
                    yield indicator.code, indicator.name, dimension.name, dimension.label(part), counts[part]
