"""The desk's addresses and forms: who may do what there, and how each form is made."""

import datetime as dt

from infopost.forms import (
    CallForm,
    CallStandForm,
    FollowUpForm,
    GatheringForm,
    MessageForm,
    MessageStandForm,
    OffersForm,
    RegisterFilterForm,
    ReturnTalkForm,
    ServiceForm,
    ServiceStandForm,
    TaskForm,
    WritingConsentForm,
)
from infopost.forms.services import RegisterForm
from infopost.models import FamilyCall, Message, ReturnTask, Service, WritingConsent
from tests.factories.desk import (
    FamilyCallFactory,
    MessageFactory,
    ReturnTaskFactory,
    ServiceFactory,
    WritingConsentFactory,
)
from tests.factories.households import TripFactory
from tests.walk.addresses import Rule
from tests.walk.offices import NAMES, NOBODY, OFFICER


def service(place):
    """The key of a visit by the place's head, with a promise."""
    return _made(place, person=place.head, note=place.mark, promised=True)


def gathering(place):
    """The key of a talk at the place."""
    return _made(place, gathering=True, with_sheet=True, hamlet=place.mark)


def trip(place):
    """The key of the head's journey."""
    return place.trip.pk


def call(place):
    """The key of a call with the place's family."""
    made = FamilyCall.objects.filter(trip=place.trip).first()
    return (made or FamilyCallFactory(trip=place.trip, noted_by=place.officer, note=place.mark)).pk


def ended(place):
    """The key of a journey that the child came home from."""
    return _ended(place).pk


def task(place):
    """The key of what was offered after that journey."""
    made = ReturnTask.objects.filter(trip__person=place.child).first()
    return (made or ReturnTaskFactory(trip=_ended(place), noted_by=place.officer)).pk


def _ended(place):
    day = dt.date(2026, 10, 1)
    return place.child.trips.first() or TripFactory(person=place.child, departed_on=day, returned_on=day)


def household(place):
    """The key of the place's family."""
    return place.household.pk


def message(place):
    """The key of a message that the place's family got."""
    made = Message.objects.filter(household=place.household).first()
    return (made or MessageFactory(household=place.household, noted_by=place.officer, opened=True, text=place.mark)).pk


def unsent(place):
    """The same, to a family that agreed and reads WhatsApp."""
    known = place.household.circumstances
    known.phone, known.phone_answer, known.whatsapp_answer = "+628120000001", "number", "same"
    known.save()
    if not WritingConsent.objects.filter(household=place.household).exists():
        WritingConsentFactory(household=place.household, noted_by=place.officer)
    return message(place)


def _made(place, **values):
    about = {"noted_by": place.officer, "changed_by": place.officer}
    is_gathering = "gathering" in values
    made = Service.objects.filter(village=place.village, men__isnull=not is_gathering).first()
    return (made or ServiceFactory(village=place.village, **about, **values)).pk


RULES_OF_DESK = {
    "infopost:desk_home": Rule(NAMES, reads=True),
    "infopost:service_list": Rule(NAMES, reads=True),
    "infopost:call_list": Rule(NAMES, reads=True, shows_mark=True),
    "infopost:call_note": Rule(OFFICER, OFFICER, pk=trip, reads=True, shows_mark=True),
    "infopost:call_change": Rule(OFFICER, OFFICER, pk=call, reads=True, shows_mark=True),
    "infopost:call_stand": Rule(OFFICER, OFFICER, pk=call, reads=True, shows_mark=True),
    "infopost:return_list": Rule(NAMES, reads=True),
    "infopost:return_detail": Rule(NAMES, pk=ended, reads=True, shows_mark=True),
    "infopost:return_talk_hold": Rule(OFFICER, OFFICER, pk=ended, reads=True, shows_mark=True),
    "infopost:return_offer": Rule(OFFICER, OFFICER, pk=ended, reads=True, shows_mark=True),
    "infopost:task_close": Rule(OFFICER, OFFICER, pk=task, reads=True, shows_mark=True),
    "infopost:message_list": Rule(NAMES, reads=True),
    "infopost:message_detail": Rule(OFFICER, pk=message, reads=True, shows_mark=True),
    "infopost:message_open": Rule(NOBODY, OFFICER, pk=unsent),
    "infopost:message_stand": Rule(OFFICER, OFFICER, pk=message, reads=True, shows_mark=True),
    "infopost:writing_consent_note": Rule(OFFICER, OFFICER, pk=household, reads=True, shows_mark=True),
    "infopost:message_prepare": Rule(OFFICER, OFFICER, pk=household, reads=True, shows_mark=True),
    "infopost:service_note": Rule(OFFICER, OFFICER),
    "infopost:gathering_note": Rule(OFFICER, OFFICER),
    "infopost:service_change": Rule(OFFICER, OFFICER, pk=service, reads=True, shows_mark=True),
    "infopost:gathering_change": Rule(OFFICER, OFFICER, pk=gathering, reads=True, shows_mark=True),
    "infopost:gathering_sheet": Rule(NAMES, pk=gathering, reads=True),
    "infopost:service_stand": Rule(OFFICER, OFFICER, pk=service, reads=True, shows_mark=True),
    "infopost:service_follow": Rule(OFFICER, OFFICER, pk=service, reads=True, shows_mark=True),
}

MAKERS_OF_DESK = {
    CallForm: lambda user, place: CallForm(trip=place.trip),
    CallStandForm: lambda user, place: CallStandForm(),
    ReturnTalkForm: lambda user, place: ReturnTalkForm(trip=place.trip),
    OffersForm: lambda user, place: OffersForm(),
    TaskForm: lambda user, place: TaskForm(),
    WritingConsentForm: lambda user, place: WritingConsentForm(),
    MessageForm: lambda user, place: MessageForm(people=[place.head]),
    MessageStandForm: lambda user, place: MessageStandForm(),
    RegisterForm: lambda user, place: GatheringForm(),
    ServiceForm: lambda user, place: ServiceForm(found=[(str(place.head.pk), place.head.name)]),
    GatheringForm: lambda user, place: GatheringForm(),
    ServiceStandForm: lambda user, place: ServiceStandForm(),
    FollowUpForm: lambda user, place: FollowUpForm(),
    RegisterFilterForm: lambda user, place: RegisterFilterForm(),
}
