"""Every form of the portal: how it is made for somebody, and how its page is filled in."""

import datetime as dt
import sys

from django import forms
from django.apps import apps

from accounts.forms import AccountForm, AuditFilterForm, NewPasswordForm, SignInForm
from accounts.scoping.querysets import ScopedQuerySet
from households.forms.children import CareEndForm, CaregiverForm, CareResumeForm, ChildForm
from households.forms.clearances import ClearanceForm, LaterConsentForm
from households.forms.exporting import ExportForm
from households.forms.homecomings import HomecomingForm
from households.forms.households import AddressForm, ConsentForm, FirstAddressForm, ReadOut
from households.forms.journeys import (
    AgainForm,
    ArrivalForm,
    CancelForm,
    DepartureForm,
    ExtensionForm,
    HeardForm,
    LossForm,
    TripActForm,
)
from households.forms.life import ClosingForm, DeathForm, HeadForm, LifeForm, ReopenForm, VisitForm
from households.forms.living import AidForm, ContactForm, DwellingForm, IncomeForm, SectionForm
from households.forms.needs import NeedForm, NeedsForm
from households.forms.papers import DecisionForm, DocumentsForm
from households.forms.people import PersonEditForm, PersonFields, PersonForm
from households.forms.placements import MoneyForm, PlacementForm, ReachForm, WayForm, WorkForm
from households.forms.profiles import ProfileForm
from households.forms.remittances import RemittanceForm, TenthsForm
from households.forms.revealing import RevealForm
from households.forms.search import SearchForm
from households.forms.trips import TripFields, TripForm
from households.imports.forms import CommitForm, UploadForm
from households.models import Circumstances, Household, Person
from households.rules.placement import Facts, suggest
from regions.forms import MembershipForm
from tests.households.forms import member_post, registration_post
from tests.walk.files import ANSWERS_OF_FILES, MAKERS_OF_FILES
from tests.walk.info import MAKERS_OF_INFO
from tests.walk.stays import ANSWERS_OF_STAYS, MAKERS_OF_STAYS, NEW_MEMBER
from tests.walk.tree import packages


def hamlets(user):
    """As the list's page gives them to its search form."""
    return Household.objects.visible_to(user).values_list("hamlet", flat=True)


TODAY = dt.date(2026, 11, 22)

