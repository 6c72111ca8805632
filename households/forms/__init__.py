"""The forms of the registry."""

from households.forms.clearances import ClearanceForm, LaterConsentForm
from households.forms.households import AddressForm, ConsentForm
from households.forms.life import ClosingForm, DeathForm, HeadForm, ReopenForm, VisitForm
from households.forms.people import PersonEditForm, PersonForm
from households.forms.profiles import ProfileForm
from households.forms.registration import RegistrationForm
from households.forms.search import SearchForm
from households.forms.trips import TripForm

__all__ = [
    "AddressForm",
    "ClearanceForm",
    "ClosingForm",
    "ConsentForm",
    "DeathForm",
    "HeadForm",
    "LaterConsentForm",
    "PersonEditForm",
    "PersonForm",
    "ProfileForm",
    "RegistrationForm",
    "ReopenForm",
    "SearchForm",
    "TripForm",
    "VisitForm",
]
