"""What the information post tells."""

from infopost.models.agencies import Agency, AgencyList
from infopost.models.board import CalendarEntry, JobOrder
from infopost.models.calls import FamilyCall
from infopost.models.charges import ChargeRule
from infopost.models.counts import PageCount
from infopost.models.evidence import DocumentPhoto
from infopost.models.facts import Fact
from infopost.models.file_checks import AgencyCheck, ContractCheck
from infopost.models.files import DepartureGap, DocumentHelp, StepNote
from infopost.models.letter_settings import LetterBook, LetterCounter, Letterhead, LetterWording
from infopost.models.letters import Letter, LetterPrint
from infopost.models.messages import Message, WritingConsent
from infopost.models.posts import ServicePost
from infopost.models.referrals import Referral
from infopost.models.returns import ReturnTalk, ReturnTask
from infopost.models.services import Service
from infopost.models.signs import Sign
from infopost.models.warnings import VillageWarning

__all__ = [
    "Agency",
    "AgencyCheck",
    "AgencyList",
    "CalendarEntry",
    "ChargeRule",
    "ContractCheck",
    "DepartureGap",
    "DocumentHelp",
    "DocumentPhoto",
    "Fact",
    "FamilyCall",
    "JobOrder",
    "Letter",
    "LetterBook",
    "LetterCounter",
    "LetterPrint",
    "LetterWording",
    "Letterhead",
    "Message",
    "PageCount",
    "Referral",
    "ReturnTalk",
    "ReturnTask",
    "Service",
    "ServicePost",
    "Sign",
    "StepNote",
    "VillageWarning",
    "WritingConsent",
]
