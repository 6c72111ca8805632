"""How complete the registry is, and what waits to be checked."""

from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import ANSWERED, UNKNOWN, Completeness
from monitoring.reports.tables import Cell, Row, Table, must_add
from monitoring.reports.tallies import Tally

# The question's rows are those of this indicator.
ASKED_OF = ("G1.1", "G1.3", "G2")


def quality_table(tally: Tally) -> Table:
    """For each question the answers, the missing ones and the share. Raises ReportDoesNotAdd."""
    rows = [
        _row(BY_CODE[code], question, tally.parts[code, question.code], tally.counts[code])
        for code, question in _questions()
    ]
    return Table(
        code="kelengkapan",
        title="Kelengkapan data",
        head="Isian",
        columns=("Terisi", "Belum terdata", "Jumlah", "Terisi (%)"),
        rows=tuple(rows),
        note="'Tidak bersedia menjawab' adalah jawaban dan tidak mengurangi kelengkapan, kecuali untuk NIK.",
    )


def share(part: int, whole: int) -> int | None:
    """A share in whole percent, downwards so that 100 means all; None where there is nothing to share."""
    return part * 100 // whole if whole else None


def _questions():
    """Each question with the code of the indicator whose rows it is asked of."""
    return [(code, part) for code in ASKED_OF for part in BY_CODE[code].parts if isinstance(part, Completeness)]


def _row(indicator, question, found, everyone):
    must_add(f"Kelengkapan {question.name}", (found[ANSWERED], found[UNKNOWN]), everyone)
    return Row(
        f"{question.name} ({indicator.name.lower()})".replace("pmi", "PMI"),
        (
            Cell(found[ANSWERED], indicator.code, f"{question.code}:{ANSWERED}"),
            Cell(found[UNKNOWN], indicator.code, f"{question.code}:{UNKNOWN}"),
            Cell(everyone, indicator.code),
            _share(found[ANSWERED], everyone),
        ),
    )


def _share(part: int, whole: int) -> Cell:
    percent = share(part, whole)
    return Cell(text="–" if percent is None else f"{percent} %", percent=percent)
