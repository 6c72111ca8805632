"""How complete the registry is, and what waits to be checked."""

from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import ANSWERED, COMPLETENESS, UNKNOWN
from monitoring.indicators.lens import Lens
from monitoring.reports.tables import Cell, Row, Table, must_add

# The question's rows are those of this indicator.
ASKED_OF = ("G1.1", "G1.3", "G2")


def quality_table(lens: Lens) -> Table:
    """For each question the answers, the missing ones and the share. Raises ReportDoesNotAdd."""
    rows = []
    for code in ASKED_OF:
        asked = BY_CODE[code].rows(lens)
        found = counting.completeness(asked)
        for question in COMPLETENESS[asked.model]:
            rows.append(_row(BY_CODE[code], question, found[question.code]))
    return Table(
        code="kelengkapan",
        title="Kelengkapan data",
        head="Isian",
        columns=("Terisi", "Belum terdata", "Jumlah", "Terisi (%)"),
        rows=tuple(rows),
        note="'Tidak bersedia menjawab' adalah jawaban dan tidak mengurangi kelengkapan, kecuali untuk NIK.",
    )


def share_answered(lens: Lens) -> int | None:
    """How much of what is asked has an answer, in whole percent and downwards; None where nothing is asked yet."""
    filled, asked = map(sum, zip(*counting.answers([BY_CODE[code].rows(lens) for code in ASKED_OF]), strict=True))
    return _share(filled, asked).percent


def _row(indicator, question, found):
    must_add(f"Kelengkapan {question.name}", (found[ANSWERED], found[UNKNOWN]), found["all"])
    return Row(
        f"{question.name} ({indicator.name.lower()})".replace("pmi", "PMI"),
        (
            Cell(found[ANSWERED], indicator.code, f"{question.code}:{ANSWERED}"),
            Cell(found[UNKNOWN], indicator.code, f"{question.code}:{UNKNOWN}"),
            Cell(found["all"], indicator.code),
            _share(found[ANSWERED], found["all"]),
        ),
    )


def _share(part: int, whole: int) -> Cell:
    """A share in whole percent, downwards so that 100 means all; a dash where there is nothing to share."""
    percent = part * 100 // whole if whole else None
    return Cell(text="–" if percent is None else f"{percent} %", percent=percent)
