"""What the demo's officers learn of each journey: why people came home, by which way they went, their documents."""

import datetime as dt
import random

from django.utils import timezone

from accounts.models import User
from households.actions import (
    cancel_trip,
    decide_placement,
    extend_contract,
    hear_again,
    lose_contact,
    record_arrival,
    record_documents,
    record_placement,
)
from households.actions.placements import suggestion_for, take_placed
from households.choices import Channel, Evidence, ExtensionPlace, Precision, ReturnReason
from households.entries import DocumentEntry
from households.models import ContactLoss, Extension, Household, Placement, PlacementReview, Trip, TripDocument
from households.models.placements import Section
from households.placement_choices import (
    PORTS,
    ContactRhythm,
    Debt,
    DocumentKind,
    DocumentState,
    DownPayment,
    EmployerType,
    LoanSource,
    PlacementStatus,
    Recruiter,
    Scheme,
    Visa,
)
from toolkit.dates import PartialDate

# Of a hundred journeys: so many were asked about their way and documents, and of those so many were decided.
ASKED, DECIDED, EXTENDED, SILENT = 70, 65, 25, 8
# Of a hundred candidates who give up, and papers that nobody renewed in time.
GIVEN_UP, LAPSED = 8, 10
YEAR = dt.timedelta(days=365)
HOME = {ReturnReason.FINISHED: 50, ReturnReason.OWN_WISH: 18, ReturnReason.LEAVE: 10, ReturnReason.SICK: 7,
        ReturnReason.DISPUTE: 5, ReturnReason.DEPORTED: 4,
        ReturnReason.REFUSED: 3, ReturnReason.UNKNOWN: 3}  # fmt: skip
WAYS = {
    (Scheme.P_TO_P, Recruiter.AGENCY, Visa.WORK): 70,
    (Scheme.INDEPENDENT, Recruiter.SELF, Visa.WORK): 12,
    (Scheme.G_TO_G, Recruiter.GOVERNMENT, Visa.WORK): 6,
    (Scheme.UNKNOWN, Recruiter.INDIVIDUAL, Visa.VISIT): 6,
    (Scheme.UNKNOWN, Recruiter.INDIVIDUAL, Visa.UNKNOWN): 6,
}
# Invented: no company of these names places anybody.
AGENCIES = ("PT Contoh Bahari Sentosa", "PT Melati Karya Contoh", "PT Contoh Lintas Benua")
EMPLOYERS = {EmployerType.LEGAL_ENTITY: "Perusahaan Contoh", EmployerType.INDIVIDUAL: "Keluarga Contoh"}
RHYTHMS = {ContactRhythm.WEEKLY: 60, ContactRhythm.MONTHLY: 25, ContactRhythm.RARELY: 10, ContactRhythm.REFUSED: 5}
STATES = {DocumentState.HELD: 88, DocumentState.UNKNOWN: 6, DocumentState.WITH_OTHERS: 4, DocumentState.EXPIRED: 2}
OF_CANDIDATES = {DocumentState.HELD: 45, DocumentState.IN_PROCESS: 40, DocumentState.NONE: 15}


def tell_of_journeys(household: Household, *, by: User, today: dt.date, at) -> None:
    """Let the officer learn of each journey what fits it; `at` gives the office hour of a day."""
    trips = Trip.objects.filter(person__household=household).select_related("person").order_by("pk")
    for number, trip in enumerate(trips):
        # A world that is the same on every machine is the point here; no secret comes from it.
        chance = random.Random(f"perjalanan {household.pk} {number}")  # noqa: S311
        plans = random.Random(f"rencana {trip.person.name}")  # noqa: S311
        _Journey((chance, plans), trip, by, timezone.localdate(trip.changed_at), today, at).tell()


