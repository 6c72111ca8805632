"""Rows of every list of the portal: one more of each, as often as that is asked."""

import datetime as dt
from types import SimpleNamespace

from accounts import audit
from accounts.models import Act
from households.choices import Check
from infopost.choices import FactKind
from tests.factories.accounts import UserFactory
from tests.factories.desk import (
    FamilyCallFactory,
    MessageFactory,
    ReturnTalkFactory,
    ReturnTaskFactory,
    ServiceFactory,
    WritingConsentFactory,
)
from tests.factories.files import CandidateFactory, DocumentHelpFactory, ReferralFactory, StepNoteFactory
from tests.factories.households import (
    CaregiverFactory,
    HomecomingFactory,
    HouseholdFactory,
    ImportBatchFactory,
    PersonFactory,
    TripFactory,
    VisitFactory,
)
from tests.factories.infopost import (
    AgencyFactory,
    AgencyListFactory,
    CalendarEntryFactory,
    ChargeRuleFactory,
    FactFactory,
    JobOrderFactory,
    PageCountFactory,
    SignFactory,
    VillageWarningFactory,
)
from tests.factories.journeys import ContactLossFactory, ExtensionFactory, PlacementFactory, TripDocumentFactory
from tests.factories.letters import LetterFactory
from tests.factories.living import NeedFactory, RemittanceFactory
from tests.factories.regions import MembershipFactory, RegionFactory
from tests.factories.stays import MoveOfferFactory

LONG_AGO = dt.date(2026, 3, 1)
SENT_BACK = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
MARK = "Warga Daftar"


def world(place) -> SimpleNamespace:
    """What stands once, however many rows a list has."""
    agencies = AgencyListFactory()
    letter = LetterFactory(person=place.head, prepared_by=place.officer)
    ended = TripFactory(person=place.child, departed_on=dt.date(2024, 3, 1), returned_on=LONG_AGO)
    message = MessageFactory(household=place.household, noted_by=place.officer, opened=True)
    ReturnTalkFactory(trip=ended, changed_by=place.officer)
    return SimpleNamespace(place=place, agencies=agencies, letter=letter, ended=ended, message=message)


def grow(seen: SimpleNamespace, turn: int) -> None:
    """One row more in every list of the village, of whoever reads there, and of what is everybody's."""
    place, by = seen.place, seen.place.officer
    _family(place, by, turn)
    _own_family(seen, by, turn)
    _desk(place, by, turn)
    _of_everybody(seen, by, turn)


def _family(place, by, turn):
    """A family of whom each waits for something: abroad, preparing, home again; and a child."""
    home = _home(place, by, f"warga daftar {turn}", needs_check=True, registered_on=LONG_AGO)
    head, over = (_member(home, turn, word, is_head=word == "kepala") for word in ("kepala", "kontrak"))
    child = _member(home, turn, "anak", birth_on=dt.date(2015, 1, 2))
    away, silent = (TripFactory(person=one, departed_on=dt.date(2024, 3, 1), created_by=by) for one in (head, over))
    PlacementFactory(trip=away, contract_until_on=dt.date(2026, 12, 20), contract_until_precision="day")
    PlacementFactory(trip=silent, contract_until_on=dt.date(2026, 2, 1), contract_until_precision="day")
    TripDocumentFactory(trip=away, expires_on=dt.date(2026, 12, 1), expires_precision="day")
    ContactLossFactory(trip=silent)
    FamilyCallFactory(trip=away, noted_by=by, called_on=dt.date(2026, 11, turn))
    HomecomingFactory(trip=TripFactory(person=_member(home, turn, "lama"), returned_on=dt.date(2022, 3, 1)))
    CaregiverFactory(child=child, person=head, recorded_by=by)
    NeedFactory(household=home)
    RemittanceFactory(household=home, first_on=dt.date(2026, 11, 1), created_by=by)
    VisitFactory(household=home, visited_on=dt.date(2026, 3, turn), visited_by=by)
    WritingConsentFactory(household=home, noted_by=by)
    MessageFactory(household=home, noted_by=by, opened=True)
    _preparing(home, by, turn)
    _home_again(home, by, turn)
    _between_families(place, by, turn)


def _home(place, by, name, **about):
    return HouseholdFactory(village=place.village, created_by=by, sort_name=name, **about)


def _member(home, turn, word, *, is_head=False, **about):
    checks = [Check.SEX_UNKNOWN] if is_head else []
    return PersonFactory(household=home, name=f"{MARK} {turn} {word}", head=is_head, checks=checks, **about)


def _preparing(home, by, turn):
    """Candidates: one whose plan is over and whose office is silent, one of whom nothing was noted for long."""
    candidate = CandidateFactory(person=_member(home, turn, "calon"), created_by=by)
    CandidateFactory(
        person=_member(home, turn, "diam"), created_by=by, changed_at=dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
    )
    PlacementFactory(trip=candidate, leaving_planned_on=dt.date(2026, 11, 1), leaving_planned_precision="day")
    StepNoteFactory(trip=candidate)
    DocumentHelpFactory(trip=candidate, helped_on=dt.date(2026, 11, 5))
    ReferralFactory(trip=candidate)
    about = {"person": candidate.person, "prepared_by": by}
    LetterFactory(**about)
    LetterFactory(**about, state="sent_back", sent_back_at=SENT_BACK, sent_back_reason="Periksa tanggalnya")
    LetterFactory(**about, signed=True, trip=candidate)
    LetterFactory(**about, refused=True)


