"""What is asked of those who keep the information post, and of those who read it."""

from infopost.forms.agencies import CompanyForm, ListDecisionForm, ListForm
from infopost.forms.board import EntryForm, JobOrderForm
from infopost.forms.calls import CallForm, CallStandForm
from infopost.forms.charges import ChargeQuestionForm, ChargeRuleForm
from infopost.forms.facts import FactForm
from infopost.forms.posts import PostForm
from infopost.forms.premiums import PremiumForm
from infopost.forms.services import FollowUpForm, GatheringForm, RegisterFilterForm, ServiceForm, ServiceStandForm
from infopost.forms.signs import SignForm
from infopost.forms.warnings import WarningForm, WarningStandForm

__all__ = [
    "CallForm",
    "CallStandForm",
    "ChargeQuestionForm",
    "ChargeRuleForm",
    "CompanyForm",
    "EntryForm",
    "FactForm",
    "FollowUpForm",
    "GatheringForm",
    "JobOrderForm",
    "ListDecisionForm",
    "ListForm",
    "PostForm",
    "PremiumForm",
    "RegisterFilterForm",
    "ServiceForm",
    "ServiceStandForm",
    "SignForm",
    "WarningForm",
    "WarningStandForm",
]
