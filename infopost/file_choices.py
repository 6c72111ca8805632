"""The answers in a candidate's file: the steps on the way abroad, and what became of a referral."""

from django.db import models


class FileStep(models.TextChoices):
    """The steps from the wish to the work abroad, in their order (articles 8, 13 and 15 of the law)."""

    INTEREST = "interest", "Berminat"
    CONSULT = "consult", "Datang ke pos desa"
    AGENCY = "agency", "Perusahaan dan lowongan diperiksa"
    PERMISSION = "permission", "Surat izin keluarga"
    REGISTER = "register", "Daftar di Disnaker atau LTSA"
    SELECTION = "selection", "Seleksi"
    PLACEMENT = "placement", "Perjanjian penempatan"
    TRAINING = "training", "Pelatihan dan sertifikat"
    MEDICAL = "medical", "Pemeriksaan kesehatan dan psikologi"
    PASSPORT = "passport", "Paspor"
    INSURED_BEFORE = "before", "BPJS sebelum berangkat"
    VISA = "visa", "Visa kerja"
    CONTRACT = "contract", "Perjanjian kerja"
    INSURED_DURING = "during", "BPJS selama bekerja"
    ORIENTATION = "orientation", "Orientasi sebelum berangkat (OPP)"
    DEPARTURE = "departure", "Berangkat"
    REPORT = "report", "Lapor diri di negara tujuan"
    ACTIVE = "active", "Bekerja di luar negeri"


class StepState(models.TextChoices):
    """What is noted of a step; a step of which nothing is noted is still to be done."""

    DONE = "done", "Sudah"
    NOT_NEEDED = "not_needed", "Tidak perlu"


class OrderAnswer(models.TextChoices):
    """Whether a job order covers what the candidate will do."""

    FITS = "fits", "Sesuai dengan negara dan pekerjaannya"
    COUNTRY = "country", "Untuk negara lain"
    SECTOR = "sector", "Untuk pekerjaan lain"
    COMPANY = "company", "Milik perusahaan lain"
    CLOSED = "closed", "Sudah ditutup"
    FILLED = "filled", "Sudah terisi"
    CANCELLED = "cancelled", "Dibatalkan"
    UNSURE = "unsure", "Belum bisa dicocokkan"
    NONE = "none", "Belum ada lowongan yang ditunjukkan"


class Written(models.TextChoices):
    """Whether one of the seven things stands in a contract."""

    YES = "yes", "Ya, tertulis"
    NO = "no", "Tidak tertulis"
    UNSURE = "unsure", "Belum jelas"


class Beside(models.TextChoices):
    """Who sat with the candidate when the contract was read."""

    SPOUSE = "spouse", "Suami atau istri"
    PARENT = "parent", "Orang tua"
    RELATIVE = "relative", "Keluarga lain"
    NOBODY = "nobody", "Tidak ada, calon sendiri"


class Office(models.TextChoices):
    """Where somebody is referred to."""

    LTSA = "ltsa", "LTSA (layanan terpadu satu atap)"
    LABOUR = "labour", "Dinas tenaga kerja"
    BP3MI = "bp3mi", "BP3MI"
    IMMIGRATION = "immigration", "Kantor imigrasi"
    CIVIL = "civil", "Dinas kependudukan (Dukcapil)"
    INSURANCE = "insurance", "BPJS Ketenagakerjaan"
    HEALTH = "health", "Puskesmas atau rumah sakit"
    TRAINING = "training", "Balai latihan kerja"
    OTHER = "other", "Kantor lain"


class ReferralReason(models.TextChoices):
    """For what somebody is referred."""

    REGISTER = "register", "Mendaftar sebagai calon PMI"
    PAPERS = "papers", "Mengurus surat"
    COMPANY = "company", "Memastikan perusahaan atau lowongan"
    TRAINING = "training", "Pelatihan atau ujian"
    HEALTH = "health", "Pemeriksaan kesehatan"
    INSURANCE = "insurance", "Jaminan sosial"
    ORIENTATION = "orientation", "Orientasi sebelum berangkat"
    ADVICE = "advice", "Bertanya atau minta pendapat"
    OTHER = "other", "Lainnya"


class ReferralAnswer(models.TextChoices):
    """What came back from the office; empty while it is waited for."""

    ACCEPTED = "accepted", "Diterima dan dilayani"
    ASKS_MORE = "asks_more", "Minta dilengkapi"
    REFUSED = "refused", "Ditolak"
    SILENT = "silent", "Tidak ada jawaban, tidak ditunggu lagi"


class Verdict(models.TextChoices):
    """What a check says: only what is certain is ever 'ok'."""

    OK = "ok", "Sesuai aturan"
    NOT_OK = "not_ok", "Tidak sesuai aturan"
    NOT_KNOWN = "not_known", "Belum diketahui"


class FileCheck(models.TextChoices):
    """What is looked at before somebody goes."""

    AGE = "age", "Umur"
    COUNTRY = "country", "Negara dan pekerjaan"
    AGENCY = "agency", "Perusahaan dan lowongan"


# In the order of the public page with the list to tick (infopost/data/topics.toml, 'baca-perjanjian').
SEVEN = ("employer", "worker", "job", "rights", "terms", "length", "safety")
