"""What happens at the village's post: for what people come, by which way, and what they take home."""

from django.db import models


class Topic(models.TextChoices):
    """For what somebody came. Of a complaint only that he was brought to the right door: its story stands nowhere."""

    INFORMATION = "info", "Informasi berangkat aman"
    OFFER = "offer", "Tawaran kerja diperiksa"
    COMPANY = "company", "Perusahaan diperiksa"
    DOCUMENTS = "documents", "Dokumen"
    LETTER = "letter", "Surat desa"
    TRAINING = "training", "Pelatihan"
    COMPLAINT = "complaint", "Pengaduan, diantar ke pintunya"
    RETURN = "return", "Kepulangan"
    CONTACT = "contact", "Kabar keluarga"
    PILLARS = "pillars", "Usaha, anak, atau koperasi"
    OTHER = "other", "Lainnya"


# For these a candidate comes; home-coming, news and the other pillars are about something else.
ABOUT_GOING = (
    *(Topic.INFORMATION, Topic.OFFER, Topic.COMPANY, Topic.DOCUMENTS, Topic.LETTER, Topic.TRAINING),
    *(Topic.COMPLAINT, Topic.OTHER),
)


class Way(models.TextChoices):
    """By which way somebody reached the post, or the post him."""

    CAME = "came", "Datang ke pos"
    PHONE = "phone", "Telepon"
    WHATSAPP = "whatsapp", "WhatsApp"
    HOME = "home", "Kunjungan rumah"
    EVENT = "event", "Acara di desa"


class Given(models.TextChoices):
    """What somebody took home."""

    TOLD = "told", "Dijelaskan"
    LEAFLET = "leaflet", "Diberi brosur"
    LETTER = "letter", "Dibuatkan surat"
    FORM = "form", "Dibantu mengisi"
    REFERRED = "referred", "Dirujuk"
    NOTHING = "nothing", "Belum bisa dibantu"


class FollowUp(models.TextChoices):
    """What became of something that was promised for a day."""

    NONE = "", "Tidak ada"
    WAITING = "waiting", "Menunggu"
    DONE = "done", "Sudah dilakukan"
    NOT_NEEDED = "not_needed", "Tidak perlu lagi"
