"""How a place is written and found, and which clock it keeps, worked out from its code and name alone."""

import re
import unicodedata

from regions.choices import Level

DEFAULT_ZONE = "Asia/Jakarta"
# Keppres 41/1987: three time zones, drawn along provinces. Provinces that are not named here keep WIB.
ZONES = {
    **dict.fromkeys(
        ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"),
        "Asia/Makassar",
    ),
    **dict.fromkeys(("81", "82", "91", "92", "93", "94", "95", "96"), "Asia/Jayapura"),
}
ABBREVIATIONS = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
# The seventh digit of a village's code tells its kind (Permendagri 58/2021).
VILLAGE_KINDS = {"1": "Kelurahan", "2": "Desa", "3": "Desa Adat"}


def zone_of(code: str) -> str:
    """The zoneinfo name of the place's time zone, by its province: 'Asia/Makassar' for '5203172006'."""
    return ZONES.get(code[:2], DEFAULT_ZONE)


def zone_abbreviation(code: str) -> str:
    """'WIB', 'WITA' or 'WIT' for the place."""
    return ABBREVIATIONS[zone_of(code)]


def dotted(code: str) -> str:
    """The code as officials write it: '52.03.17.2006'."""
    return ".".join(part for part in (code[:2], code[2:4], code[4:6], code[6:]) if part)


def title(code: str, name: str) -> str:
    """The place's own name with its kind: 'Desa Korleko', 'Kecamatan Labuhan Haji'.

    The names of kabupaten and kota carry their kind already.
    """
    match len(code):
        case Level.PROVINCE:
            return f"Provinsi {name}"
        case Level.REGENCY:
            return name
        case Level.DISTRICT:
            return f"Kecamatan {name}"
        case _:
            return f"{VILLAGE_KINDS.get(code[6], 'Desa')} {name}"


def short_title(code: str, name: str) -> str:
    """The name as it stands behind a smaller place: 'Kec. Labuhan Haji', 'Kab. Lombok Timur', 'Kota Bogor'."""
    match len(code):
        case Level.DISTRICT:
            return f"Kec. {name}"
        case Level.REGENCY:
            return name.replace("Kabupaten ", "Kab. ", 1)
        case _:
            return name


def search_key(text: str) -> str:
    """The text in small ASCII letters and digits, words parted by one space: "Ma'rang  Éa" gives 'marang ea'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['`\"]", "", plain)))


def search_path(name: str, above: str = "") -> str:
    """The key of the name followed by that of the region above: what a search of several words looks through."""
    return f"{search_key(name)} {above}".rstrip()
