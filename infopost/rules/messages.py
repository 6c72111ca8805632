"""What may stand in a message to a family, and under which number it reads it. Nothing here asks the database."""

import re

from households.living import WhatsappAnswer
from households.rules.names import searchable

PLACE = re.compile(r"\{([^{}]*)\}")
ALLOWED = frozenset({"nama", "desa", "tempat", "jam", "hari"})
LONGEST = 400
# Words that tell others in the house about somebody's body, trouble or money.
PRIVATE = re.compile(
    r"\b(sakit|penyakit|hamil|hiv|tbc|jiwa|nik|kk|utang|gaji|upah|kasus|pengaduan|deportasi|ilegal)\b", re.IGNORECASE
)
NUMBERS = re.compile(r"\d{4,}")
TITLES = frozenset(("lalu", "baiq", "inaq", "amaq", "papuq", "raden", "haji", "hajah", "hj", "h", "bapak", "ibu"))


def faults_of(text: str) -> list[str]:
    """Why a text may not be sent: places nobody knows, words that others must not read, numbers, or too long."""
    faults = [f"unknown place: {place}" for place in PLACE.findall(text) if place not in ALLOWED]
    faults += [f"private word: {word}" for word in PRIVATE.findall(text)]
    faults += ["a number"] if NUMBERS.search(text) else []
    return faults + (["too long"] if len(text) > LONGEST else [])


def places_in(text: str) -> set[str]:
    """What has to be put in."""
    return set(PLACE.findall(text))


def fill(text: str, values: dict[str, str]) -> str:
    """The text with everything in its place; what was put in is never looked at again."""
    return PLACE.sub(lambda found: values[found.group(1)], text)


def first_name(name: str) -> str:
    """The first word of a name that is no title, as people call somebody: letters only, at most twenty."""
    words = [re.sub(r"[^\w'’-]|\d|_", "", word) for word in name.split()]
    known = [word for word in words if len(word) > 1]
    chosen = next((word for word in known if searchable(word) not in TITLES), known[0] if known else "Keluarga")
    return chosen[:20]


def number_of(answer: str, *, phone: str, whatsapp: str) -> str:
    """The number under which a family reads WhatsApp, by what it answered; empty where there is none."""
    return {WhatsappAnswer.SAME: phone, WhatsappAnswer.OTHER: whatsapp}.get(answer, "")
