"""Along what a number is taken apart. Each dimension ends with 'belum terdata', which has a query of its own."""

from dataclasses import dataclass, field

from django.db.models import Q

from households.child_choices import Care
from households.choices import Evidence, Relation, Sector, Sex
from households.countries import COUNTRIES, REFUSED, country_name
from households.homecoming_choices import Wish
from households.living import IncomeBand, NeedKind, RemittanceShare
from households.models import Household, Need, Person, Remittance, Trip
from households.models.remittances import USED as USES
from households.person_choices import InSchool
from households.placement_choices import Placed
from households.remittances import Amount

UNKNOWN = "belum"
UNKNOWN_LABEL = "Belum terdata"
ANSWERED = "ada"


class NoSuchPart(KeyError):
    """The dimension has no such part."""


@dataclass(frozen=True)
class Dimension:
    """A column whose values are the parts. A value that is neither known nor unknown makes a report not add up."""

    code: str
    name: str
    paths: dict[type, str]
    known: dict[str, str] = field(repr=False)
    unknown: str = ""

    def path(self, rows) -> str:
        """Where the column stands, seen from these rows."""
        return self.paths[rows.model]

    def known_rows(self, rows):
        """The rows whose value is one of the known ones."""
        return rows.filter(**{f"{self.path(rows)}__in": list(self.known)})

    def only(self, rows, part: str):
        """The rows of one part, or of 'belum terdata'. Raises NoSuchPart."""
        if part != UNKNOWN and part not in self.known:
            raise NoSuchPart(part)
        return rows.filter(**{self.path(rows): self.unknown if part == UNKNOWN else part})

    def label(self, part: str) -> str:
        """The part in words. Raises NoSuchPart."""
        if part == UNKNOWN:
            return UNKNOWN_LABEL
        if part not in self.known:
            raise NoSuchPart(part)
        return self.known[part]


@dataclass(frozen=True)
class Completeness:
    """Whether a question has an answer. 'Tidak bersedia menjawab' is one, except for a number that is not there.

    `of` is the dimension whose values are the answers, where there is one.
    """

    code: str
    name: str
    answered: Q
    missing: Q
    of: Dimension | None = None

    def only(self, rows, part: str):
        """The rows with or without an answer. Raises NoSuchPart."""
        return rows.filter(self._condition(part))

    def label(self, part: str) -> str:
        """The part in words. Raises NoSuchPart."""
        self._condition(part)
        return UNKNOWN_LABEL if part == UNKNOWN else "Terisi"

    def _condition(self, part):
        conditions = {ANSWERED: self.answered, UNKNOWN: self.missing}
        if part not in conditions:
            raise NoSuchPart(part)
        return conditions[part]


@dataclass(frozen=True)
class Sums:
    """Columns that are added up instead of counted, by what each is for."""

    code: str
    name: str
    columns: dict[str, str] = field(repr=False)


def labels(choices, *, without=None) -> dict[str, str]:
    """The answers in words, but for the one that says that there is none."""
    return {value: str(label) for value, label in choices.choices if value != without}


SEX = Dimension("kelamin", "Jenis kelamin", {Person: "sex", Trip: "person__sex"}, labels(Sex, without=""))
COUNTRY = Dimension(
    "negara",
    "Negara tujuan",
    {Trip: "country"},
    {**COUNTRIES, REFUSED: country_name(REFUSED)},
)
SECTOR = Dimension("bidang", "Bidang kerja", {Trip: "sector"}, labels(Sector, without=""))
# A column that the lens adds: of the step that is counted, or of the one that gives somebody his status.
EVIDENCE = Dimension(
    "bukti",
    "Diketahui dari",
    {Trip: "known_by"},
    labels(Evidence, without=Evidence.UNKNOWN),
    unknown=Evidence.UNKNOWN,
)

PLACED = Dimension("penempatan", "Kelengkapan dokumen", {Trip: "placed"}, labels(Placed, without=""))

# What a PMI family said last; the columns are those of Lens.living_households, empty where nobody asked.
INCOME = Dimension("penghasilan", "Penghasilan sebulan", {Household: "told_income"}, labels(IncomeBand, without=""))
DEPENDENCE = Dimension(
    "ketergantungan", "Bagian hidup dari kiriman", {Household: "told_share"}, labels(RemittanceShare, without="")
)
SENT = "ada"
RECEIVED = Dimension(
    "kiriman",
    "Kiriman dalam periode",
    {Household: "told_sent"},
    {
        SENT: "Menerima kiriman",
        Amount.NONE.value: "Tidak menerima kiriman",
        Amount.REFUSED.value: "Tidak bersedia menjawab",
        Amount.UNKNOWN.value: "Belum diketahui",
    },
)
NEED = Dimension("kebutuhan", "Kebutuhan", {Need: "kind"}, labels(NeedKind, without=""))
# What of ten parts went where, in the notes that tell it.
TENTHS = Sums("sepersepuluh", "Dari sepuluh bagian kiriman", {use.value: column for use, column in USES.items()})
USED = Completeness("pemakaian", "Pemakaian kiriman", Q(used_daily__isnull=False), Q(used_daily__isnull=True))
# Columns that the querysets add, in which not asked and 'belum diketahui' are one: 'belum terdata'.
CARE = Dimension("pengasuh", "Yang mengasuh", {Person: "care"}, labels(Care, without=Care.UNKNOWN))
SCHOOLING = Dimension("sekolah", "Sekolah", {Person: "schooling"}, labels(InSchool, without=InSchool.UNKNOWN))
WISH = Dimension("keinginan", "Keinginan", {Trip: "wish"}, labels(Wish, without=Wish.UNKNOWN))

HAS_NIK = Completeness("nik", "NIK", Q(nik__isnull=False), Q(nik__isnull=True))
HAS_BIRTH = Completeness("lahir", "Tanggal atau tahun lahir", Q(birth_on__isnull=False), Q(birth_on__isnull=True))
HAS_SEX = Completeness("isi-kelamin", "Jenis kelamin", Q(sex__in=list(SEX.known)), Q(sex=""), SEX)
HAS_RELATION = Completeness(
    "hubungan",
    "Hubungan dengan kepala keluarga",
    Q(relation__in=list(labels(Relation, without=""))),
    Q(relation=""),
)
HAS_CARD = Completeness("kk", "Nomor KK", ~Q(family_card_number=""), Q(family_card_number=""))
HAS_COUNTRY = Completeness("isi-negara", "Negara tujuan", Q(country__in=list(COUNTRY.known)), Q(country=""), COUNTRY)
HAS_SECTOR = Completeness("isi-bidang", "Bidang kerja", Q(sector__in=list(SECTOR.known)), Q(sector=""), SECTOR)
HAS_EVIDENCE = Completeness(
    "isi-bukti",
    "Diketahui dari",
    Q(known_by__in=list(EVIDENCE.known)),
    Q(known_by=Evidence.UNKNOWN),
    EVIDENCE,
)

COMPLETENESS = {
    Household: (HAS_CARD,),
    Person: (HAS_NIK, HAS_BIRTH, HAS_SEX, HAS_RELATION),
    Trip: (HAS_COUNTRY, HAS_SECTOR, HAS_EVIDENCE),
    Remittance: (USED,),
}
