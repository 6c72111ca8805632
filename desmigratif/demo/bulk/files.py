"""The candidates' files of a post in a large world: steps, papers, the company, the contract, and referrals."""

from accounts.models import Act
from desmigratif.demo.bulk.people import as_json
from desmigratif.demo.bulk.post import HOURS, Journey, Post
from desmigratif.demo.files import ANSWERS, FAR, QUIET, UNLISTED
from households.choices import Evidence, Precision
from households.models import Placement, TripDocument
from households.placement_choices import PORTS, DocumentKind, DocumentState, Recruiter, Scheme, Visa
from infopost.file_choices import (
    SEVEN,
    Beside,
    FileStep,
    Office,
    OrderAnswer,
    ReferralAnswer,
    ReferralReason,
    StepState,
    Written,
)
from infopost.models import AgencyCheck, ContractCheck, DepartureGap, DocumentHelp, Referral, ServicePost, StepNote
from infopost.rules.companies import Answer
from infopost.rules.files import DOCUMENT_OF, NOT_NOTED

LONGEST = 150
# The letter of the family is the village's own.
WALKED = [step for step in list(FileStep)[1:] if step != FileStep.PERMISSION]
WAY = ("agency", "recruiter", "scheme", "visa", "port", "way_evidence")
PLAN = ("leaving_planned_on", "leaving_planned_precision")


def open_post(post: Post) -> None:
    """Where the post is, and when somebody sits there."""
    ago = 400
    values = {"place": post.place_name, "hours": HOURS, "officer_name": post.village.keeper[1], "phone": ""}
    key = post.add(ServicePost, id=post.key(ago), village_id=post.plot.code, version=1, **values)
    post.note(ago, Act.CREATED, "infopost.servicepost", key, as_json(sorted(values)))


def keep_files(post: Post) -> None:
    """The files of those who prepare, and of those who left within a year."""
    prepared = [(one, trip) for one in post.residents for trip in one.trips if trip.is_prepared]
    for place, (_, trip) in enumerate(prepared[: post.amounts.files]):
        began = min(trip.prospective, trip.noted)
        last = min(QUIET[place % len(QUIET)], began)
        file = _File(post, trip, min(began, last + LONGEST), last)
        file.walk(FAR[place % len(FAR)])
        file.company()
        file.send(ANSWERS[place % len(ANSWERS)])
    left = [trip for one in post.residents for trip in one.trips if trip.departed is not None and not trip.placed]
    known = [trip for trip in left if trip.prospective is not None and trip.departed < 365 and trip.returned is None]
    for place, trip in enumerate(known[: post.amounts.files]):
        began = min(trip.prospective, trip.noted)
        file = _File(post, trip, min(began, trip.departed + LONGEST), trip.departed)
        file.walk(12)
        file.read_contract(open_items=place % 3)
        file.send(ANSWERS[place % 3])
        file.leave()