# How each form is made for `user`, with the record of a place that is his own.
MAKERS = {
    **MAKERS_OF_STAYS,
    **MAKERS_OF_INFO,
    **MAKERS_OF_FILES,
    AccountForm: lambda user, place: AccountForm(by=user),
    AuditFilterForm: lambda user, place: AuditFilterForm(reader=user),
    NewPasswordForm: lambda user, place: NewPasswordForm(user),
    SignInForm: lambda user, place: SignInForm(None),
    CommitForm: lambda user, place: CommitForm(),
    UploadForm: lambda user, place: UploadForm(),
    AddressForm: lambda user, place: AddressForm(household=place.household),
    FirstAddressForm: lambda user, place: FirstAddressForm(),
    ConsentForm: lambda user, place: ConsentForm(),
    ReadOut: lambda user, place: ReadOut(),
    PersonFields: lambda user, place: PersonFields(village_id=place.village.pk),
    PersonForm: lambda user, place: PersonForm(village_id=place.village.pk),
    PersonEditForm: lambda user, place: PersonEditForm(village_id=place.village.pk, person=place.head),
    ProfileForm: lambda user, place: ProfileForm(person=place.head, day=TODAY),
    ExportForm: lambda user, place: ExportForm(),
    RevealForm: lambda user, place: RevealForm(),
    ClearanceForm: lambda user, place: ClearanceForm(record=place.head),
    LaterConsentForm: lambda user, place: LaterConsentForm(has_one=True),
    LifeForm: lambda user, place: LifeForm(),
    VisitForm: lambda user, place: VisitForm(),
    DeathForm: lambda user, place: DeathForm(person=place.head),
    ChildForm: lambda user, place: ChildForm(person=place.child, day=TODAY),
    CaregiverForm: lambda user, place: CaregiverForm(
        child=place.child, members=list(place.household.members.all()), day=TODAY
    ),
    CareEndForm: lambda user, place: CareEndForm(),
    CareResumeForm: lambda user, place: CareResumeForm(),
    HomecomingForm: lambda user, place: HomecomingForm(trip=place.trip),
    HeadForm: lambda user, place: HeadForm(members=list(place.household.members.all()), today=TODAY),
    ClosingForm: lambda user, place: ClosingForm(was_closed=True),
    SectionForm: lambda user, place: SectionForm(circumstances=Circumstances(household=place.household)),
    **{
        kind: lambda user, place, kind=kind: kind(circumstances=Circumstances(household=place.household))
        for kind in (DwellingForm, ContactForm, AidForm, IncomeForm, NeedsForm)
    },
    NeedForm: lambda user, place: NeedForm(need=place.need),
    RemittanceForm: lambda user, place: RemittanceForm(trips=[place.trip], people=[place.head]),
    TenthsForm: lambda user, place: TenthsForm(),
    ReopenForm: lambda user, place: ReopenForm(),
    SearchForm: lambda user, place: SearchForm(hamlets=hamlets(user)),
    TripFields: lambda user, place: TripFields(),
    TripForm: lambda user, place: TripForm(trip=place.trip),
    PlacementForm: lambda user, place: WayForm(trip=place.trip),
    WayForm: lambda user, place: WayForm(trip=place.trip),
    WorkForm: lambda user, place: WorkForm(trip=place.trip),
    MoneyForm: lambda user, place: MoneyForm(trip=place.trip),
    ReachForm: lambda user, place: ReachForm(trip=place.trip),
    DocumentsForm: lambda user, place: DocumentsForm(trip=place.trip),
    DecisionForm: lambda user, place: DecisionForm(
        trip=place.trip, suggestion=suggest(Facts(), today=dt.date(2026, 11, 22))
    ),
    TripActForm: lambda user, place: DepartureForm(trip=place.trip),
    DepartureForm: lambda user, place: DepartureForm(trip=place.trip),
    ArrivalForm: lambda user, place: ArrivalForm(trip=place.trip),
    AgainForm: lambda user, place: AgainForm(last_trip=place.trip),
    CancelForm: lambda user, place: CancelForm(trip=place.trip),
    ExtensionForm: lambda user, place: ExtensionForm(trip=place.trip),
    LossForm: lambda user, place: LossForm(trip=place.trip),
    HeardForm: lambda user, place: HeardForm(trip=place.trip),
    MembershipForm: lambda user, place: MembershipForm(village=place.village, record=place.membership),
}

JOURNEY = {"stage": "active", "country": "TW", "sector": "domestic", "evidence": "told", "since_year": "2026"}


def new_head():
    """The child of Korleko's family in the head's place."""
    child = Person.objects.get(village="5203172006", relation="child")
    return {"head": str(child.pk), "old_relation": "parent", "version": "1"}


