"""The answers about the letters that a village gives."""

from django.db import models

from households.person_choices import Marital
from households.placement_choices import DocumentKind
from households.rules.children import OF_AGE


class LetterKind(models.TextChoices):
    """The letters about going abroad and coming home that the village itself gives."""

    FAMILY = "family", "Surat izin keluarga"
    MARITAL = "marital", "Surat keterangan status perkawinan"
    COVER = "cover", "Surat pengantar ke LTSA"
    RETURN = "return", "Surat keterangan pulang"


# The letters of article 13 stand in the registry as documents of the journey.
DOCUMENT_OF = {LetterKind.FAMILY: DocumentKind.FAMILY_PERMISSION, LetterKind.MARITAL: DocumentKind.MARITAL}


class LetterState(models.TextChoices):
    """How far a letter is."""

    WAITING = "waiting", "Menunggu tanda tangan"
    SENT_BACK = "sent_back", "Dikembalikan"
    SIGNED = "signed", "Berlaku"
    WITHDRAWN = "withdrawn", "Ditarik"
    REFUSED = "refused", "Ditolak"
    CANCELLED = "cancelled", "Dibatalkan"


class Kinship(models.TextChoices):
    """Who may give somebody leave to go (article 13 b of the law)."""

    SPOUSE = "spouse", "Suami atau istri"
    PARENT = "parent", "Orang tua"
    GUARDIAN = "guardian", "Wali"


class Refusal(models.TextChoices):
    """Why a letter was not given; what the family is told stands beside each in `rules.letters`."""

    MINOR = "minor", f"Belum {OF_AGE} tahun"
    AGE_UNKNOWN = "age_unknown", f"Umurnya belum pasti {OF_AGE} tahun"
    SELF = "self", "Pemberi izin adalah orang yang akan berangkat"
    SIGNER_MINOR = "signer_minor", f"Pemberi izin belum {OF_AGE} tahun"
    SIGNER_AGE_UNKNOWN = "signer_age", f"Umur pemberi izin belum pasti {OF_AGE} tahun"
    NOT_SPOUSE = "not_spouse", "Yang sudah kawin perlu izin suami atau istri"
    NOT_MARRIED = "not_married", "Tidak sedang kawin, tetapi izinnya dari suami atau istri"
    OTHER_KINSHIP = "other_kin", "Hubungan tidak cocok dengan data keluarga"
    IDENTITY = "identity", "KTP pemberi izin tidak dapat dicocokkan"
    KINSHIP = "kinship", "Hubungan keluarga tidak dapat dibuktikan"
    ABSENT = "absent", "Pemberi izin tidak datang sendiri"
    DECLINED = "declined", "Keluarga tidak memberi izin"
    DOUBTED = "doubted", "Izin diragukan: dipalsukan atau dipaksa"


class Consent(models.TextChoices):
    """What the officer hears when he asks the family member himself."""

    GIVEN = "given", "Ya, memberi izin atas kemauan sendiri"
    DECLINED = "declined", "Tidak memberi izin"
    DOUBTED = "doubted", "Diragukan: surat atau tanda tangannya mungkin palsu, atau ia dipaksa"


class CivilStatus(models.TextChoices):
    """Marital status as a letter states it; whether a marriage is registered, its book says."""

    SINGLE = "single", "belum kawin"
    MARRIED = "married", "kawin"
    DIVORCED = "divorced", "cerai hidup"
    WIDOWED = "widowed", "cerai mati"


CIVIL_OF = {
    Marital.SINGLE: CivilStatus.SINGLE,
    Marital.REGISTERED: CivilStatus.MARRIED,
    Marital.UNREGISTERED: CivilStatus.MARRIED,
    Marital.MARRIED: CivilStatus.MARRIED,
    Marital.DIVORCED: CivilStatus.DIVORCED,
    Marital.WIDOWED: CivilStatus.WIDOWED,
}
