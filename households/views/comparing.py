"""Two versions of the same answers, in words, for the page that compares them."""

import datetime as dt

from toolkit.dates import PartialDate, UnclearDate, date_in_words
from toolkit.templatetags.indonesian import mask_number, number

NUMBERS = {"nik", "family_card_number"}
NOTHING = "–"


def compare_fields(form, saved_form) -> list[dict]:
    """A row for each field: what is saved, and what was typed. An empty number box means the saved one stays."""
    rows = []
    for bound in form:
        if bound.name in NUMBERS and not bound.value():
            continue
        saved, yours = in_words(saved_form[bound.name]), in_words(bound)
        rows.append({"label": bound.label, "saved": saved, "yours": yours, "differs": saved != yours})
    return rows


def in_words(bound) -> str:
    """What stands in a field, as a person reads it."""
    value = _answer(bound)
    if bound.name in NUMBERS:
        return mask_number(value) if value else NOTHING
    labels = dict(_flat(getattr(bound.field, "choices", ())))
    if isinstance(value, list) and labels:
        return ", ".join(str(labels.get(one, one)) for one in value) or NOTHING
    if isinstance(value, list):
        try:
            value = PartialDate.read(*(part or "" for part in value))
        except UnclearDate:
            return " ".join(part for part in value if part)
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, dt.date):
        return date_in_words(value)
    if value in labels:
        return str(labels[value] or NOTHING)
    if isinstance(value, int) and not isinstance(value, bool):
        # Of ten parts nothing is as good as not said.
        return number(value) if value else NOTHING
    return str(value or NOTHING)


def _answer(bound):
    """What was understood, so that '4' and '004' are the same RT; what was typed where nothing was understood."""
    understood = getattr(bound.form, "cleaned_data", {})
    return understood[bound.name] if bound.name in understood else bound.value()


def _flat(choices):
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
