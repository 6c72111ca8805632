"""What is asked and offered when somebody has come home."""

from django.db import models


class Left(models.TextChoices):
    """Whether something that is his was left behind abroad. An empty column was never asked about."""

    LEFT = "left", "Belum diterima"
    SETTLED = "settled", "Sudah beres"
    NONE = "none", "Tidak ada"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Offer(models.TextChoices):
    """What the village can offer or do."""

    RIGHTS = "rights", "Dibantu mengurus hak yang tertinggal"
    HEALTH = "health", "Diantar bertemu tenaga kesehatan"
    TRAINING = "training", "Pelatihan"
    BUSINESS = "business", "Pendampingan usaha"
    GROUP = "group", "Masuk kelompok"
    COOPERATIVE = "cooperative", "Menjadi anggota koperasi"
    JOB = "job", "Mencari kerja di sini"
    SCHOOL = "school", "Sekolah lagi atau kejar paket"
    AGAIN = "again", "Bersiap berangkat lagi dengan aman"


class TaskState(models.TextChoices):
    """What became of an offer."""

    OPEN = "open", "Menunggu"
    DONE = "done", "Sudah dilakukan"
    NOT_WANTED = "not_wanted", "Tidak jadi diinginkan"
