"""The answers about a child and about who looks after it. An empty column was never asked about."""

from django.db import models


class SchoolLevel(models.TextChoices):
    """The kind of school that a child goes to."""

    EARLY = "early", "PAUD atau TK"
    PRIMARY = "primary", "SD atau MI"
    JUNIOR = "junior", "SMP atau MTs"
    SENIOR = "senior", "SMA atau MA"
    VOCATIONAL = "vocational", "SMK"
    SPECIAL = "special", "SLB"
    EQUAL = "equal", "Paket A, B, atau C"
    BOARDING = "boarding", "Pesantren tanpa ijazah sekolah"
    HIGHER = "higher", "Perguruan tinggi"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Attendance(models.TextChoices):
    """How regularly a child goes to school."""

    REGULAR = "regular", "Rajin"
    SOMETIMES = "sometimes", "Kadang tidak masuk"
    RARELY = "rarely", "Sering tidak masuk"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Risk(models.TextChoices):
    """How the officer sees the danger that a child leaves school."""

    LOW = "low", "Tidak tampak"
    SOME = "some", "Perlu diperhatikan"
    HIGH = "high", "Perlu segera dibantu"
    UNKNOWN = "unknown", "Belum diketahui"


class Paper(models.TextChoices):
    """Whether there is a paper."""

    YES = "yes", "Ada"
    MAKING = "making", "Sedang diurus"
    NO = "no", "Belum ada"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Immunised(models.TextChoices):
    """Whether a child under five got its basic immunisation."""

    COMPLETE = "complete", "Lengkap"
    PARTLY = "partly", "Sebagian"
    NONE = "none", "Belum"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Contact(models.TextChoices):
    """How often a child hears from the parent abroad."""

    DAILY = "daily", "Hampir setiap hari"
    WEEKLY = "weekly", "Setiap minggu"
    MONTHLY = "monthly", "Setiap bulan"
    RARELY = "rarely", "Jarang"
    NEVER = "never", "Tidak pernah"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class YesNo(models.TextChoices):
    """A plain yes or no."""

    YES = "yes", "Ya"
    NO = "no", "Tidak"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Recorded(models.TextChoices):
    """Whether a birth stands in no register at all; `yes` is the answer that asks for help."""

    YES = "yes", "Belum tercatat di mana pun"
    NO = "no", "Sudah tercatat"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Help(models.TextChoices):
    """With what somebody could stand by a child: what is hard for it, said as what would help and not as a fault.

    Of the troubles that the ministry names (module of community parenting, 2021). Nothing of health, conduct or harm: a
    child in danger is a case of the desk, and no answer here.
    """

    TALKING = "talking", "Berbicara dengan orang tua di luar negeri"
    COMPANY = "company", "Teman belajar dan bercerita di rumah"
    SCHOOL_COSTS = "school_costs", "Biaya sekolah"
    DAILY = "daily", "Kebutuhan sehari-hari"
    BELONGING = "belonging", "Merasa diterima di antara teman"
    SCREENS = "screens", "Memakai telepon dan internet dengan aman"
    MONEY = "money", "Belajar mengatur uang"


class HelpAnswer(models.TextChoices):
    """What was answered where nothing of `Help` was named."""

    NONE = "none", "Tidak perlu apa-apa"
    UNKNOWN = "unknown", "Belum diketahui"
    REFUSED = "refused", "Tidak bersedia menjawab"


class Care(models.TextChoices):
    """What somebody who looks after a child is to it; or that nobody does, or that there is no answer.

    In this order: of a child with several caregivers the first names it in a count.
    """

    MOTHER = "mother", "Ibu"
    FATHER = "father", "Ayah"
    GRANDPARENT = "grandparent", "Kakek atau nenek"
    AUNT_UNCLE = "aunt_uncle", "Paman atau bibi"
    SIBLING = "sibling", "Kakak"
    KIN = "kin", "Famili lain"
    NEIGHBOUR = "neighbour", "Tetangga"
    OTHER = "other", "Orang lain"
    NONE = "none", "Tidak ada yang khusus mengasuh"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


# Answers that name nobody.
NOBODY = (Care.NONE, Care.REFUSED, Care.UNKNOWN)
