"""How a family lives: what an officer asks at the kitchen table, section by section, and the answers that are possible.

Refusing to say and not knowing are answers; an empty column is a question that nobody has asked yet.
"""

from dataclasses import dataclass

from django.db import models


class Dwelling(models.TextChoices):
    """In whose house the family lives."""

    OWN = "own", "Milik sendiri"
    FAMILY = "family", "Milik keluarga"
    RENTED = "rented", "Sewa atau kontrak"
    OFFICIAL = "official", "Rumah dinas"
    OTHER = "other", "Lainnya"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class PhoneAnswer(models.TextChoices):
    """Whether the family has a telephone."""

    NUMBER = "number", "Ada nomornya"
    NONE = "none", "Tidak punya telepon"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class WhatsappAnswer(models.TextChoices):
    """Under which number the family reads WhatsApp."""

    SAME = "same", "Nomor yang sama"
    OTHER = "other", "Nomor lain"
    NONE = "none", "Tidak pakai WhatsApp"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class MayCall(models.TextChoices):
    """Whom the office may call at that number."""

    ANYBODY = "anybody", "Siapa saja di rumah"
    NAMED = "named", "Orang tertentu"
    NOBODY = "nobody", "Jangan ditelepon"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class YesNo(models.TextChoices):
    """Whether the family has something."""

    YES = "yes", "Ya"
    NO = "no", "Tidak"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class IncomeSource(models.TextChoices):
    """What the family mainly lives on."""

    FARMING = "farming", "Bertani atau beternak"
    FISHING = "fishing", "Nelayan"
    LABOUR = "labour", "Buruh"
    TRADE = "trade", "Berdagang"
    BUSINESS = "business", "Usaha sendiri"
    EMPLOYED = "employed", "Pegawai atau karyawan"
    ABROAD = "abroad", "Kiriman dari luar negeri"
    AID = "aid", "Bantuan atau pensiun"
    OTHER = "other", "Lainnya"
    NONE = "none", "Tidak ada"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class IncomeBand(models.TextChoices):
    """What the family has to live on in a month, with what is sent home, in bands of rupiah."""

    UNDER_1 = "under_1", "Kurang dari 1 juta"
    FROM_1 = "from_1", "1 sampai 2 juta"
    FROM_2 = "from_2", "2 sampai 3 juta"
    FROM_3 = "from_3", "3 sampai 5 juta"
    OVER_5 = "over_5", "Lebih dari 5 juta"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class RemittanceShare(models.TextChoices):
    """How much of what the family lives on is sent home from abroad."""

    NONE = "none", "Tidak ada"
    UNDER_25 = "under_25", "Kurang dari seperempat"
    FROM_25 = "from_25", "Seperempat sampai setengah"
    FROM_50 = "from_50", "Setengah sampai tiga perempat"
    OVER_75 = "over_75", "Lebih dari tiga perempat"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class NeedKind(models.TextChoices):
    """What a family may need."""

    TRAINING = "training", "Pelatihan"
    CAPITAL = "capital", "Modal usaha"
    EQUIPMENT = "equipment", "Alat usaha"
    MARKETING = "marketing", "Pemasaran"
    SCHOOLING = "schooling", "Sekolah anak"
    CAREGIVING = "caregiving", "Pengasuhan anak"
    LEGAL_AID = "legal_aid", "Bantuan hukum"
    DOCUMENTS = "documents", "Dokumen"
    HEALTH = "health", "Kesehatan"
    RETURN = "return", "Kepulangan dari luar negeri"
    DEBT = "debt", "Bantuan utang"


class NeedsAnswer(models.TextChoices):
    """What a family said when it was asked for its needs."""

    SOME = "some", "Ada kebutuhan"
    NONE = "none", "Tidak ada kebutuhan"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


# Answers that say nothing of the matter itself.
NO_ANSWER = ("refused", "unknown")


@dataclass(frozen=True)
class Section:
    """A few questions that are asked together: its word in columns, its title, its columns, and what to say first."""

    name: str
    title: str
    columns: tuple[str, ...]
    promise: str = ""

    @property
    def place(self) -> int:
        """As which of all sections it is asked, from one on."""
        return list(SECTIONS).index(self.name) + 1

    @property
    def told_on(self) -> str:
        """The column with the day on which the family answered."""
        return f"{self.name}_told_on"

    @property
    def known_at(self) -> str:
        """The column with the time at which the answers became known."""
        return f"{self.name}_known_at"

    @property
    def version(self) -> str:
        """The column with the section's own version: two officers in two sections are in nobody's way."""
        return f"{self.name}_version"


AID = ("aid_registered", "aid_pkh", "aid_bpnt", "aid_pip", "aid_kis")
CONTACT = ("phone_answer", "phone", "whatsapp_answer", "whatsapp", "may_call", "may_call_name")
# In the order in which they are asked.
SECTIONS = {
    section.name: section
    for section in (
        Section("dwelling", "Tempat tinggal", ("dwelling", "latitude", "longitude")),
        Section("contact", "Telepon", CONTACT, "Nomor ini hanya dipakai untuk memberi kabar dan layanan."),
        Section("aid", "Bantuan sosial", AID, "Jawaban ini tidak mengurangi bantuan keluarga."),
        Section(
            "income",
            "Penghasilan",
            ("income_source", "income_band", "remittance_share"),
            "Kira-kira saja. Jawaban ini tidak dipakai untuk pajak dan tidak mengurangi bantuan.",
        ),
        Section(
            "needs", "Kebutuhan", ("needs_answer",), "Kami mencatat kebutuhan, tetapi belum bisa menjanjikan bantuan."
        ),
    )
}
