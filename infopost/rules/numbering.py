"""How a village numbers its letters: a pattern with places for what differs, filled in when a letter is signed."""

import datetime as dt
import re

PLACES = {
    "nomor": "nomor urut dalam setahun, misalnya 012",
    "kode": "kode klasifikasi surat, misalnya 470",
    "bulan_romawi": "bulan dengan angka Romawi, misalnya XI",
    "bulan": "bulan dengan angka, misalnya 11",
    "tahun": "tahun, misalnya 2026",
}
# Without these two numbers would come again.
NEEDED = ("nomor", "tahun")
USUAL = "{kode}/{nomor}/PMI/{bulan_romawi}/{tahun}"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# A document's number in the registry holds no more.
LONGEST = 32
PLACE = re.compile(r"\{([^{}]*)\}")
BETWEEN = re.compile(r"[A-Za-z0-9./ -]*")
WIDEST = dt.date(2028, 8, 31)


def fill(pattern: str, *, serial: int, code: str, day: dt.date) -> str:
    """The number of a letter that is signed on `day` as the `serial`-th of its year: '470/012/PMI/XI/2026'."""
    values = {
        "nomor": f"{serial:03d}",
        "kode": code,
        "bulan_romawi": ROMAN[day.month - 1],
        "bulan": f"{day.month:02d}",
        "tahun": str(day.year),
    }
    return PLACE.sub(lambda found: values[found[1]], pattern)


def faults(pattern: str) -> list[str]:
    """What is wrong with a pattern, in sentences that say what to do; nothing where it can be used."""
    found = PLACE.findall(pattern)
    unknown = list(dict.fromkeys(f"{{{name}}}" for name in found if name not in PLACES))
    told = ", ".join(f"{{{name}}}" for name in PLACES)
    wrong = [f"{', '.join(unknown)} tidak dikenal. Yang dapat dipakai: {told}."] if unknown else []
    wrong += [f"Tulis {{{name}}}, supaya tidak ada nomor yang sama." for name in NEEDED if name not in found]
    if not BETWEEN.fullmatch(PLACE.sub("", pattern)):
        wrong.append("Di antaranya hanya huruf, angka, spasi, dan tanda / . - yang dapat dipakai.")
    elif not wrong and len(fill(pattern, serial=99999, code="470.99", day=WIDEST)) > LONGEST:
        wrong.append(f"Nomornya terlalu panjang. Pendekkan sampai paling banyak {LONGEST} tanda.")
    return wrong
