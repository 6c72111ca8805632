"""Documents: what is odd about a number is said and nothing refused, and whether something is to be done."""

import datetime as dt
import re

from households.placement_choices import DocumentKind, DocumentState
from households.rules.steps import latest_day

PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{6,7}")
INSURANCE = re.compile(r"[0-9]{11}")
SHOWN = 3
# So long before the end somebody should begin to see about a new one.
WARNING = dt.timedelta(days=60)


def tidy_number(number: str) -> str:
    """As it is stored: capital letters without spaces."""
    return "".join(number.split()).upper()


def odd_number(kind: str, number: str) -> str:
    """What is unusual about a number, in words; empty where nothing is, or no usual form is known."""
    if kind == DocumentKind.PASSPORT and number and not PASSPORT.fullmatch(number):
        return "Nomor paspor biasanya satu atau dua huruf lalu enam atau tujuh angka."
    if kind == DocumentKind.INSURANCE and number and not INSURANCE.fullmatch(number):
        return "Nomor BPJS Ketenagakerjaan biasanya 11 angka."
    return ""


def is_in_order(row, day: dt.date) -> bool:
    """Whether there is nothing to do about a document: it is there, and does not run out soon."""
    lasts = row.expires_on is None or latest_day(row.expires_on, row.expires_precision) > day + WARNING
    return row.state == DocumentState.HELD and lasts


def masked(number: str) -> str:
    """The number with dots for all but its last three signs."""
    return "•" * max(0, len(number) - SHOWN) + number[-SHOWN:] if len(number) > SHOWN else "•" * len(number)
