"""Answers on a form: 'belum diketahui' is stored as an empty column, and is a choice like any other on the page."""

from households.countries import DESTINATIONS, OTHER_COUNTRIES, REFUSED

UNKNOWN = "?"
BEFORE_BIRTH = "Lebih awal dari tahun lahirnya. Periksa keduanya."


def with_unknown(choices) -> list[tuple[str, str]]:
    """Choices of a column in which empty means unknown, with a value that a form can tell from no answer."""
    return [(value or UNKNOWN, label) for value, label in choices]


def to_column(answer: str) -> str:
    """The column's value for an answer."""
    return "" if answer == UNKNOWN else answer


def to_answer(column: str) -> str:
    """The answer for a column's value."""
    return column or UNKNOWN


def country_choices() -> list:
    """Where people go: the usual destinations first, and the two answers that are none."""
    return [
        ("", "Pilih negara"),
        ("Tujuan yang sering", list(DESTINATIONS.items())),
        ("Belum ada jawaban", [(UNKNOWN, "Belum diketahui"), (REFUSED, "Tidak bersedia menjawab")]),
        ("Negara lain", list(OTHER_COUNTRIES.items())),
    ]


def refuse_before_birth(form, name: str, birth) -> None:
    """Say at the field that its year lies before the birth."""
    day = form.cleaned_data.get(name)
    if day and birth and day.value.year < birth.value.year:
        form.add_error(name, BEFORE_BIRTH)