class _Journey:
    def __init__(self, draws, trip, by, day, today, at):
        # Plans are drawn by themselves.
        self.chance, self.plans = draws
        self.trip, self.by, self.day, self.today, self.at = trip, by, day, today, at

    def tell(self):
        """Everything that is its turn."""
        if self.trip.returned_on:
            self._why_home()
        elif self.trip.departed_on and self.trip.departed_on < self.today - 2 * YEAR:
            self._still_away()
        elif not self.trip.departed_on and self._happens(GIVEN_UP):
            self._given_up()
        if self.trip.evidence != Evidence.REFUSED and self._happens(ASKED):
            self._placed()
        Trip.objects.filter(pk=self.trip.pk).update(changed_at=self.at(self.day))

    def _why_home(self):
        home = PartialDate.within(self.trip.returned_on, self.trip.returned_precision)
        self._act(record_arrival, returned=home, reason=self._one(HOME), today=self.day)

    def _given_up(self):
        on = min(self.today, self.day + dt.timedelta(days=20))
        self._act(cancel_trip, cancelled=PartialDate(on, Precision.DAY.value), today=self.today)
        Trip.objects.filter(pk=self.trip.pk).update(cancelled_known_at=self.at(on))

    def _still_away(self):
        day = self.trip.departed_on + 2 * YEAR - dt.timedelta(days=30)
        if self._happens(EXTENDED):
            extended = PartialDate(day, Precision.DAY.value)
            until = PartialDate((day + 2 * YEAR).replace(day=1), Precision.MONTH.value)
            self._act(extend_contract, extended=extended, until=until, place=ExtensionPlace.MISSION, today=self.today)
            Extension.objects.filter(trip=self.trip).update(extended_known_at=self.at(max(day, self.day)))
        elif self._happens(SILENT):
            self._silence()

    def _silence(self):
        lost = PartialDate((self.today - dt.timedelta(days=170)).replace(day=1), Precision.MONTH.value)
        if lost.value < self.trip.departed_on:
            return
        self._act(lose_contact, lost=lost, channel=Channel.PHONE, today=self.today)
        ContactLoss.objects.filter(trip=self.trip).update(lost_known_at=self.at(self.today - dt.timedelta(days=90)))
        if self._happens(40):
            heard = PartialDate(self.today - dt.timedelta(days=20), Precision.DAY.value)
            self._act(hear_again, heard=heard, channel=Channel.FRIEND, today=self.today)
            ContactLoss.objects.filter(trip=self.trip).update(heard_known_at=self.at(heard.value))

    def _placed(self):
        seen = self.trip.evidence == Evidence.DOCUMENT
        way = self._one({way: share for way, share in WAYS.items() if way[1] != Recruiter.INDIVIDUAL} if seen else WAYS)
        known = Evidence.DOCUMENT if seen else Evidence.TOLD
        answers = dict(zip(("scheme", "recruiter", "visa"), way, strict=True), way_evidence=known)
        if way[1] == Recruiter.AGENCY:
            answers["agency"] = self.chance.choice(AGENCIES)
            answers["port"] = PORTS[0]
        if not (self.trip.departed_on or self.trip.returned_on):
            answers |= self._planned("leaving_planned", self.plans.choice((1, -2, 2, 4)))
        self._act(record_placement, section=Section.WAY, answers=answers)
        if self._happens(60):
            self._act(record_placement, section=Section.MONEY, answers=self._money(way, known))
        if self.trip.departed_on and way[1] != Recruiter.INDIVIDUAL:
            self._act(record_placement, section=Section.WORK, answers=self._work(known))
            contact = {"rhythm": self._one(RHYTHMS), "contact_evidence": Evidence.TOLD}
            if not self.trip.returned_on and self.plans.randrange(3) == 0:
                contact |= self._planned("return_planned", self.plans.randrange(1, 18))
            self._act(record_placement, section=Section.CONTACT, answers=contact)
        self._act(record_documents, entries=[self._paper(kind, way, known) for kind in DocumentKind.values])
        if self._happens(DECIDED):
            self._decided()
        TripDocument.objects.filter(trip=self.trip).update(known_at=self.at(self.day))
        at = self.at(self.day)
        for section in Section.values:
            asked = Placement.objects.filter(trip=self.trip, **{f"{section}_known_at__isnull": False})
            asked.update(**{f"{section}_known_at": at})

    def _planned(self, plan: str, months: int) -> dict:
        """What the family means to do in so many months from now, and after the journey began."""
        day = max(self.today + dt.timedelta(days=30 * months), self.trip.began_on + dt.timedelta(days=40))
        return {f"{plan}_on": day.replace(day=1), f"{plan}_precision": Precision.MONTH.value}

    def _work(self, known) -> dict:
        kind = self.chance.choice(list(EMPLOYERS))
        return {
            "employer": f"{EMPLOYERS[kind]} {self.chance.randrange(1, 90)}",
            "employer_type": kind,
            "contract_from_on": self.trip.departed_on.replace(day=1),
            "contract_from_precision": Precision.MONTH.value,
            "contract_until_on": self._until(years=2).replace(day=1),
            "contract_until_precision": Precision.MONTH.value,
            "work_evidence": known,
        }

    def _until(self, *, years: int) -> dt.date:
        """When a paper of so many years ends that was given before leaving; most were renewed in time since."""
        until = self.trip.departed_on + years * YEAR
        while until < self.today and not self.trip.returned_on and not self._happens(LAPSED):
            until += years * YEAR
        return until

    def _money(self, way, known) -> dict:
        by_individual = way[1] == Recruiter.INDIVIDUAL
        return {
            "cost_total": self.chance.randrange(3, 30) * 1_000_000,
            "loan_source": self._one(
                {LoanSource.NONE: 40, LoanSource.FAMILY: 30, LoanSource.BANK: 20, LoanSource.LENDER: 10}
            ),
            "debt": self._one({Debt.NONE: 60, Debt.UP_TO_5: 15, Debt.UP_TO_15: 15, Debt.REFUSED: 10}),
            "down_payment": DownPayment.YES if by_individual and self._happens(50) else DownPayment.NO,
            "money_evidence": Evidence.TOLD if known == Evidence.TOLD or self._happens(80) else known,
        }

    def _decided(self):
        suggestion = suggestion_for(trip=take_placed(by=self.by, trip_id=self.trip.pk), today=self.day)
        told = {"status": suggestion.status, "evidence": suggestion.evidence, "note": ""}
        if suggestion.status == PlacementStatus.UNKNOWN and self._happens(30):
            note = "Keluarga menunjukkan surat penempatan lama."
            told = {"status": PlacementStatus.PROCEDURAL, "evidence": Evidence.TOLD, "note": note}
        self._act(decide_placement, **told, today=self.day)
        PlacementReview.objects.filter(trip=self.trip).update(known_at=self.at(self.day))

    def _paper(self, kind, way, known) -> DocumentEntry:
        if way[1] == Recruiter.INDIVIDUAL and kind not in (DocumentKind.PASSPORT, DocumentKind.FAMILY_PERMISSION):
            return DocumentEntry(kind, DocumentState.NONE, evidence=known)
        state = self._one(STATES if self.trip.departed_on else OF_CANDIDATES)
        if state == DocumentState.UNKNOWN:
            return DocumentEntry(kind, state)
        number = f"X{self.chance.randrange(10**7):07}" if kind == DocumentKind.PASSPORT else ""
        ends = kind == DocumentKind.PASSPORT and state == DocumentState.HELD and self.trip.departed_on
        expires = PartialDate(self._until(years=5), Precision.DAY.value) if ends else PartialDate()
        return DocumentEntry(kind, state, number=number, expires=expires, evidence=known)

    def _act(self, action, **told):
        self.trip = action(by=self.by, trip_id=self.trip.pk, version=self.trip.version, **told)

    def _one(self, shares):
        return self.chance.choices(list(shares), shares.values())[0]

    def _happens(self, of_hundred: int) -> bool:
        return self.chance.randrange(100) < of_hundred
