"""Fixed lists of the region tree and of the programme's villages."""

from django.db import models


class Level(models.IntegerChoices):
    """The four levels of Indonesia's regions; the value is the number of digits of a code on that level."""

    PROVINCE = 2, "Provinsi"
    REGENCY = 4, "Kabupaten/Kota"
    DISTRICT = 6, "Kecamatan"
    VILLAGE = 10, "Desa/Kelurahan"


class SuccessionKind(models.TextChoices):
    """Why a region's code was followed by another."""

    SPLIT = "split", "Pemekaran"
    MERGE = "merge", "Penggabungan"
    RENAME = "rename", "Perubahan nama atau kode"
    STATUS_CHANGE = "status_change", "Perubahan status desa/kelurahan"


class Programme(models.TextChoices):
    """The two village programmes for migrant workers: the manpower ministry's, and KP2MI's parallel one."""

    DESMIGRATIF = "DESMIGRATIF", "Desa Migran Produktif (Desmigratif)"
    EMAS = "EMAS", "Desa Migran EMAS"


class MembershipStatus(models.TextChoices):
    """Whether a village still takes part in a programme."""

    ACTIVE = "active", "Aktif"
    ENDED = "ended", "Berakhir"
