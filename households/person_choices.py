"""The answers about a person's schooling and work.

An empty column was never asked about. 'Belum diketahui' and 'tidak bersedia menjawab' are answers, kept apart from it.
"""

from django.db import models

NOT_ASKED, UNKNOWN, REFUSED = "", "unknown", "refused"
NO_ANSWER = [(UNKNOWN, "Belum diketahui"), (REFUSED, "Tidak bersedia menjawab")]
# What tells nothing of the person, whatever was asked.
SILENT = {NOT_ASKED, UNKNOWN, REFUSED}


class Unanswered(models.TextChoices):
    """Why a question that is answered in free words has none."""

    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Marital(models.TextChoices):
    """Marital status. The family card says 'kawin' alone; whether the marriage is registered, the family does."""

    SINGLE = "single", "Belum kawin"
    REGISTERED = "registered", "Kawin tercatat"
    UNREGISTERED = "unregistered", "Kawin tidak tercatat"
    MARRIED = "married", "Kawin, pencatatannya belum diketahui"
    DIVORCED = "divorced", "Cerai hidup"
    WIDOWED = "widowed", "Cerai mati"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Education(models.TextChoices):
    """The last school that was finished."""

    NONE = "none", "Tidak atau belum sekolah"
    UNFINISHED = "unfinished", "Tidak atau belum tamat SD"
    PRIMARY = "primary", "SD atau sederajat"
    JUNIOR = "junior", "SMP atau sederajat"
    SENIOR = "senior", "SMA atau sederajat"
    VOCATIONAL = "vocational", "SMK"
    DIPLOMA = "diploma", "D1 sampai D3"
    BACHELOR = "bachelor", "D4 atau S1"
    MASTER = "master", "S2"
    DOCTOR = "doctor", "S3"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class InSchool(models.TextChoices):
    """Whether somebody goes to school or college now."""

    YES = "yes", "Masih sekolah"
    NO = "no", "Tidak sedang sekolah"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Occupation(models.TextChoices):
    """What somebody mostly does, in the kinds that a village knows; the free words beside it say more."""

    NONE = "none", "Belum atau tidak bekerja"
    HOME = "home", "Mengurus rumah tangga"
    STUDENT = "student", "Pelajar atau mahasiswa"
    FARMER = "farmer", "Petani, peternak, atau nelayan"
    LABOURER = "labourer", "Buruh harian, tani, atau nelayan"
    TRADER = "trader", "Pedagang"
    CRAFTSMAN = "craftsman", "Tukang atau pengrajin"
    DRIVER = "driver", "Sopir atau ojek"
    ENTREPRENEUR = "entrepreneur", "Wiraswasta"
    EMPLOYEE = "employee", "Karyawan"
    SERVANT = "servant", "Pegawai negeri, TNI, Polri, atau perangkat desa"
    RETIRED = "retired", "Pensiunan"
    OTHER = "other", "Lainnya"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class LivesNow(models.TextChoices):
    """Where a member sleeps these months; that somebody works abroad is told by his journey and not asked here."""

    HERE = "here", "Di rumah ini"
    ELSEWHERE = "elsewhere", "Di tempat lain di Indonesia"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class OwnBusiness(models.TextChoices):
    """Whether somebody earns with something of his own, however small and beside whatever other work.

    Also asked of whoever is abroad: a stall at home that the family keeps for him is his.
    """

    YES = "yes", "Punya usaha sendiri"
    SHARED = "shared", "Ikut usaha keluarga atau kelompok"
    NO = "no", "Tidak punya"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Interest(models.TextChoices):
    """The training that somebody at home would like."""

    FOOD = "food", "Olahan makanan"
    SEWING = "sewing", "Menjahit atau tata busana"
    CRAFT = "craft", "Kerajinan"
    FARMING = "farming", "Pertanian atau peternakan"
    TRADE = "trade", "Berdagang, termasuk di internet"
    BEAUTY = "beauty", "Tata rias atau potong rambut"
    WORKSHOP = "workshop", "Bengkel, las, atau listrik"
    MONEY = "money", "Mengelola uang keluarga"
    OTHER = "other", "Lainnya"
    NONE = "none", "Belum berminat"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"
