"""The answers that the registry knows. 'Belum diketahui' and 'tidak bersedia menjawab' are answers too."""

from django.db import models


class Sex(models.TextChoices):
    """As on the family card; empty where nobody knows."""

    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"
    UNKNOWN = "", "Belum diketahui"


class Relation(models.TextChoices):
    """Place in the family relative to its head (SHDK), in the order of the civil registry's codes 1 to 11."""

    HEAD = "head", "Kepala keluarga"
    HUSBAND = "husband", "Suami"
    WIFE = "wife", "Istri"
    CHILD = "child", "Anak"
    CHILD_IN_LAW = "child_in_law", "Menantu"
    GRANDCHILD = "grandchild", "Cucu"
    PARENT = "parent", "Orang tua"
    PARENT_IN_LAW = "parent_in_law", "Mertua"
    RELATIVE = "relative", "Famili lain"
    HELPER = "helper", "Pembantu"
    OTHER = "other", "Lainnya"
    UNKNOWN = "", "Belum diketahui"


class Precision(models.TextChoices):
    """How exactly a date is known. The stored day is the first of the month or year when only that is known.

    For births of which only the year is known it is 1 July, so that ages err by half a year at most; a return in the
    month or year of the departure stands on the day of the departure.
    """

    DAY = "day", "tanggal"
    MONTH = "month", "bulan"
    YEAR = "year", "tahun"
    UNKNOWN = "unknown", "belum diketahui"


class NikMissing(models.TextChoices):
    """Why a person has no NIK in the registry."""

    NOT_ISSUED = "not_issued", "Belum punya NIK"
    NOT_AT_HAND = "not_at_hand", "Kartu tidak di tempat"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Age(models.TextChoices):
    """Whether a living person is a child on a date (UU 35/2014 article 1); derived from the birth, never typed."""

    CHILD = "child", "Di bawah 18 tahun"
    GROWN = "grown", "18 tahun ke atas"
    UNKNOWN = "unknown", "Tanggal lahir belum terdata"


class Stage(models.TextChoices):
    """Where a person stands with work abroad on a date; derived from the trips, never typed.

    The three stages are all 'Pekerja Migran Indonesia' by UU 18/2017 article 1: who will work, works or has worked
    abroad.
    """

    PROSPECTIVE = "prospective", "Calon PMI"
    ACTIVE = "active", "PMI aktif"
    RETURNED = "returned", "PMI purna"


# Who goes to be trained is no migrant worker (UU 18/2017 article 4) and is not called one.
TRAINED = {
    Stage.PROSPECTIVE: "Calon peserta magang",
    Stage.ACTIVE: "Peserta magang",
    Stage.RETURNED: "Pernah magang",
}


class Evidence(models.TextChoices):
    """How the officer knows of a journey. Refusing to say is an answer and is never held against a family."""

    DOCUMENT = "document", "Dokumen dilihat"
    TOLD = "told", "Diceritakan keluarga"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class ReturnReason(models.TextChoices):
    """Why somebody came home; empty where the question was not asked yet."""

    FINISHED = "finished", "Kontrak selesai"
    LEAVE = "leave", "Cuti, akan bekerja lagi"
    OWN_WISH = "own_wish", "Kemauan sendiri"
    SICK = "sick", "Sakit"
    DISPUTE = "dispute", "Berselisih dengan pemberi kerja"
    ILLEGAL = "illegal", "Izin tinggal atau izin kerja bermasalah"
    DEPORTED = "deported", "Dipulangkan (deportasi)"
    DIED = "died", "Meninggal di luar negeri"
    OTHER = "other", "Lainnya"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class ExtensionPlace(models.TextChoices):
    """Where a contract was extended; official numbers tell the two apart."""

    INDONESIA = "indonesia", "Di Indonesia"
    MISSION = "mission", "Di Perwakilan RI"
    UNKNOWN = "unknown", "Belum diketahui"


class Channel(models.TextChoices):
    """How somebody abroad and the family hear from each other."""

    PHONE = "phone", "Telepon atau pesan"
    SOCIAL = "social", "Media sosial"
    FRIEND = "friend", "Teman atau kerabat"
    AGENCY = "agency", "P3MI atau agen"
    MISSION = "mission", "Perwakilan RI"
    OTHER = "other", "Cara lain"
    UNKNOWN = "unknown", "Belum diketahui"


class Sector(models.TextChoices):
    """Branch of work abroad."""

    DOMESTIC = "domestic", "Rumah tangga"
    ELDERLY_CARE = "elderly_care", "Perawat lansia"
    HEALTH = "health", "Kesehatan"
    MANUFACTURING = "manufacturing", "Pabrik"
    CONSTRUCTION = "construction", "Bangunan"
    PLANTATION = "plantation", "Perkebunan"
    AGRICULTURE = "agriculture", "Pertanian"
    FISHING = "fishing", "Kapal ikan"
    SHIPPING = "shipping", "Kapal niaga atau pesiar"
    HOSPITALITY = "hospitality", "Hotel dan restoran"
    SERVICES = "services", "Jasa"
    ENTERTAINMENT = "entertainment", "Hiburan"
    OTHER = "other", "Lainnya"
    UNKNOWN = "", "Belum diketahui"


