"""Dates, numbers and money as Indonesians write them."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from toolkit.dates import PartialDate, date_in_words

register = template.Library()

# The three zones of the country by their distance from UTC in hours.
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


@register.filter
def date_long(value: date | datetime | None) -> str:
    """'22 November 2026', a moment in the user's own zone; empty without a date."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return date_in_words(value)


@register.filter
def partial_date(value: date | PartialDate | None, precision: str = "day") -> str:
    """As much of a date as is known: '10 Maret 2016', 'Maret 2024', 'sekitar 1970', 'belum diketahui'."""
    if not isinstance(value, PartialDate):
        value = PartialDate(value, precision) if value and precision != "unknown" else PartialDate()
    return f"sekitar {value.value.year}" if value.precision == "year" else str(value)


@register.filter
def number(value: int | None) -> str:
    """A whole number with dots: '1.234.567'; empty without one."""
    return "" if value is None or value == "" else f"{int(value):,}".replace(",", ".").replace("-", "−")


@register.filter
def rupiah(value: int | None) -> str:
    """Whole rupiah: 'Rp1.250.000', below zero '−Rp1.250.000'; empty without an amount."""
    if value is None or value == "":
        return ""
    sign = "−" if int(value) < 0 else ""
    return f"{sign}Rp{number(abs(int(value)))}"


@register.filter
def trend(change: int | None) -> str:
    """The word for a change, always from its sign: 'naik 6', 'turun 2', 'tetap'; empty when nothing to compare with."""
    if change is None or change == "":
        return ""
    if change == 0:
        return "tetap"
    return f"{'naik' if change > 0 else 'turun'} {number(abs(change))}"


@register.filter
def mask_number(value: str | None) -> str:
    """A NIK or KK number with dots for all but its last two digits; empty without one."""
    value = str(value or "")
    if len(value) <= 2:
        return "•" * len(value)
    return "•" * (len(value) - 2) + value[-2:]


@register.filter
def clock(value: datetime | None) -> str:
    """A moment's time of day in the user's own zone: '09.14 WITA'; empty without a moment."""
    if value is None or value == "":
        return ""
    local = timezone.localtime(value)
    offset = local.utcoffset()
    zone = ZONES.get(offset.total_seconds() / 3600, local.tzname())
    return f"{local:%H.%M} {zone}"


@register.filter
def inside(label: str) -> str:
    """A label within a sentence: 'Paspor' becomes 'paspor'; 'BPJS', 'WhatsApp' and 'P3MI' stay as they are written."""
    word = label.split(" ", 1)[0]
    return label if word[1:] != word[1:].lower() else label[:1].lower() + label[1:]
