"""The words of a letter: text with places in braces, in blocks parted by an empty line."""

import re
from dataclasses import dataclass

from infopost.letter_choices import LetterKind

# What every letter may name, and what it is; and what only one kind knows.
COMMON = {
    "nama": "nama lengkap",
    "nik": "NIK",
    "lahir": "tempat dan tanggal lahir",
    "kelamin": "jenis kelamin",
    "pekerjaan": "pekerjaan",
    "alamat": "alamat",
    "desa": "nama desa dengan jenisnya",
    "kecamatan": "nama kecamatan",
    "kabupaten": "nama kabupaten/kota",
    "provinsi": "nama provinsi",
    "negara": "negara tujuan, atau negara asal kepulangan",
    "bidang": "bidang kerja",
    "dasar": "undang-undang dan pasalnya, menurut fakta",
}
OF_KIND = {
    LetterKind.FAMILY: {
        "pemberi": "nama pemberi izin",
        "nik_pemberi": "NIK pemberi izin",
        "lahir_pemberi": "tanggal lahir pemberi izin",
        "alamat_pemberi": "alamat pemberi izin",
        "hubungan": "hubungan pemberi izin: suami, istri, orang tua, atau wali",
    },
    LetterKind.MARITAL: {"status": "status perkawinan"},
    LetterKind.COVER: {"kepada": "pejabat yang dituju", "keperluan": "keperluan", "berkas": "berkas yang dibawa"},
    LetterKind.RETURN: {"berangkat": "kapan berangkat", "pulang": "kapan pulang"},
}
# Filled in on paper alone: on the screen whole numbers are masked.
NUMBERS = {"nik", "nik_pemberi"}
# A letter that leaves these out says nothing about anybody.
NEEDED = {
    LetterKind.FAMILY: ("nama", "nik", "pemberi", "nik_pemberi", "hubungan"),
    LetterKind.MARITAL: ("nama", "nik", "status"),
    LetterKind.COVER: ("nama", "nik", "keperluan"),
    LetterKind.RETURN: ("nama", "nik", "pulang"),
}
HEAD_PLACES = {
    "desa": "nama desa dengan jenisnya",
    "kecamatan": "nama kecamatan",
    "kabupaten": "nama kabupaten/kota",
    "provinsi": "nama provinsi",
    "alamat_kantor": "alamat kantor desa",
}
PLACE = re.compile(r"\{([^{}]*)\}")
PAIR = " : "


@dataclass(frozen=True)
class Block:
    """A paragraph, or lines with a name and a value each, drawn as a table."""

    text: str = ""
    pairs: tuple[tuple[str, str], ...] = ()


def places_of(kind: str) -> dict[str, str]:
    """The places that a letter of this kind may have, and what each stands for."""
    return COMMON | OF_KIND[LetterKind(kind)]


def faults(text: str, known: dict[str, str], needed=()) -> list[str]:
    """What is wrong with a text that somebody wrote, in sentences that say what to do."""
    found = PLACE.findall(text)
    unknown = list(dict.fromkeys(f"{{{name}}}" for name in found if name not in known))
    told = ", ".join(f"{{{name}}}" for name in known)
    wrong = [f"{', '.join(unknown)} tidak dikenal. Yang dapat dipakai: {told}."] if unknown else []
    if re.search(r"[{}]", PLACE.sub("", text)):
        wrong.append("Ada kurung kurawal yang tidak berpasangan. Tulis misalnya {nama}.")
    missing = [f"{{{name}}}" for name in needed if name not in found]
    return wrong + ([f"Belum ada: {', '.join(missing)}."] if missing else [])


def fill(text: str, values: dict[str, str]) -> str:
    """The text with its places filled in; one without a value stays as it is."""
    return PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def head_line(line: str, values: dict[str, str]) -> str:
    """A line of the letterhead; where its own words are in capitals, what is filled in is too."""
    capitals = PLACE.sub("", line).isupper()
    return fill(line, {name: value.upper() if capitals else value for name, value in values.items()}).strip()


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text. Where each line of a paragraph has a name and a value, it is a table."""
    found = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if lines and all(PAIR in line for line in lines):
            found.append(Block(pairs=tuple(tuple(piece.strip() for piece in line.split(PAIR, 1)) for line in lines)))
        elif lines:
            found.append(Block(text=" ".join(lines)))
    return found
