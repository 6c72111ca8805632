"""What becomes of each row of a workbook, before anything is written."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field, replace

from django.db import models

from households.choices import Relation
from households.imports.rows import Row
from toolkit.templatetags.indonesian import mask_number


class Outcome(models.TextChoices):
    """What a row brings about."""

    NEW = "new", "Orang baru"
    CHANGED = "changed", "Berubah"
    SAME = "same", "Sama"
    REVIEW = "review", "Perlu ditinjau"
    SKIPPED = "skipped", "Dilewati"
    REFUSED = "refused", "Ditolak"


KEPT = "Atas pilihan petugas, data desa tetap."
SECOND_HEAD = "Keluarga ini sudah punya kepala keluarga. Tentukan dulu siapa kepalanya."
OLD_HEAD_KEPT = (
    "Baris {} dibiarkan, jadi kepala keluarga yang lama tetap, dan satu keluarga hanya punya satu kepala. "
    "Bila orang ini memang kepalanya, unggah berkas sekali lagi dan simpan juga baris itu."
)
WRITTEN = (Outcome.NEW, Outcome.CHANGED)


@dataclass(frozen=True)
class Difference:
    """One answer that the workbook would change, as people read it; NIK and KK are masked."""

    column: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class RowResult:
    """One row of the workbook with its outcome.

    `person_id` and `household_id` are the records that it meets in the registry, `values` the columns of the person
    that change, `home` those of the household, both with the versions on which the decision rests.
    """

    row: Row
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    person_id: object = None
    person_version: int = 0
    household_id: object = None
    household_version: int = 0
    values: dict = field(default_factory=dict)
    home: dict = field(default_factory=dict)
    checks: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The row's number in the sheet."""
        return self.row.number

    @property
    def name(self) -> str:
        """The name that the row gives."""
        return self.row.name

    @property
    def nik(self) -> str:
        """The NIK, masked."""
        return mask_number(self.row.nik)

    @property
    def card(self) -> str:
        """The family card number, masked."""
        return mask_number(self.row.card)

    @property
    def gives_up_head(self) -> bool:
        """Whether the row says that somebody is the head of the family no longer."""
        return any(item.column == "relation" and item.old == Relation.HEAD.label for item in self.differences)

    @property
    def becomes_head(self) -> bool:
        """Whether the row makes somebody the head of the family."""
        return self.values.get("relation") == Relation.HEAD


@dataclass(frozen=True)
class Question:
    """Somebody who left his family, or a family that was closed, stands in the workbook: are they back?

    It is answered by the number of a row. `rows` wait for the answer, `results` is what becomes of them after yes. The
    version is that of the person or else of the household, on which the question rests.
    """

    number: int
    words: str
    rows: tuple[int, ...]
    person_id: object = None
    household_id: object = None
    version: int = 0
    results: tuple[RowResult, ...] = ()

    @property
    def changes(self) -> list[RowResult]:
        """Of these rows, those that would change what is known of somebody."""
        return [result for result in self.results if result.differences]


@dataclass(frozen=True)
class Plan:
    """What committing the workbook would do; `other_place` names the village that the file speaks of instead.

    `questions` are open; `back` are those that were answered with yes. `sheet` is the one that was read, `unread` are
    others of the same file with such rows.
    """

    layout: str
    results: tuple[RowResult, ...]
    other_place: str = ""
    questions: tuple[Question, ...] = ()
    back: tuple[Question, ...] = ()
    sheet: str = ""
    unread: tuple[str, ...] = ()

    def of(self, *outcomes) -> list[RowResult]:
        """The rows with one of these outcomes, in the order of the sheet."""
        return [result for result in self.results if result.outcome in outcomes]

    def leaving(self, numbers: set[int]) -> "Plan":
        """The plan without the changes of these rows, because the officer would rather keep what the village has.

        Where the old head is kept, the new one goes to review: a family has one at most.
        """
        kept = {result.number for result in self.of(Outcome.CHANGED) if result.number in numbers}
        headed = {r.household_id: r.number for r in self.results if r.number in kept and r.gives_up_head}

        def after(result):
            if result.number in kept:
                return replace(result, outcome=Outcome.SKIPPED, reasons=(KEPT,), differences=(), warnings=())
            if result.outcome in WRITTEN and result.becomes_head and result.household_id in headed:
                reason = OLD_HEAD_KEPT.format(headed[result.household_id])
                return replace(result, outcome=Outcome.REVIEW, reasons=(reason,), differences=(), warnings=())
            return result

        return replace(self, results=tuple(after(result) for result in self.results))

    def bringing_back(self, numbers: set[int]) -> "Plan":
        """The plan after these questions were answered with yes: who is back counts, and his row is written."""
        back = tuple(question for question in self.questions if question.number in numbers)
        after = {result.number: result for question in back for result in question.results}
        results = tuple(after.get(result.number, result) for result in self.results)
        asked = tuple(question for question in self.questions if question not in back)
        return replace(self, results=results, questions=asked, back=back)

    @property
    def new_cards(self) -> list[str]:
        """The family cards for which a household would be registered, in the order of the sheet."""
        new = (r.row.card for r in self.results if r.outcome == Outcome.NEW and r.household_id is None)
        return list(dict.fromkeys(new))

    @property
    def writes_anything(self) -> bool:
        """Whether committing would change the registry at all, or could after an answer."""
        return bool(self.of(*WRITTEN) or self.questions)

    @property
    def figures(self) -> dict[str, int]:
        """The counts by their names in the command's answer."""
        counted = Counter(result.outcome for result in self.results)
        return {
            "read": len(self.results),
            "new": counted[Outcome.NEW],
            "households_new": len(self.new_cards),
            "changed": counted[Outcome.CHANGED],
            "same": counted[Outcome.SAME],
            "review": counted[Outcome.REVIEW],
            "skipped": counted[Outcome.SKIPPED],
            "refused": counted[Outcome.REFUSED],
            "warnings": sum(1 for result in self.of(*WRITTEN) if result.warnings),
        }

    @property
    def warnings(self) -> list[tuple[str, list[int]]]:
        """Each warning with the numbers of the rows that would be written with it, the most frequent first."""
        rows: dict[str, list[int]] = {}
        for result in self.of(*WRITTEN):
            for warning in result.warnings:
                rows.setdefault(warning, []).append(result.number)
        return sorted(rows.items(), key=lambda item: (-len(item[1]), item[0]))

    @property
    def digest(self) -> str:
        """Changes when anything changes that the officer was shown as going to be written."""
        shown = [_shown(result) for result in self.results]
        asked = [[q.words, q.rows, str(q.person_id or q.household_id), *map(_shown, q.results)] for q in self.questions]
        return hashlib.sha256(json.dumps([self.layout, self.other_place, shown, asked]).encode()).hexdigest()


def _shown(r: RowResult) -> list:
    return [r.number, r.outcome, r.reasons, [[d.column, d.old, d.new] for d in r.differences], str(r.household_id)]
