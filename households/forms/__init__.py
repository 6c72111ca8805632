"""The forms of the registry."""

from households.forms.clearances import ClearanceForm, LaterConsentForm
from households.forms.households import AddressForm, ConsentForm
from households.forms.joining import BirthForm, JoinedForm, LeaveForm, MarriageForm, MemberAddForm, ReturnForm
from households.forms.life import ClosingForm, DeathForm, HeadForm, ReopenForm, VisitForm
from households.forms.member_moves import MemberMoveForm
from households.forms.moves import MoveAnswerForm, MoveForm, MoveWithdrawForm
from households.forms.people import PersonEditForm, PersonForm
from households.forms.profiles import ProfileForm
from households.forms.registration import RegistrationForm
from households.forms.search import SearchForm
from households.forms.splits import SplitForm
from households.forms.trips import TripForm

__all__ = [
    "AddressForm",
    "BirthForm",
    "ClearanceForm",
    "ClosingForm",
    "ConsentForm",
    "DeathForm",
    "HeadForm",
    "JoinedForm",
    "LaterConsentForm",
    "LeaveForm",
    "MarriageForm",
    "MemberAddForm",
    "MemberMoveForm",
    "MoveAnswerForm",
    "MoveForm",
    "MoveWithdrawForm",
    "PersonEditForm",
    "PersonForm",
    "ProfileForm",
    "RegistrationForm",
    "ReopenForm",
    "ReturnForm",
    "SearchForm",
    "SplitForm",
    "TripForm",
    "VisitForm",
]
