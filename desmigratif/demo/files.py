"""What the demo's officers keep in the candidates' files: people at different steps, and a year of those who left."""

import datetime as dt
import io
import random

from django.core.files.base import ContentFile
from PIL import Image

from accounts.models import User
from households.actions import change_trip
from households.choices import Evidence, Precision, Sector, Stage
from households.entries import DocumentEntry, TripEntry
from households.models import Trip, TripDocument
from households.placement_choices import DocumentKind, DocumentState
from infopost.actions import (
    answer_referral,
    check_agency,
    check_contract,
    help_with_document,
    keep_photo,
    note_step,
    refer,
)
from infopost.file_choices import (
    SEVEN,
    Beside,
    FileStep,
    Office,
    ReferralAnswer,
    ReferralReason,
    StepState,
    Written,
)
from infopost.files.lookups import look_up, orders_for
from infopost.models import (
    Agency,
    AgencyCheck,
    AgencyList,
    ContractCheck,
    DocumentHelp,
    DocumentPhoto,
    Referral,
    StepNote,
)
from infopost.rules.files import DOCUMENT_OF, NOT_NOTED, needless
from toolkit.dates import PartialDate
from toolkit.ids import new_id

DAY = dt.timedelta(days=1)
# How many steps the candidates of a village have behind them, in turn.
FAR = (2, 9, 5, 13, 1, 7)
# For how many days nothing has been noted of them since, in turn.
QUIET = (4, 12, 41, 2, 19, 66)
# Named by families, and on no list.
UNLISTED = "PT Contoh Entah Siapa"
ANSWERS = (ReferralAnswer.ACCEPTED, "", ReferralAnswer.ASKS_MORE, "", ReferralAnswer.REFUSED)
CLOSED = TripEntry(Stage.PROSPECTIVE, "SA", Sector.DOMESTIC, PartialDate(), Evidence.TOLD)


def keep_files(*, by: User, today: dt.date, at) -> None:
    """Let the officer of a village keep the files of who prepares, and of who left within a year."""
    for place, trip in enumerate(_trips(by, departed_on=None, cancelled_on=None, returned_on=None)):
        file = _File(trip, by, today - DAY * QUIET[place % len(QUIET)], today, at)
        if place == 0:
            file.wants_to_a_closed_country()
        file.walk(FAR[place % len(FAR)])
        file.company(listed=place % 3 != 1)
        file.send(ANSWERS[place % len(ANSWERS)])
        if place == 1:
            file.photograph(DocumentKind.FAMILY_PERMISSION)
    left = _trips(by, departed_on__gte=today - 365 * DAY, returned_on=None)
    known = [trip for trip in left if trip.person.household.registered_on < trip.departed_on - 30 * DAY]
    for place, trip in enumerate(known):
        file = _File(trip, by, trip.departed_on, today, at)
        file.walk(12)
        file.read_contract(open_items=place % 3)
        file.send(ANSWERS[place % 3])


def _trips(by, **told):
    """The village's journeys of that kind, the same order on every machine."""
    trips = Trip.objects.editable_by(by).filter(**told).order_by("person__household", "pk")
    return list(trips.select_related("person__household", "placement", "village"))


