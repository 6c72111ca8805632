"""Who may be given which letter. Values in, an answer out: why not, in words for the kitchen table."""

import datetime as dt
from dataclasses import dataclass

from households.choices import Precision, Relation, Stage
from households.rules.children import OF_AGE
from households.rules.dates import eighteen_years_before
from households.rules.steps import latest_day
from infopost.letter_choices import CIVIL_OF, CivilStatus, Consent, Kinship, LetterKind, Refusal

# What is said to the family, and what to do now.
WORDS = {
    Refusal.MINOR: f"{{name}} belum {OF_AGE} tahun. Menurut undang-undang belum boleh bekerja ke luar negeri, jadi "
    "surat izin tidak dapat dibuat. Tanyakan dengan tenang siapa yang mengajak; bila ada yang memaksa, minta tolong "
    "lewat nomor di halaman 'Minta tolong'.",
    Refusal.AGE_UNKNOWN: f"Belum pasti {{name}} sudah {OF_AGE} tahun, karena tanggal lahirnya belum lengkap. Lihat "
    "dulu akta atau KTP-nya, lengkapi tanggal lahirnya, lalu buat surat ini lagi.",
    Refusal.SELF: "Izin tidak dapat diberikan oleh orang yang akan berangkat sendiri. Ajak suami, istri, orang tua, "
    "atau walinya datang.",
    Refusal.SIGNER_MINOR: f"Pemberi izin belum {OF_AGE} tahun. Izin hanya dari keluarga yang sudah dewasa.",
    Refusal.SIGNER_AGE_UNKNOWN: f"Belum pasti pemberi izin sudah {OF_AGE} tahun. Lihat KTP-nya dan lengkapi tanggal "
    "lahirnya.",
    Refusal.NOT_SPOUSE: "{name} tercatat kawin, jadi izinnya dari suami atau istri. Bila sudah bercerai, betulkan dulu "
    "status perkawinannya.",
    Refusal.NOT_MARRIED: "{name} tercatat tidak sedang kawin, jadi izinnya dari orang tua atau wali. Bila sudah kawin, "
    "betulkan dulu status perkawinannya.",
    Refusal.OTHER_KINSHIP: "Hubungan pemberi izin berbeda dari yang tercatat di data keluarga. Cocokkan dengan Kartu "
    "Keluarga, lalu betulkan yang keliru.",
    Refusal.IDENTITY: "KTP pemberi izin belum dilihat atau tidak cocok. Minta ia datang lagi dengan KTP aslinya.",
    Refusal.KINSHIP: "Hubungan keluarganya belum terbukti. Minta buku nikah, akta, atau Kartu Keluarga.",
    Refusal.ABSENT: "Pemberi izin harus datang sendiri. Surat titipan tidak diterima, supaya izin tidak dipalsukan.",
    Refusal.DECLINED: "Keluarga tidak memberi izin. Keputusannya dihormati; jangan dibujuk di depan orang lain.",
    Refusal.DOUBTED: "Izin ini diragukan, jadi surat tidak dibuat. Bicarakan dengan pemberi izin sendirian; bila ada "
    "paksaan atau surat palsu, minta tolong lewat nomor di halaman 'Minta tolong'.",
}
SPOUSES = {Relation.HUSBAND, Relation.WIFE}
GROWN_PAIR = {Relation.HEAD, *SPOUSES}


@dataclass(frozen=True)
class Traveller:
    """What is looked at of whoever wants to go."""

    birth_on: dt.date | None
    birth_precision: str
    marital: str
    relation: str = ""


@dataclass(frozen=True)
class Leave:
    """What was answered about whoever gives leave; `is_member` when he is of the same family in the registry."""

    kinship: str
    birth_on: dt.date | None
    birth_precision: str
    is_traveller: bool = False
    is_member: bool = False
    relation: str = ""
    identity_seen: bool = False
    kinship_seen: bool = False
    is_present: bool = False
    consent: str = ""


def words_of(refusal: str, *, name: str) -> str:
    """What a refusal says to the family."""
    return WORDS[Refusal(refusal)].format(name=name)


