"""What the information post tells of, and how far it can be trusted."""

from django.db import models


class FactKind(models.TextChoices):
    """What sort of thing a fact says."""

    HOTLINE = "hotline", "Nomor telepon"
    OFFICE = "office", "Perwakilan RI"
    LAW = "law", "Dasar hukum"
    COST = "cost", "Biaya"
    WAGE = "wage", "Upah"
    RULE = "rule", "Aturan"
    PROBLEM = "problem", "Masalah yang sering"
    STATUS = "status", "Status penempatan"


class Placement(models.TextChoices):
    """Whether people may be placed in a branch of work of a country."""

    OPEN = "open", "Dibuka"
    RESTRICTED = "restricted", "Dibatasi"
    CLOSED = "closed", "Ditutup"
    NO_AGREEMENT = "no_agreement", "Tidak ada perjanjian penempatan"
    UNKNOWN = "unknown", "Belum diketahui"


class Trust(models.TextChoices):
    """Where a fact comes from, before anybody of the ministry has checked it."""

    SOURCED = "sourced", "Ada sumbernya"
    UNVERIFIED = "unverified", "Belum diperiksa"


class LicenceState(models.TextChoices):
    """What a list says about a company's licence to place people."""

    ACTIVE = "active", "Berlaku"
    SUSPENDED = "suspended", "Dihentikan sementara"
    REVOKED = "revoked", "Dicabut"
    EXPIRED = "expired", "Habis masa berlakunya"


class Moment(models.TextChoices):
    """How far somebody is when he asks what social insurance costs."""

    AGENCY = "agency", "Belum berangkat, lewat penempat"
    ALONE = "alone", "Belum berangkat, pergi sendiri tanpa penempat"
    EXTENDING = "extending", "Sedang bekerja, kontrak mau diperpanjang"
    HOME = "home", "Sudah pulang"


class Charge(models.TextChoices):
    """What a rule says about charging somebody for being placed."""

    FREE = "free", "Tidak boleh dipungut"
    PARTLY = "partly", "Sebagian tidak boleh dipungut"
    CHARGED = "charged", "Boleh dipungut menurut aturan"
    UNCLEAR = "unclear", "Belum jelas"


class Job(models.TextChoices):
    """Work abroad as rules about charges name it."""

    HOUSEKEEPER = "housekeeper", "Penata rumah"
    BABY = "baby", "Pengasuh bayi"
    ELDERLY = "elderly", "Perawat lansia di rumah"
    COOK = "cook", "Juru masak keluarga"
    DRIVER = "driver", "Sopir keluarga"
    GARDENER = "gardener", "Tukang kebun"
    CHILD = "child", "Pengasuh anak"
    CLEANER = "cleaner", "Petugas kebersihan"
    FARM = "farm", "Pekerja ladang atau perkebunan"
    FISHING = "fishing", "Awak kapal ikan"
    FACTORY = "factory", "Pabrik"
    BUILDING = "building", "Bangunan"
    HOTEL = "hotel", "Hotel dan restoran"
    HEALTH = "health", "Perawat rumah sakit atau panti"
    SHIP = "ship", "Kapal niaga atau pesiar"


class Counted(models.TextChoices):
    """What is counted of the families' pages."""

    PAGE = "page", "halaman dibuka"
    CHECK = "check", "tawaran diperiksa"


class JobOrderState(models.TextChoices):
    """What became of a job order before its closing day."""

    OPEN = "open", "Dibuka"
    FILLED = "filled", "Sudah terisi"
    CANCELLED = "cancelled", "Dibatalkan"


class EntryKind(models.TextChoices):
    """What is offered on the days of the calendar."""

    OFFICE = "office", "Kantor layanan buka"
    MOBILE = "mobile", "Layanan keliling"
    TRAINING = "training", "Pelatihan"
    NEWS = "news", "Kabar desa"