class ConsentHow(models.TextChoices):
    """In which way a family agreed; UU 27/2022 articles 22 to 24 want it provable, and leave the form open."""

    SPOKEN = "spoken", "Lisan, disaksikan petugas"
    SIGNED = "signed", "Tanda tangan di kertas"
    THUMBPRINT = "thumbprint", "Cap jempol di kertas"


class Origin(models.TextChoices):
    """By which door a household came into the registry."""

    FORM = "form", "Didata petugas"
    IMPORT = "import", "Dari buku kerja desa"


class Source(models.TextChoices):
    """How the officer came to know of a family; empty where nobody noted it. Who wrote it down is its `Origin`."""

    VISIT = "visit", "Kunjungan dari rumah ke rumah"
    SELF = "self", "Keluarga datang atau menghubungi sendiri"
    NEIGHBOUR = "neighbour", "Kabar dari kerabat, tetangga, atau RT"
    LETTER = "letter", "Surat atau buku desa"
    EXTRACT = "extract", "Daftar SISKOP2MI dari BP3MI"
    OTHER = "other", "Cara lain"
    UNKNOWN = "unknown", "Belum diketahui"


class ClosingReason(models.TextChoices):
    """Why a family is no longer kept in the village's registry."""

    MOVED = "moved", "Pindah dari desa"
    DIED = "died", "Semua anggota meninggal"
    MERGED = "merged", "Bergabung dengan keluarga lain"
    TWICE = "twice", "Tercatat dua kali"
    OTHER = "other", "Alasan lain"


class JoinedHow(models.TextChoices):
    """How somebody became a member after the family was registered; empty for whoever was there from the beginning."""

    BORN = "born", "Lahir"
    MARRIED = "married", "Menikah masuk"
    MOVED = "moved", "Pindah masuk"
    ADOPTED = "adopted", "Anak angkat atau anak asuh"
    CAME_BACK = "came_back", "Kembali ke keluarga ini"
    FORGOTTEN = "forgotten", "Sudah anggota sejak awal, baru dicatat"


class LeftHow(models.TextChoices):
    """Why somebody is no longer a member. Working abroad is none of these: a migrant stays a member."""

    MARRIED = "married", "Menikah dan ikut keluarga lain"
    MOVED = "moved", "Pindah sendiri"
    SEPARATED = "separated", "Berpisah atau bercerai"
    OTHER = "other", "Alasan lain"
    MISTAKE = "mistake", "Keliru dicatat: bukan anggota keluarga ini"


class MemberMoveReason(models.TextChoices):
    """Why somebody goes over to another family of the village."""

    MARRIED = "married", "Menikah"
    FOLLOWED = "followed", "Ikut keluarga"
    OTHER = "other", "Lainnya"


class MoveState(models.TextChoices):
    """How far an offer to another village has come."""

    WAITING = "waiting", "Menunggu jawaban"
    ACCEPTED = "accepted", "Diterima"
    DECLINED = "declined", "Ditolak"
    WITHDRAWN = "withdrawn", "Ditarik kembali"


class DeclineReason(models.TextChoices):
    """Why a village does not take an offered family."""

    NOT_HERE = "not_here", "Tidak tinggal di desa kami"
    NOT_YET = "not_yet", "Belum tiba di desa kami"
    KNOWN = "known", "Sudah terdata di desa kami"
    OTHER = "other", "Alasan lain"


class Check(models.TextChoices):
    """Why a record is 'perlu dicek'. The reasons stay on the record until somebody clears them up."""

    NIK_SERIAL_ZERO = "nik_serial_zero", "Nomor urut NIK 0000"
    NIK_REGION_UNKNOWN = "nik_region_unknown", "Kode wilayah NIK tidak dikenal"
    NIK_DATE_IMPOSSIBLE = "nik_date_impossible", "Tanggal di dalam NIK tidak ada di kalender"
    NIK_BIRTH_DIFFERS = "nik_birth_differs", "Tanggal lahir di NIK berbeda"
    NIK_SEX_DIFFERS = "nik_sex_differs", "Jenis kelamin di NIK berbeda"
    NO_HEAD = "no_head", "Belum ada kepala keluarga"
    CARD_SHARED = "card_shared", "Nomor KK dipakai rumah tangga lain"
    CONSENT_MISSING = "consent_missing", "Persetujuan belum dicatat"
    BIRTH_UNKNOWN = "birth_unknown", "Tanggal lahir belum diketahui"
    SEX_UNKNOWN = "sex_unknown", "Jenis kelamin belum diketahui"
    LEFT_UNDER_AGE = "left_under_age", "Tercatat berangkat sebelum berumur 18 tahun"
    ABROAD_TWICE = "abroad_twice", "Tercatat di luar negeri dua kali pada waktu yang sama"
