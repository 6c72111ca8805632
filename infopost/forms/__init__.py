"""What is asked of those who keep the information post, and of those who read it."""

from infopost.forms.agencies import CompanyForm, ListDecisionForm, ListForm
from infopost.forms.board import EntryForm, JobOrderForm
from infopost.forms.calls import CallForm, CallStandForm
from infopost.forms.charges import ChargeQuestionForm, ChargeRuleForm
from infopost.forms.facts import FactForm
from infopost.forms.letter_acts import CancelForm, LetterFilterForm, SigningForm, WithdrawalForm
from infopost.forms.letter_settings import LetterBookForm, LetterheadForm, WordingForm
from infopost.forms.letters import CoverForm, LeaveForm, MaritalForm, StatementForm
from infopost.forms.messages import MessageForm, MessageStandForm, WritingConsentForm
from infopost.forms.posts import PostForm
from infopost.forms.premiums import PremiumForm
from infopost.forms.returns import OffersForm, ReturnTalkForm, TaskForm
from infopost.forms.services import FollowUpForm, GatheringForm, RegisterFilterForm, ServiceForm, ServiceStandForm
from infopost.forms.signs import SignForm
from infopost.forms.warnings import WarningForm, WarningStandForm

__all__ = [
    "CallForm",
    "CallStandForm",
    "CancelForm",
    "ChargeQuestionForm",
    "ChargeRuleForm",
    "CompanyForm",
    "CoverForm",
    "EntryForm",
    "FactForm",
    "FollowUpForm",
    "GatheringForm",
    "JobOrderForm",
    "LeaveForm",
    "LetterBookForm",
    "LetterFilterForm",
    "LetterheadForm",
    "ListDecisionForm",
    "ListForm",
    "MaritalForm",
    "MessageForm",
    "MessageStandForm",
    "OffersForm",
    "PostForm",
    "PremiumForm",
    "RegisterFilterForm",
    "ReturnTalkForm",
    "ServiceForm",
    "ServiceStandForm",
    "SignForm",
    "SigningForm",
    "StatementForm",
    "TaskForm",
    "WarningForm",
    "WarningStandForm",
    "WithdrawalForm",
    "WordingForm",
    "WritingConsentForm",
]
