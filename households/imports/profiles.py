"""What a workbook says of schooling, work and marriage, beside what the registry knows of it."""

from households.imports.registry import KnownPerson
from households.imports.rows import Row
from households.models import Person
from households.person_choices import REFUSED, SILENT, Education, Marital, Unanswered

ANSWERS = ("marital", "education", "occupation")
# The office's list is coarser than the registry: whoever has the answer at the left keeps the ones at the right.
COARSE = {
    Marital.MARRIED: {Marital.REGISTERED, Marital.UNREGISTERED},
    Education.SENIOR: {Education.VOCATIONAL},
}


def first_profile(row: Row) -> dict:
    """The columns of a new person."""
    return {
        "birth_place": row.birth_place,
        "marital": row.marital,
        "education": row.education,
        "occupation": row.occupation,
        "occupation_words": row.occupation_words,
    }


def changed_profile(person: KnownPerson, row: Row) -> list[tuple[str, str, str, dict]]:
    """For each answer that differs its column, the old and the new one in words, and the columns to write.

    What the person would not say is not taken from a list.
    """
    changes = []
    place, missing = person.birth_place, person.birth_place_missing
    if row.birth_place and row.birth_place.casefold() != place.casefold() and missing != REFUSED:
        columns = {"birth_place": row.birth_place, "birth_place_missing": ""}
        changes.append(("birth_place", place or _words(Unanswered, missing), row.birth_place, columns))
    for column in ANSWERS:
        kept, told = getattr(person, column), getattr(row, column)
        if told in SILENT or told == kept or kept == REFUSED or kept in COARSE.get(told, ()):
            continue
        columns = {column: told}
        if column == "occupation":
            columns["occupation_words"] = row.occupation_words
        choices = Person._meta.get_field(column).choices
        changes.append((column, dict(choices).get(kept, ""), dict(choices)[told], columns))
    return changes


def _words(choices, value: str) -> str:
    return choices(value).label if value else ""
