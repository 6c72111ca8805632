"""What an officer answers when he prepares a letter, as his form understood it."""

from dataclasses import dataclass, field
from uuid import UUID

from infopost.letter_choices import LetterKind
from toolkit.dates import PartialDate


@dataclass(frozen=True)
class LeaveEntry:
    """Who gives leave, a member of the registry or somebody written down, and what was looked at."""

    kinship: str
    signer_id: UUID | None = None
    name: str = ""
    nik: str = ""
    birth: PartialDate = field(default_factory=PartialDate)
    address: str = ""
    is_present: bool = False
    identity_seen: bool = False
    kinship_seen: bool = False
    consent: str = ""


@dataclass(frozen=True)
class LetterEntry:
    """What a letter says beside what the registry knows; each kind has its own part."""

    kind: LetterKind
    leave: LeaveEntry | None = None
    marital: str = ""
    addressee: str = ""
    purpose: str = ""
    enclosed: str = ""
