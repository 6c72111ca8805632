"""The answers of somebody who has come home from work abroad. An empty column was never asked about."""

from django.db import models


class Savings(models.TextChoices):
    """What is left of the savings, in bands."""

    NONE = "none", "Tidak ada"
    UNDER_5 = "under_5", "Kurang dari Rp5 juta"
    TO_20 = "to_20", "Rp5 sampai Rp20 juta"
    TO_50 = "to_50", "Rp20 sampai Rp50 juta"
    OVER_50 = "over_50", "Lebih dari Rp50 juta"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Debts(models.TextChoices):
    """What is still owed, in bands."""

    NONE = "none", "Tidak ada"
    UNDER_5 = "under_5", "Kurang dari Rp5 juta"
    TO_20 = "to_20", "Rp5 sampai Rp20 juta"
    OVER_20 = "over_20", "Lebih dari Rp20 juta"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Wellbeing(models.TextChoices):
    """How somebody says he is since he came home: only as much as he wants to tell, and never a diagnosis."""

    WELL = "well", "Baik-baik saja"
    TIRED = "tired", "Badan kurang sehat"
    TROUBLED = "troubled", "Hati atau pikiran berat"
    BOTH = "both", "Badan dan pikiran perlu dipulihkan"
    HELP = "help", "Ingin dibantu bertemu tenaga kesehatan"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Wish(models.TextChoices):
    """What somebody who has come home would like to do now."""

    STAY = "stay", "Tinggal bersama keluarga"
    BUSINESS = "business", "Membuka atau meneruskan usaha"
    JOB = "job", "Bekerja di sini"
    AGAIN = "again", "Berangkat lagi"
    UNDECIDED = "undecided", "Belum memutuskan"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Reintegration(models.TextChoices):
    """Whether somebody was helped to find his place at home again."""

    DONE = "done", "Sudah didampingi"
    RUNNING = "running", "Sedang didampingi"
    NOT_YET = "not_yet", "Belum didampingi"
    NOT_WANTED = "not_wanted", "Tidak memerlukan"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Membership(models.TextChoices):
    """Whether somebody belongs to a group of the village."""

    YES = "yes", "Ya"
    NO = "no", "Tidak"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"