def _home_again(home, by, turn):
    """Who came home: just now, and almost a year ago; with an offer whose day has come."""
    for word, returned in (("pulang", dt.date(2026, 11, 1)), ("setahun", dt.date(2025, 12, 10))):
        trip = TripFactory(
            person=_member(home, turn, word), departed_on=dt.date(2024, 3, 1), returned_on=returned, created_by=by
        )
        ReturnTaskFactory(trip=trip, noted_by=by, due_on=dt.date(2026, 11, 20))


def _between_families(place, by, turn):
    """A family whose head died, and one that the other village did not take."""
    left = _home(place, by, f"warga duka {turn}")
    _member(left, turn, "almarhum", is_head=True, died_on=dt.date(2026, 11, 2))
    _member(left, turn, "janda")
    kept = _home(place, by, f"warga ditolak {turn}")
    declined = {"state": "declined", "decline_reason": "not_yet", "answered_at": SENT_BACK, "answered_by": by}
    declined["offered_at"] = SENT_BACK - dt.timedelta(days=3)
    elsewhere, head = RegionFactory(code="5203212002"), f"{MARK} {turn} ditolak"
    MoveOfferFactory(household=kept, from_village=place.village, to_village=elsewhere, head=head, **declined)
    MoveOfferFactory(to_village=place.village, head=f"{MARK} pindahan {turn}")


def _own_family(seen, by, turn):
    """What the pages of the place's own family, its people and its papers list."""
    place = seen.place
    person = PersonFactory(household=place.household, name=f"{MARK} {turn} anggota")
    TripFactory(person=person, departed_on=dt.date(2026, 11, turn), created_by=by)
    TripFactory(
        person=place.head, departed_on=dt.date(2020, turn, 1), returned_on=dt.date(2021, turn, 1), created_by=by
    )
    RemittanceFactory(household=place.household, first_on=dt.date(2025, turn, 1), created_by=by)
    NeedFactory(household=place.household, kind=("training", "capital", "legal_aid")[turn - 1])
    VisitFactory(household=place.household, visited_on=dt.date(2026, 11, 1 + turn), visited_by=by)
    CaregiverFactory(child=place.child, person=person, recorded_by=by, relation="other")
    ExtensionFactory(trip=place.trip, extended_on=dt.date(2026, turn, 1), extended_by=by)
    FamilyCallFactory(trip=place.trip, noted_by=by, called_on=dt.date(2026, 10, turn))
    ServiceFactory(village=place.village, noted_by=by, person=place.head, happened_on=dt.date(2026, 11, turn))
    ReferralFactory(trip=place.trip, referred_by=by)
    TripDocumentFactory(trip=place.trip, kind=("passport", "visa", "insurance")[turn - 1])
    ReturnTaskFactory(trip=seen.ended, noted_by=by, offer=("training", "group", "health")[turn - 1])
    LetterFactory(person=place.head, prepared_by=by)
    for record in (place.household, place.head, seen.letter):
        audit.record(Act.CHANGED, by=by, on=record, region=place.village.code, fields=["name"])


def _desk(place, by, turn):
    """What the officer's own lists hold besides."""
    about = {"village": place.village, "noted_by": by}
    promise = {"promised": True, "follow_up_on": dt.date(2026, 11, 20), "person": place.head}
    ServiceFactory(**about, **promise, happened_on=dt.date(2026, 11, 10 + turn))
    ServiceFactory(**about, gathering=True, happened_on=dt.date(2026, 11, 20))
    ImportBatchFactory(village=place.village, uploaded_by=by, file_name=f"warga {turn}.xlsx")
    VillageWarningFactory(**about, how=f"Datang ke rumah {turn} kali.")
    JobOrderFactory(region=place.village, noted_by=by, agency_name=f"PT Contoh {turn}")
    CalendarEntryFactory(region=place.village, noted_by=by, title=f"Pelatihan {turn}")


def _of_everybody(seen, by, turn):
    """Accounts, regions, facts, companies, and how often pages were read."""
    UserFactory(username=f"daftar{turn}", region=seen.place.village)
    MembershipFactory(village=RegionFactory(code=f"520317210{turn}"))
    PageCountFactory(
        village=RegionFactory(code=f"520317220{turn}"), day=dt.date(2026, 11, 20), subject=f"pulang-{turn}"
    )
    for kind in FactKind.values:
        stands = {"placement": "closed", "country": "TW", "value": ""} if kind == FactKind.STATUS else {}
        FactFactory(code=f"{kind}-daftar-{turn}", kind=kind, title=f"Fakta {turn}", **stands)
    SignFactory(code=f"D9{turn}", reason=f"Tanda {turn}")
    ChargeRuleFactory(code=f"daftar-{turn}")
    AgencyListFactory(file_name=f"daftar-{turn}.csv", waiting=True)
    AgencyFactory(in_list=seen.agencies, name=f"PT Daftar {turn}")