class _File:
    """One file, from the day it `began` to the `last` on which something was noted; days are counted backwards."""

    def __init__(self, post: Post, journey: Journey, began: int, last: int):
        self.post, self.journey, self.began, self.last = post, journey, began, last
        self.trip = {"trip_id": journey.key}

    def walk(self, steps: int):
        """The first steps of the way, each on its day."""
        for place, step in enumerate(WALKED[:steps], start=1):
            ago = self.began - (self.began - self.last) * place // steps
            kind = DOCUMENT_OF.get(step)
            if kind and step != FileStep.REGISTER:
                self._paper(kind.value, ago)
            elif step not in NOT_NOTED:
                self._step(step.value, ago)

    def company(self):
        """The company as the family names it: no list has been brought in."""
        ago, post = self.last, self.post
        way = {"scheme": Scheme.P_TO_P, "recruiter": Recruiter.AGENCY, "visa": Visa.WORK, "agency": UNLISTED}
        # Three months after the last step: of some the day has gone by.
        planned = dict(zip(PLAN, (post.coming(ago - 90), Precision.DAY.value), strict=True))
        post.add(
            Placement, id=post.key(ago), way_evidence=Evidence.TOLD.value, way_known_at=post.at(ago), port=PORTS[0],
            **self.trip, **way, **planned,
        )  # fmt: skip
        post.touch(self.journey, ago, (*WAY, *PLAN))
        post.add(
            AgencyCheck, id=post.key(ago), checked_on=post.day(ago), known_at=post.at(ago), checked_by_id=post.officer,
            name=UNLISTED, answer=Answer.NO_LIST.value, order_answer=OrderAnswer.NONE.value, **self.trip,
        )  # fmt: skip
        post.touch(self.journey, ago, ["order_answer"])

    def read_contract(self, *, open_items: int):
        """The seven things, some of them not sure."""
        ago, post = self.last, self.post
        answers = dict.fromkeys(SEVEN, Written.YES) | dict.fromkeys(SEVEN[4 : 4 + open_items], Written.UNSURE)
        post.add(
            ContractCheck, id=post.key(ago), checked_on=post.day(ago), known_at=post.at(ago),
            checked_by_id=post.officer, beside=Beside.SPOUSE.value, **self.trip, **answers,
        )  # fmt: skip
        post.touch(self.journey, ago, ["beside"])

    def send(self, answer: str):
        """A referral, and what the office answered after some days."""
        ago, post = self.last, self.post
        answered = max(0, ago - 5)
        told = {"referred_on": post.day(ago), "referred_known_at": post.at(ago), "referred_by_id": post.officer}
        if answer:
            told |= {"answer": answer, "answered_on": post.day(answered), "answered_known_at": post.at(answered)}
            told |= {"answered_by_id": post.officer, "answered_precision": Precision.DAY.value}
            told["asked_for"] = "Akta lahir asli" if answer == ReferralAnswer.ASKS_MORE else ""
        reason = post.chance.choice((ReferralReason.REGISTER, ReferralReason.PAPERS)).value
        told = {"answered_precision": Precision.UNKNOWN.value} | told
        post.add(
            Referral, id=post.key(ago), office=Office.LTSA.value, reason=reason, version=1 + bool(answer), **self.trip,
            **told,
        )  # fmt: skip
        post.touch(self.journey, ago, ["office", "reason"])
        if answer:
            post.touch(self.journey, answered, ["answered_on"])

    def leave(self):
        """What was missing when the departure was noted; the departure itself stands in the registry."""
        heard, post = min(self.journey.heard, self.journey.departed), self.post
        post.add(
            DepartureGap, id=post.key(heard), missing=as_json([f"paper:{DocumentKind.WORK_VISA.value}"]),
            known_at=post.at(heard), noted_by_id=post.officer, **self.trip,
        )  # fmt: skip

    def _step(self, step, ago):
        post, known = self.post, {"evidence": Evidence.TOLD.value, "state": StepState.DONE.value}
        post.add(
            StepNote, id=post.key(ago), step=step, done_on=post.day(ago), done_precision=Precision.DAY.value,
            known_at=post.at(ago), noted_by_id=post.officer, **self.trip, **known,
        )  # fmt: skip
        post.touch(self.journey, ago, ["step"])

    def _paper(self, kind, ago):
        post, state = self.post, {"kind": kind, "state": DocumentState.HELD.value}
        post.documents[self.journey.key, kind] = {
            "id": post.key(ago), "known_at": post.at(ago), "evidence": Evidence.DOCUMENT.value,
            "expires_precision": Precision.UNKNOWN.value, **self.trip, **state,
        }  # fmt: skip
        post.add(
            DocumentHelp, id=post.key(ago), helped_on=post.day(ago), known_at=post.at(ago), helped_by_id=post.officer,
            **self.trip, **state,
        )  # fmt: skip
        post.touch(self.journey, ago, ["state"])


def write_documents(post: Post) -> None:
    """The documents as they stand after all that."""
    for values in post.documents.values():
        post.add(TripDocument, **values)
