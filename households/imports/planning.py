"""Turns the rows of a workbook and what the registry knows into a plan, without writing anything."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from types import SimpleNamespace

from households.choices import Check, NikMissing, Precision, Relation, Sex
from households.imports import registry as known
from households.imports.leaving import leave_those_gone
from households.imports.matching import Draft, match
from households.imports.outcomes import SECOND_HEAD, WRITTEN, Difference, Outcome, Plan, Question, RowResult
from households.imports.places import foreign_rows
from households.imports.profiles import changed_profile, first_profile
from households.imports.reading import Sheet
from households.imports.registry import HOME, KnownHousehold, KnownPerson, Registry, births_agree
from households.imports.rows import Row, read_row
from households.rules.checks import person_checks
from households.rules.dates import birth_to_keep
from households.rules.numbers import Nik
from regions.models import Region
from toolkit.templatetags.indonesian import mask_number, partial_date

LABELS = {
    "name": "Nama",
    "sex": "Jenis kelamin",
    "birth": "Tanggal lahir",
    "relation": "Hubungan",
    "nik": "NIK",
    "birth_place": "Tempat lahir",
    "marital": "Status perkawinan",
    "education": "Pendidikan",
    "occupation": "Pekerjaan",
    "family_card_number": "Nomor KK",
    "hamlet": "Dusun",
    "rt": "RT",
    "rw": "RW",
    "address": "Alamat",
}
FINER = {Precision.UNKNOWN: 0, Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def plan_sheet(sheet: Sheet, *, by, village: Region, today: dt.date) -> Plan:
    """The plan for a workbook that was read: what each row would bring about in `village` if `by` committed it."""
    rows = [read_row(number, cells, today=today) for number, cells in sheet.rows]
    registry = known.load(by=by, village=village, niks={row.nik for row in rows if row.nik})
    plan = plan_rows(rows, layout=sheet.layout.code, registry=registry, village=village, today=today)
    return replace(plan, sheet=sheet.name, unread=sheet.unread)


def plan_rows(rows: list[Row], *, layout: str, registry: Registry, village: Region, today: dt.date) -> Plan:
    """The decision itself, on values alone; with what would become of the rows about which a question is open."""
    other_place, foreign = foreign_rows(rows, village)
    refused = [RowResult(row, Outcome.REFUSED, reasons=(foreign[row.number],)) for row in rows if row.number in foreign]
    ours = [row for row in rows if row.number not in foreign]
    results, questions = _decide(ours, registry, today)
    if questions:
        answered, _ = _decide(ours, registry, today, all_back=True)
        questions = _with_answers(questions, {result.number: result for result in answered})
    results = tuple(sorted((*refused, *results), key=lambda result: result.number))
    return Plan(layout, results, other_place, tuple(questions))


def _decide(rows: list[Row], registry: Registry, today: dt.date, *, all_back: bool = False) -> tuple[list, list]:
    """What becomes of each row, and what the officer is asked; `all_back` is after yes to every question."""
    drafts = [Draft(row) for row in rows]
    adopted = match(drafts, registry)
    questions = leave_those_gone(drafts, registry, all_back=all_back)
    _keep_one_head(drafts, registry)
    homes = _home_differences(drafts, adopted, registry)
    headless = _first_rows_without_head(drafts)
    for draft in drafts:
        if draft.row.number in headless:
            draft.notes.append(Check.NO_HEAD.label)
    return [_result(draft, homes.get(draft.row.number, ()), registry, today) for draft in drafts], questions


def _with_answers(questions: list[Question], answered: dict[int, RowResult]) -> list[Question]:
    """The questions with what follows from yes; none about a person whose row could not be written even then."""
    found = []
    for question in questions:
        results = tuple(answered[number] for number in question.rows)
        if any(result.outcome in (*WRITTEN, Outcome.SAME) for result in results):
            found.append(replace(question, results=results))
    return found


def _result(draft: Draft, home: tuple, registry: Registry, today: dt.date) -> RowResult:
    row = draft.row
    if row.refusals:
        return RowResult(row, Outcome.REFUSED, reasons=(*row.refusals, *row.doubts))
    if draft.doubts or row.doubts:
        return RowResult(row, Outcome.REVIEW, reasons=(*row.doubts, *draft.doubts))
    if row.absence:
        return RowResult(row, Outcome.SKIPPED, reasons=(row.absence,))
    values, differences = _person_values(draft.person, row)
    checks = _checks(draft.person, values, registry, today)
    household = registry.households.get(draft.household_id)
    differences += [Difference(column, LABELS[column], _shown(column, o), _shown(column, n)) for column, o, n in home]
    outcome = Outcome.NEW if draft.person is None else Outcome.CHANGED if differences else Outcome.SAME
    return RowResult(
        row,
        outcome,
        warnings=(*(Check(code).label for code in checks), *row.notes, *draft.notes),
        differences=tuple(differences),
        person_id=draft.person and draft.person.id,
        person_version=draft.person.version if draft.person else 0,
        household_id=draft.household_id,
        household_version=household.version if household else 0,
        values=values,
        home={column: new for column, _, new in home},
        checks=tuple(checks),
    )


def _person_values(person: KnownPerson | None, row: Row) -> tuple[dict, list[Difference]]:
    """The columns to write: all of a new person; of a known one what the row says differently. Empty erases nothing."""
    birth_on, precision = birth_to_keep(row.birth)
    if person is None:
        return {
            "name": row.name,
            "search_name": row.search_name,
            "sex": row.sex,
            "birth_on": birth_on,
            "birth_precision": precision,
            "relation": row.relation,
            "nik": row.nik or None,
            "nik_missing": "" if row.nik else NikMissing.UNKNOWN,
            **first_profile(row),
        }, []
    values, differences = {}, []

    def change(column, old, new, **columns):
        values.update(columns)
        differences.append(Difference(column, LABELS[column], old, new))

    # A name that is only written otherwise, in capitals or without its marks, is the same name.
    if row.search_name != person.search_name:
        change("name", person.name, row.name, name=row.name, search_name=row.search_name)
    if row.sex and row.sex != person.sex:
        change("sex", Sex(person.sex).label, Sex(row.sex).label, sex=row.sex)
    if row.birth and not (births_agree(person, row.birth) and FINER[precision] <= FINER[person.birth_precision]):
        old = partial_date(person.birth_on, person.birth_precision)
        change("birth", old, partial_date(row.birth), birth_on=birth_on, birth_precision=precision)
    if row.relation and row.relation != person.relation:
        change("relation", Relation(person.relation).label, Relation(row.relation).label, relation=row.relation)
    if row.nik and person.nik is None:
        change("nik", "", mask_number(row.nik), nik=row.nik, nik_missing="")
    for column, old, new, columns in changed_profile(person, row):
        change(column, old, new, **columns)
    return values, differences


def _checks(person: KnownPerson | None, values: dict, registry: Registry, today: dt.date) -> list[str]:
    """What is to be checked about the person as he will stand."""
    columns = ("nik", "sex", "birth_on", "birth_precision")
    stands = SimpleNamespace(**{column: values.get(column, getattr(person, column, None)) for column in columns})
    region_known = bool(stands.nik) and Nik(stands.nik).regency_code in registry.regencies
    return person_checks(stands, region_known=region_known, today=today)


def _keep_one_head(drafts: list[Draft], registry: Registry) -> None:
    """A second head goes to review; a new head may come where the file itself says that the old one is none now."""
    for family in _families(drafts).values():
        home = family[0].household_id
        members = registry.members[home] if home is not None else []
        head = next((person.id for person in members if person.relation == Relation.HEAD), None)
        said = {draft.person.id: draft.row.relation for draft in family if draft.person}
        taken = head is not None and said.get(head, "") in ("", Relation.HEAD)
        for draft in family:
            is_head_already = draft.person is not None and draft.person.id == head
            if draft.row.relation != Relation.HEAD or is_head_already:
                continue
            if taken:
                draft.doubts.append(SECOND_HEAD)
            taken = True


def _home_differences(drafts: list[Draft], adopted: dict, registry: Registry) -> dict[int, tuple]:
    """For each known household the row that speaks for it, the head's or else the first, and what it says otherwise."""
    found = {}
    for family in _families(drafts).values():
        household = registry.households.get(family[0].household_id)
        if household is None:
            continue
        speaker = next((draft for draft in family if draft.row.relation == Relation.HEAD), family[0])
        differences = _home_difference(household, speaker.row, adopted.get(household.id, ""))
        if differences:
            found[speaker.row.number] = tuple(differences)
    return found


def _home_difference(household: KnownHousehold, row: Row, card: str) -> list[tuple[str, str, str]]:
    differences = [("family_card_number", "", card)] if card else []
    for column in HOME:
        old, new = getattr(household, column), getattr(row, column)
        if new and new.casefold() != old.casefold():
            differences.append((column, old, new))
    return differences


def _first_rows_without_head(drafts: list[Draft]) -> set[int]:
    """The first row of each new household in which nobody is the head."""
    families = _families(drafts).items()
    new = [family for _, family in families if family[0].household_id is None]
    return {family[0].row.number for family in new if all(d.row.relation != Relation.HEAD for d in family)}


def _families(drafts: list[Draft]) -> dict:
    """The rows that may be written by the household they go to; new households by their card."""
    families = defaultdict(list)
    for draft in drafts:
        if draft.is_settled:
            families[draft.household_id or draft.row.card].append(draft)
    return families


def _shown(column: str, value: str) -> str:
    return mask_number(value) if column == "family_card_number" else value
