"""Numbers of documents: what is odd is said, and nothing is refused."""

import re

from households.placement_choices import DocumentKind

PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{6,7}")
INSURANCE = re.compile(r"[0-9]{11}")
SHOWN = 3


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


def masked(number: str) -> str:
    """The number with dots for all but its last three signs."""
    return "•" * max(0, len(number) - SHOWN) + number[-SHOWN:] if len(number) > SHOWN else "•" * len(number)