def grown(birth_on: dt.date | None, precision: str, day: dt.date) -> bool | None:
    """Whether somebody is 18 on `day`, whatever is not known of his birth; None when it may be either."""
    if birth_on is None:
        return None
    # Of a year alone its middle is kept; the earliest birthday that it may mean is the first of January.
    first = {Precision.YEAR: birth_on.replace(month=1, day=1), Precision.MONTH: birth_on.replace(day=1)}
    limit = eighteen_years_before(day)
    if latest_day(birth_on, precision) <= limit:
        return True
    return False if first.get(precision, birth_on) > limit else None


def refusal_of(traveller: Traveller, leave: Leave, *, day: dt.date) -> Refusal | None:
    """Why no letter of permission can be given, the gravest reason first; None when it can."""
    return _too_young(traveller, day) or _not_willing(leave) or _not_grown(leave, day) or _not_kin(traveller, leave)


def _too_young(traveller, day):
    is_grown = grown(traveller.birth_on, traveller.birth_precision, day)
    if is_grown is None:
        return Refusal.AGE_UNKNOWN
    return None if is_grown else Refusal.MINOR


def _not_willing(leave):
    if leave.consent == Consent.DOUBTED:
        return Refusal.DOUBTED
    if leave.is_traveller:
        return Refusal.SELF
    if not leave.is_present:
        return Refusal.ABSENT
    if not leave.identity_seen:
        return Refusal.IDENTITY
    return Refusal.DECLINED if leave.consent == Consent.DECLINED else None


def _not_grown(leave, day):
    is_grown = grown(leave.birth_on, leave.birth_precision, day)
    if is_grown is None:
        return Refusal.SIGNER_AGE_UNKNOWN
    return None if is_grown else Refusal.SIGNER_MINOR


def _not_kin(traveller, leave):
    is_married = CIVIL_OF.get(traveller.marital) == CivilStatus.MARRIED
    if is_married and leave.kinship != Kinship.SPOUSE:
        return Refusal.NOT_SPOUSE
    if not is_married and leave.kinship == Kinship.SPOUSE:
        return Refusal.NOT_MARRIED
    known = kinship_of(leave.relation, traveller.relation) if leave.is_member else None
    if known and known != leave.kinship:
        return Refusal.OTHER_KINSHIP
    return None if leave.kinship_seen else Refusal.KINSHIP


def kinship_of(relation: str, other: str) -> Kinship | None:
    """What somebody is to another member by both their places in the family; None where that is not certain."""
    pair = {relation, other}
    if Relation.HEAD in pair and pair & SPOUSES:
        return Kinship.SPOUSE
    if other == Relation.CHILD and relation in GROWN_PAIR:
        return Kinship.PARENT
    if other == Relation.HEAD and relation == Relation.PARENT:
        return Kinship.PARENT
    return None


def contradiction(stated: str, *, marital: str, has_spouse: bool) -> str:
    """What in the registry speaks against the status that a letter is to state, in words; empty where nothing does."""
    kept = CIVIL_OF.get(marital)
    if kept is None:
        return "Status perkawinannya belum terdata. Isi dulu di 'Pendidikan dan pekerjaan', lalu buat surat ini lagi."
    if kept != stated:
        return f"Di data tercatat {kept.label}. Betulkan dulu datanya bila memang berbeda, lalu buat surat ini lagi."
    if has_spouse and kept != CivilStatus.MARRIED:
        return "Di keluarganya tercatat ada suami atau istri. Cocokkan dengan Kartu Keluarga, lalu betulkan datanya."
    return ""


def missing_journey(kind: str, stage: str) -> str:
    """What has to be noted before a letter of this kind can be given; empty where nothing is missing.

    `stage` is where somebody stands with work abroad; empty for nowhere.
    """
    if kind in (LetterKind.FAMILY, LetterKind.COVER) and stage != Stage.PROSPECTIVE:
        return "Catat dulu rencana berangkatnya (menjadi calon PMI), lalu buat surat ini lagi."
    if kind == LetterKind.RETURN and stage != Stage.RETURNED:
        return "Catat dulu kepulangannya, lalu buat surat ini lagi."
    return ""
