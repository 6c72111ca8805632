"""The answers about how somebody was placed abroad: scheme, documents, money, and what the officer decided."""

from django.db import models


class Scheme(models.TextChoices):
    """By which way somebody is placed, as the official numbers count them; trainees are no PMI by UU 18/2017 art. 4."""

    P_TO_P = "p_to_p", "Lewat P3MI (P to P)"
    G_TO_G = "g_to_g", "Antarpemerintah (G to G)"
    G_TO_P = "g_to_p", "Pemerintah ke perusahaan (G to P)"
    OWN_COMPANY = "own_company", "Perusahaan sendiri (UKPS)"
    INDEPENDENT = "independent", "Perseorangan (mandiri)"
    SKILLED = "skilled", "Pekerja berketerampilan khusus (SSW)"
    TRAINEE = "trainee", "Magang"
    RE_ENTRY = "re_entry", "Kembali ke majikan lama (re-entry)"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Recruiter(models.TextChoices):
    """Who found the work. An individual may not place anybody (UU 18/2017 article 69)."""

    AGENCY = "agency", "P3MI"
    GOVERNMENT = "government", "Dinas atau BP3MI"
    COMPANY = "company", "Perusahaannya sendiri"
    SELF = "self", "Mencari sendiri"
    INDIVIDUAL = "individual", "Orang perseorangan (sponsor, kenalan)"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Visa(models.TextChoices):
    """With what kind of visa somebody entered."""

    WORK = "work", "Visa kerja"
    VISIT = "visit", "Visa kunjungan atau wisata"
    WORSHIP = "worship", "Visa umrah atau ziarah"
    OTHER = "other", "Visa lain"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


# From where people usually leave; offered while typing, and any other name is taken as it is written.
PORTS = (
    "Bandara Soekarno-Hatta, Jakarta",
    "Bandara Juanda, Surabaya",
    "Bandara Lombok",
    "Bandara Ngurah Rai, Bali",
    "Bandara Kulon Progo, Yogyakarta",
    "Bandara Ahmad Yani, Semarang",
    "Bandara Kualanamu, Medan",
    "Bandara Hang Nadim, Batam",
    "Pelabuhan Batam Centre",
    "Pelabuhan Tanjungpinang",
    "Pelabuhan Dumai",
    "Pelabuhan Tanjung Balai Asahan",
    "Pelabuhan Nunukan",
    "Perbatasan Entikong",
    "Perbatasan Aruk",
)


class Currency(models.TextChoices):
    """The currencies of the usual destinations, by ISO 4217."""

    MYR = "MYR", "Ringgit Malaysia (MYR)"
    TWD = "TWD", "Dolar Taiwan (TWD)"
    HKD = "HKD", "Dolar Hong Kong (HKD)"
    SGD = "SGD", "Dolar Singapura (SGD)"
    SAR = "SAR", "Riyal Saudi (SAR)"
    KRW = "KRW", "Won Korea (KRW)"
    JPY = "JPY", "Yen Jepang (JPY)"
    BND = "BND", "Dolar Brunei (BND)"
    AED = "AED", "Dirham UEA (AED)"
    QAR = "QAR", "Riyal Qatar (QAR)"
    USD = "USD", "Dolar Amerika (USD)"
    EUR = "EUR", "Euro (EUR)"
    IDR = "IDR", "Rupiah (IDR)"