# A right answer to each page with one effect, so that what is refused is refused for its address alone.
ANSWERS = {
    **ANSWERS_OF_STAYS,
    **ANSWERS_OF_FILES,
    "households:household_register": registration_post,
    "households:household_change": lambda: {"hamlet": "Mangsit", "rt": "4", "rw": "2", "version": "1"},
    "households:person_add": lambda: member_post(NEW_MEMBER),
    "households:person_change": lambda: member_post(NEW_MEMBER) | {"version": "1"},
    "households:household_verify": lambda: member_post({"visited": (2, 11, 2026)}) | {"version": "1"},
    "households:household_head": new_head,
    "households:household_close": lambda: {"reason": "moved", "closed_year": "2026", "version": "1"},
    "households:household_dwelling": lambda: {"dwelling": "own", "version": "0"},
    "households:household_contact": lambda: {"phone": "0812 3456 7890", "version": "0"},
    "households:household_aid": lambda: {"aid_pkh": "refused", "version": "0"},
    "households:household_income": lambda: {"income_band": "from_1", "version": "0"},
    "households:household_needs": lambda: {"kinds": ["capital"], "version": "0"},
    "households:need_change": lambda: {"what": "happened", "version": "1"},
    "households:remittance_add": lambda: {"span": "month", "month": "9", "year": "2026", "trip": "", "version": "0"},
    "households:remittance_change": lambda: {
        "what": "happened",
        "span": "month",
        "month": "9",
        "year": "2026",
        "trip": "",
        "version": "1",
    },
    "households:person_death": lambda: {"died_year": "2026", "version": "1"},
    "households:profile_change": lambda: {"education": "junior", "occupation": "farmer", "version": "1"},
    "households:person_clear": lambda: {"what": "lagi:nik_birth_differs", "version": "1"},
    "households:household_clear": lambda: {"what": "lagi:card_shared", "version": "1"},
    "households:consent_add": lambda: {"what": "mistake", "version": "1"},
    "households:child_change": lambda: {"in_school": "yes", "level": "primary", "version": "1"},
    "households:caregiver_add": lambda: {"who": "outside", "relation": "aunt_uncle", "version": "1"},
    "households:caregiver_end": lambda: {"what": "happened", "ended_year": "2026", "version": "1"},
    "households:homecoming_change": lambda: {"wish": "business", "version": "1"},
    "households:trip_way": lambda: {"scheme": "p_to_p", "way_evidence": "told", "version": "1"},
    "households:trip_work": lambda: {"employer": "Pabrik", "work_evidence": "told", "version": "1"},
    "households:trip_money": lambda: {"debt": "none", "money_evidence": "told", "version": "1"},
    "households:trip_contact": lambda: {"rhythm": "weekly", "contact_evidence": "told", "version": "1"},
    "households:trip_documents": lambda: {"visa-state": "unknown", "version": "1"},
    "households:trip_decide": lambda: {"status": "unknown", "evidence": "unknown", "version": "1"},
    "households:trip_depart": lambda: {"what": "happened", "departed_year": "2026", "version": "1"},
    "households:trip_return": lambda: {"returned_year": "2026", "reason": "finished", "version": "1"},
    "households:trip_cancel": lambda: {"what": "whole", "version": "1"},
    "households:trip_extend": lambda: {"extended_year": "2026", "place": "unknown", "version": "1"},
    "households:trip_lost": lambda: {"lost_year": "2026", "channel": "phone", "version": "1"},
    "households:trip_heard": lambda: {"heard_year": "2026", "channel": "phone", "version": "1"},
    "households:trip_again": lambda: JOURNEY | {"departed_year": "2026"},
    "households:trip_add": lambda: JOURNEY,
    "households:trip_change": lambda: JOURNEY | {"version": "1"},
}


def form_classes(root=forms.BaseForm) -> set[type]:
    """Every form class of ours."""
    found = set()
    for kind in root.__subclasses__():
        found |= form_classes(kind)
        # Formsets make nameless subclasses of a form that is known by itself.
        if kind.__module__.split(".")[0] in packages() and kind.__name__ in vars(sys.modules[kind.__module__]):
            found.add(kind)
    return found


def offered(form) -> list[str]:
    """Everything that the form offers to choose or shows as filled in, as words."""
    words = []
    for field in form.fields.values():
        if isinstance(field, forms.ChoiceField):
            words += [str(part) for choice in field.choices for part in _flat(choice)]
    return words


def snapshot(*, village: str | None = None, without: str | None = None) -> dict:
    """All rows of the registry as they stand: those of one village, or those outside it."""
    rows = {}
    for model in apps.get_app_config("households").get_models():
        if model._meta.proxy:
            continue  # the same rows once more
        queryset = model._base_manager.order_by("pk")
        if isinstance(model._default_manager.all(), ScopedQuerySet):
            path = model.scope_path
            queryset = queryset.filter(**{path: village}) if village else queryset.exclude(**{path: without})
        rows[model.__name__] = list(queryset.values())
    return rows


def smuggled(place) -> dict:
    """Fields with a stranger's keys, under every name that a careless form might read."""
    keys = {
        "household": place.household.pk,
        "household_id": place.household.pk,
        "person": place.head.pk,
        "person_id": place.head.pk,
        "trip": place.trip.pk,
        "village": place.village.pk,
        "village_id": place.village.pk,
        "id": place.household.pk,
        "pk": place.household.pk,
        "created_by": place.officer.pk,
        "batch": place.batch.pk,
    }
    prefixes = ("", "members-0-", "address-", "consent-")
    return {f"{prefix}{name}": str(key) for prefix in prefixes for name, key in keys.items()}


def _flat(choice):
    for part in choice:
        if isinstance(part, list | tuple):
            yield from _flat(part)
        else:
            yield part
