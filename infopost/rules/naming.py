"""Does a public text name somebody? Words in, what looks like a name or a number out; nobody is looked up."""

import re

# 'Pak Budi', 'Ibu Siti', 'Sdr. Andi'. After these a capital letter begins a name, unless it is an office.
CALLED = (
    "pak|bapak|bpk|bu|ibu|sdr|sdri|saudara|saudari|haji|hajah|h|hj|mas|mbak|bang|kang|teh|om|tante|ustaz|ustadz|kyai|kiai|tuan|"
    "nyonya|amaq|inaq|mamiq"
)
OFFICES = {
    *(
        "kepala",
        "kades",
        "kadus",
        "lurah",
        "camat",
        "bupati",
        "wali",
        "gubernur",
        "menteri",
        "rt",
        "rw",
        "guru",
        "polisi",
    ),
    *(
        "petugas",
        "pejabat",
        "dokter",
        "bidan",
        "perwakilan",
        "agen",
        "sponsor",
        "desa",
        "dusun",
        "hajat",
        "dan",
        "atau",
    ),
}
AFTER_TITLE = re.compile(rf"\b({CALLED})\b\.?\s+([A-Z][\w'’-]*)", re.IGNORECASE)
# 'bernama Budi', 'inisial BS', 'alias Andi', 'Ahmad bin Umar'.
INTRODUCED = re.compile(
    r"\b(?:bernama|namanya|nama asli|inisial|alias|panggilannya|bin|binti)\b[:\s]+(\w+)", re.IGNORECASE
)
# A telephone, an account or an identity number: seven digits and more, however they are parted.
NUMBER = re.compile(r"\+?\d(?:[\s.\-()]*\d){6,}")
# Money and days have many digits too.
HARMLESS = re.compile(
    r"\brp\.?\s*\d[\d.,]*|\b[1-9]\d{0,2}(?:\.\d{3})+\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b", re.IGNORECASE
)
ADDRESS = re.compile(r"@[\w.]+|\b(?:www\.|https?://)\S+", re.IGNORECASE)


def names_in(text: str) -> list[str]:
    """The pieces of a text that look like somebody's name, number or account, as they stand there."""
    called = [
        found[0] for found in AFTER_TITLE.finditer(text) if found[2][0].isupper() and found[2].lower() not in OFFICES
    ]
    introduced = [found[0] for found in INTRODUCED.finditer(text) if found[1].lower() not in OFFICES]
    plain = HARMLESS.sub(" - ", text)
    numbers = [found[0] for found in (*NUMBER.finditer(plain), *ADDRESS.finditer(text))]
    return list(dict.fromkeys(" ".join(piece.split()) for piece in (*called, *introduced, *numbers)))
