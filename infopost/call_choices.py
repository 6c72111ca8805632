"""What the post hears from the families of those who are away."""

from django.db import models


class Said(models.TextChoices):
    """What the family said of the one who is away: a choice first, and no story."""

    WELL = "well", "Baik, ada kabar"
    PAY_STOPPED = "pay_stopped", "Gaji atau kiriman berhenti"
    WANTS_HOME = "wants_home", "Ingin pulang"
    TROUBLE = "trouble", "Ada masalah"
    NO_NEWS = "no_news", "Tidak ada kabar"
    REFUSED = "refused", "Tidak bersedia bercerita"
    NOT_REACHED = "not_reached", "Keluarga belum terhubung"


# Answers after which the page says where help is.
UNWELL = (Said.PAY_STOPPED, Said.WANTS_HOME, Said.TROUBLE)


class CallWay(models.TextChoices):
    """By which way the post and the family spoke."""

    PHONE = "phone", "Telepon"
    WHATSAPP = "whatsapp", "WhatsApp"
    HOME = "home", "Kunjungan rumah"
    CAME = "came", "Datang ke pos"