class EmployerType(models.TextChoices):
    """The three kinds of employer of UU 18/2017 article 4."""

    LEGAL_ENTITY = "entity", "Berbadan hukum"
    INDIVIDUAL = "individual", "Perseorangan atau rumah tangga"
    VESSEL = "vessel", "Kapal"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class DayOff(models.TextChoices):
    """How often a day off is given."""

    WEEKLY = "weekly", "Setiap minggu"
    MONTHLY = "monthly", "Beberapa hari sebulan"
    NONE = "none", "Tidak ada libur"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class LoanSource(models.TextChoices):
    """Who lent the money for going."""

    NONE = "none", "Tidak meminjam"
    BANK = "bank", "Bank (KUR)"
    AGENCY = "agency", "P3MI"
    LENDER = "lender", "Rentenir atau pelepas uang"
    FAMILY = "family", "Keluarga atau kenalan"
    OTHER = "other", "Lainnya"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Debt(models.TextChoices):
    """How much is owed still; bands, because that is what families tell."""

    NONE = "none", "Sudah lunas"
    UP_TO_5 = "to_5", "Di bawah Rp5 juta"
    UP_TO_15 = "to_15", "Rp5 sampai 15 juta"
    UP_TO_30 = "to_30", "Rp15 sampai 30 juta"
    MORE = "more", "Di atas Rp30 juta"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class DownPayment(models.TextChoices):
    """Whether money was given before leaving (uang panjar, uang fit): a sign of debt bondage."""

    YES = "yes", "Ya, menerima uang"
    NO = "no", "Tidak"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class ContactRhythm(models.TextChoices):
    """How often the family hears from whoever is abroad."""

    WEEKLY = "weekly", "Setiap minggu atau lebih"
    MONTHLY = "monthly", "Setiap bulan"
    RARELY = "rarely", "Lebih jarang"
    NEVER = "never", "Tidak pernah"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class DocumentKind(models.TextChoices):
    """What a journey needs: UU 18/2017 articles 5 and 13, in that order; and what the placement system gives."""

    MARITAL = "marital", "Surat status perkawinan"
    FAMILY_PERMISSION = "family", "Surat izin keluarga"
    COMPETENCE = "competence", "Sertifikat kompetensi"
    MEDICAL = "medical", "Surat sehat (fisik dan psikologi)"
    PASSPORT = "passport", "Paspor"
    WORK_VISA = "visa", "Visa atau izin kerja"
    PLACEMENT = "placement", "Perjanjian penempatan"
    CONTRACT = "contract", "Perjanjian kerja"
    INSURANCE = "insurance", "BPJS Ketenagakerjaan"
    ORIENTATION = "orientation", "Sertifikat OPP"
    MIGRANT_ID = "migrant_id", "ID-PMI atau E-KPMI"


class DocumentState(models.TextChoices):
    """Where a document is."""

    HELD = "held", "Ada"
    IN_PROCESS = "process", "Sedang diurus"
    EXPIRED = "expired", "Sudah habis masa berlakunya"
    WITH_OTHERS = "others", "Dipegang orang lain"
    SUSPECTED = "suspected", "Diragukan keasliannya"
    NONE = "none", "Tidak ada"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class PlacementStatus(models.TextChoices):
    """Whether somebody was placed by the law's way. Said gently, and never held against the family."""

    PROCEDURAL = "procedural", "Prosedural"
    NON_PROCEDURAL = "non", "Berdokumen tidak lengkap"
    UNKNOWN = "unknown", "Belum dapat dipastikan"


class PlacementReason(models.TextChoices):
    """Why the rule says so, as an officer reads it to a family."""

    UNDER_AGE = "under_age", "Saat berangkat umurnya belum 18 tahun."
    OTHER_VISA = "other_visa", "Masuk dengan visa yang bukan untuk bekerja."
    NO_CONTRACT = "no_contract", "Tidak ada perjanjian kerja."
    CLOSED = "closed", "Saat berangkat, negara tujuannya ditutup untuk pekerjaan itu."
    BY_INDIVIDUAL = "individual", "Diberangkatkan orang perseorangan, bukan perusahaan berizin."
    AGE_UNKNOWN = "no_age", "Umurnya saat berangkat belum diketahui."
    PASSPORT = "no_passport", "Paspor belum terdata ada."
    WORK_VISA = "no_visa", "Visa kerja belum terdata ada."
    CONTRACT = "contract", "Perjanjian kerja belum terdata ada."
    REGISTERED = "no_id", "ID-PMI belum terdata, dan bukan perseorangan (mandiri)."
    INSURED = "no_insurance", "BPJS Ketenagakerjaan belum terdata ada."
    COMPLETE = "complete", "Umur, paspor, visa kerja, perjanjian kerja, pendaftaran, dan jaminan sosialnya terdata."


class Placed(models.TextChoices):
    """What was decided about a journey, with how that is known: what the counts tell apart."""

    PROCEDURAL_SEEN = "p_seen", "Prosedural, dokumen dilihat"
    PROCEDURAL_TOLD = "p_told", "Prosedural, diceritakan keluarga"
    INCOMPLETE_SEEN = "n_seen", "Berdokumen tidak lengkap, dokumen dilihat"
    INCOMPLETE_TOLD = "n_told", "Berdokumen tidak lengkap, diceritakan keluarga"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNSURE = "unsure", "Sudah ditanyakan, belum dapat dipastikan"
