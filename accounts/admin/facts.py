"""The columns of a record as people read them, for the admin's lists and pages: masked, dated, in words."""

import datetime as dt
from functools import cache

from django.contrib import admin
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from accounts.models import User
from regions.models import Region
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import clock, date_long, mask_number, number, partial_date

# Whole only on the page that asks for a reason (households.views.revealing); numbers of papers not here either.
MASKED = frozenset({"nik", "family_card_number", "number", "contract_number"})
# Upkept for sorting, searching and editing: nothing that somebody would read.
TECHNICAL = frozenset(
    {
        "id",
        "version",
        "sort_name",
        "member_names",
        "has_more_names",
        "search_name",
        "search_text",
        "needs_check",
        "password",
        "is_superuser",
    }
)
NOTHING = "–"
# Columns that every kind of record has, in words; what they hold says the rest.
NAMES = {
    "created_at": "dicatat pada",
    "created_by": "dicatat oleh",
    "recorded_at": "dicatat pada",
    "recorded_by": "dicatat oleh",
    "changed_at": "terakhir diubah pada",
    "changed_by": "terakhir diubah oleh",
    "closed_by": "ditutup oleh",
    "reopened_by": "dibuka kembali oleh",
    "uploaded_at": "diunggah pada",
    "uploaded_by": "diunggah oleh",
    "committed_at": "disimpan pada",
    "last_login": "terakhir masuk",
}
# Where a house stands is shown to whoever has Verb.LOCATE, on its own page.
PLACED = frozenset({"latitude", "longitude"})


@cache
def facts_of(model, without=frozenset(), first=()) -> tuple:
    """Every column that says something to people, as read-only fields of an admin page; the same ones each time.

    It begins with those in `first`, by which the record is known; the others follow as its table has them.
    """
    leading = [model._meta.get_field(name) for name in first]
    others = [field for field in model._meta.concrete_fields if field not in leading]
    fields = [field for field in (*leading, *others) if field.name not in TECHNICAL | PLACED | without]
    # How exactly a date is known is said with the date.
    return tuple(fact(field) for field in fields if not field.name.endswith(("_precision", "_version")))


def fact(field):
    """A read-only field that says what the column holds."""

    @admin.display(description=name_of(field))
    def words(record):
        return _words(record, field) or NOTHING

    words.__name__ = field.name
    return words


def name_of(field) -> str:
    """What the column is called: by its own name, by what it leads to, or as the same column is everywhere."""
    own, plain = str(field.verbose_name), field.name.replace("_", " ")
    if own != plain or own in NAMES.values():
        return own
    return NAMES.get(field.name) or str(field.related_model._meta.verbose_name if field.is_relation else own)


def _words(record, field) -> str:
    name, value = field.name, getattr(record, field.attname)
    if value is None or value == "":
        return ""
    if name in MASKED:
        return mask_number(value)
    for label in (f"get_{name}_display", f"{name.removesuffix('s')}_labels", f"{name}_label"):
        if hasattr(record, label):
            said = getattr(record, label)
            said = said() if callable(said) else said
            return said if isinstance(said, str) else ", ".join(said)
    return _related(getattr(record, name)) if isinstance(field, models.ForeignKey) else _value(record, name, value)


def _value(record, name: str, value):
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, dt.datetime):
        return f"{date_long(value)}, {clock(value)}"
    if isinstance(value, dt.date):
        precision = getattr(record, f"{name.removesuffix('_on')}_precision", "day")
        return partial_date(PartialDate.within(value, precision))
    if isinstance(value, int) and not name.endswith("year"):
        return number(value)
    return ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _related(other):
    """A colleague or a place by name; another record by a way to its page here."""
    if isinstance(other, User):
        return other.full_name
    if isinstance(other, Region):
        return other.label
    kind = other._meta
    try:
        url = reverse(f"admin:{kind.app_label}_{kind.model_name}_change", args=[other.pk])
    except NoReverseMatch:
        return str(kind.verbose_name)
    return format_html('<a href="{}">{}</a>', url, f"Buka {kind.verbose_name}")
