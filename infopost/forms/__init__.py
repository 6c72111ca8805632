"""What is asked of those who keep the information post, and of those who read it."""

from infopost.forms.agencies import CompanyForm, ListDecisionForm, ListForm
from infopost.forms.facts import FactForm
from infopost.forms.posts import PostForm
from infopost.forms.signs import SignForm
from infopost.forms.warnings import WarningForm, WarningStandForm

__all__ = [
    "CompanyForm",
    "FactForm",
    "ListDecisionForm",
    "ListForm",
    "PostForm",
    "SignForm",
    "WarningForm",
    "WarningStandForm",
]