class _File:
    """One file; each act is written now and then dated as it was, `until` the last day of the preparation."""

    def __init__(self, trip, by, until, today, at):
        # A world that is the same on every machine is the point here; no secret comes from it.
        self.chance = random.Random(f"berkas {trip.person_id}")  # noqa: S311
        self.trip, self.by, self.at = trip, by, lambda day: at(day, trip.village)
        began = max(trip.person.household.registered_on, until - 150 * DAY)
        self.days = max(0, (until - began).days)
        self.began, self.last, self.today = began, began, today

    def wants_to_a_closed_country(self):
        """A wish that the officer has to answer with care."""
        self.trip = change_trip(entry=CLOSED, today=self.began, **self._about())

    def walk(self, steps: int):
        """The first steps of the way, each on its day: the papers with the post's help, the rest as told."""
        for place, step in enumerate(list(FileStep)[1 : steps + 1]):
            day = self.began + DAY * (self.days * (place + 1) // steps)
            kind = DOCUMENT_OF.get(step)
            if kind and step != FileStep.REGISTER:
                self._paper(kind, day)
            elif step not in NOT_NOTED:
                self._step(step, day)

    def company(self, *, listed: bool):
        """The company as the family names it; some are on no list, and not every way has one."""
        placement = getattr(self.trip, "placement", None)
        if placement and FileStep.AGENCY in needless(placement.scheme):
            return
        rows = Agency.objects.filter(in_list=AgencyList.objects.newest()).order_by("name_key")
        agency = self.chance.choice(list(rows)) if listed and rows else None
        orders = [order for order in orders_for(self.trip.village_id) if order.country == self.trip.country]
        order = orders[0] if orders and listed else None
        found = look_up(self.trip, agency=agency, name=UNLISTED, order=order, today=self.last)
        self.trip = check_agency(found=found, today=self.last, **self._about())
        AgencyCheck.objects.editable_by(self.by).filter(trip=self.trip).update(known_at=self.at(self.last))
        self._date()

    def read_contract(self, *, open_items: int):
        """The seven things, some of them missing."""
        answers = dict.fromkeys(SEVEN, Written.YES) | dict.fromkeys(SEVEN[4 : 4 + open_items], Written.UNSURE)
        told = {"beside": self.chance.choice([Beside.SPOUSE, Beside.PARENT]), "answers": answers}
        self.trip = check_contract(today=self.last, **told, **self._about())
        ContractCheck.objects.editable_by(self.by).filter(trip=self.trip).update(known_at=self.at(self.last))
        self._date()

    def photograph(self, kind):
        """A paper that the family showed; of an example nothing can be read."""
        drawn = io.BytesIO()
        Image.new("RGB", (600, 400), "#fbfaf6").save(drawn, "JPEG")
        photo = ContentFile(drawn.getvalue(), name=f"{new_id().hex}.jpg")
        self.trip = keep_photo(kind=kind, photo=photo, **self._about())
        DocumentPhoto.objects.editable_by(self.by).filter(trip=self.trip).update(kept_at=self.at(self.last))
        self._date()

    def send(self, answer: str):
        """A referral, and what the office answered after a week."""
        reason = self.chance.choice([ReferralReason.REGISTER, ReferralReason.PAPERS])
        told = {"office": Office.LTSA, "reason": reason, "referred_on": self.last}
        row = refer(by=self.by, trip_id=self.trip.pk, referral_id=new_id(), **told)
        rows = Referral.objects.editable_by(self.by).filter(pk=row.pk)
        rows.update(referred_known_at=self.at(self.last))
        if answer:
            day = min(self.last + 5 * DAY, self.today)
            told = {"answer": answer, "answered": PartialDate(day, Precision.DAY.value)}
            told["asked_for"] = "Akta lahir asli" if answer == ReferralAnswer.ASKS_MORE else ""
            answer_referral(by=self.by, referral_id=row.pk, version=1, **told)
            rows.update(answered_known_at=self.at(day))
        self._date()

    def _step(self, step, day):
        told = {"state": StepState.DONE, "done": PartialDate(day, Precision.DAY.value), "evidence": Evidence.TOLD}
        self.trip = note_step(step=step, **told, **self._about())
        StepNote.objects.editable_by(self.by).filter(trip=self.trip, step=step).update(known_at=self.at(day))
        self._date(day)

    def _paper(self, kind, day):
        entry = DocumentEntry(kind.value, DocumentState.HELD, evidence=Evidence.DOCUMENT)
        if TripDocument.objects.editable_by(self.by).filter(trip=self.trip, kind=kind).exists():
            return
        self.trip = help_with_document(entry=entry, today=day, **self._about())
        for rows in (TripDocument.objects.editable_by(self.by), DocumentHelp.objects.editable_by(self.by)):
            rows.filter(trip=self.trip, kind=kind).update(known_at=self.at(day))
        self._date(day)

    def _about(self) -> dict:
        trip = Trip.objects.editable_by(self.by).get(pk=self.trip.pk)
        return {"by": self.by, "trip_id": trip.pk, "version": trip.version}

    def _date(self, day=None):
        """The actions write the present, and the demo has a past."""
        self.last = max(self.last, day or self.last)
        Trip.objects.editable_by(self.by).filter(pk=self.trip.pk).update(changed_at=self.at(self.last))
