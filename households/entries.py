"""What a form or a workbook says of a family, after it was understood and before it is written."""

import datetime as dt
from dataclasses import dataclass, field

from households.choices import Evidence, NikMissing, Stage
from households.wording import CURRENT_VERSION
from toolkit.dates import PartialDate


@dataclass(frozen=True)
class TripEntry:
    """One journey as it is told: the stage reached, where, since when, and how that is known."""

    stage: Stage
    country: str = ""
    sector: str = ""
    since: PartialDate = field(default_factory=PartialDate)
    evidence: str = Evidence.UNKNOWN


@dataclass(frozen=True)
class MemberEntry:
    """One person as told. Without a NIK the reason counts."""

    name: str
    sex: str = ""
    birth: PartialDate = field(default_factory=PartialDate)
    relation: str = ""
    nik: str | None = None
    nik_missing: str = NikMissing.UNKNOWN
    trip: TripEntry | None = None


@dataclass(frozen=True)
class ProfileEntry:
    """What a person tells of schooling and work; an empty answer was not asked for."""

    birth_place: str = ""
    birth_place_missing: str = ""
    lives_now: str = ""
    marital: str = ""
    education: str = ""
    in_school: str = ""
    occupation: str = ""
    occupation_words: str = ""
    own_business: str = ""
    skills: str = ""
    skills_missing: str = ""
    interest: str = ""


@dataclass(frozen=True)
class ChildEntry:
    """What is told of a child's school, papers and parents; an empty answer was not asked for."""

    school: str = ""
    npsn: str = ""
    level: str = ""
    grade: str = ""
    attendance: str = ""
    risk: str = ""
    birth_certificate: str = ""
    child_card: str = ""
    immunised: str = ""
    contact: str = ""
    born_abroad: str = ""
    mixed_nationality: str = ""
    birth_unrecorded: str = ""
    # Codes of `Help`, or one of `HelpAnswer`.
    help_with: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class CareEntry:
    """Who looks after a child: a member of the family, or somebody with what he is to the child and maybe a name."""

    relation: str
    person_id: object = None
    name: str = ""
    since: PartialDate = field(default_factory=PartialDate)


@dataclass(frozen=True)
class JoiningEntry:
    """How somebody became a member of a registered family, and since when."""

    how: str
    since: PartialDate = field(default_factory=PartialDate)


@dataclass(frozen=True)
class HomecomingEntry:
    """What somebody tells after coming home from a journey; an empty answer was not asked for."""

    savings: str = ""
    debts: str = ""
    wellbeing: str = ""
    skills: str = ""
    languages: str = ""
    wish: str = ""
    reintegration: str = ""
    in_group: str = ""
    group: str = ""


@dataclass(frozen=True)
class AddressEntry:
    """Where a family lives inside the village, its family card, and how the officer came to know of it."""

    hamlet: str = ""
    rt: str = ""
    rw: str = ""
    address: str = ""
    family_card_number: str = ""
    source: str = ""


@dataclass(frozen=True)
class ConsentEntry:
    """Who agreed, how, and to which text; the guardian for the children."""

    given_by: str
    how: str
    guardian: str = ""
    wording_version: str = CURRENT_VERSION


@dataclass(frozen=True)
class RemittanceEntry:
    """Money sent home in one month or quarter, as told; `tenths` are the parts by use, all or none of them told."""

    span: str
    first_on: dt.date
    trip_id: object = None
    amount: str = ""
    currency: str = ""
    channel: str = ""
    receiver_id: object = None
    receiver_answer: str = ""
    tenths: dict = field(default_factory=dict)


@dataclass(frozen=True)
class DocumentEntry:
    """A document of a journey as told; without a state it was not asked about."""

    kind: str
    state: str = ""
    number: str = ""
    place: str = ""
    expires: PartialDate = field(default_factory=PartialDate)
    evidence: str = Evidence.UNKNOWN


@dataclass(frozen=True)
class SplitEntry:
    """Who goes into a new family and as what (empty: what follows from the old one), where they live and since when.

    `remaining_head` is asked where the old head goes along.
    """

    going: dict
    remaining_head: object = None
    address: AddressEntry = field(default_factory=AddressEntry)
    split: PartialDate = field(default_factory=PartialDate)
    carries_consent: bool = False
    consent: ConsentEntry | None = None
