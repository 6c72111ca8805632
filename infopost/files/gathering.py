"""A candidate's file put together: what the registry knows of the journey, what the post noted, and what rules say."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from households.actions.placements import placement_of
from households.models import Trip
from households.placement_choices import DocumentKind
from infopost.choices import FactKind
from infopost.file_choices import FileCheck, FileStep, Verdict
from infopost.models import (
    AgencyCheck,
    AgencyList,
    ContractCheck,
    DepartureGap,
    DocumentPhoto,
    Fact,
    Referral,
    Service,
    StepNote,
)
from infopost.rules.companies import standing
from infopost.rules.files import (
    DOCUMENT_OF,
    EIGHT,
    Journey,
    Noted,
    Paper,
    StepLine,
    line_of,
    missing_before_leaving,
    missing_papers,
    needless,
    next_of,
)
from infopost.rules.requirements import AGE_FACT, Ruling, Told, age_ruling, agency_ruling, ages_on, country_ruling
from infopost.service_choices import ABOUT_GOING
from toolkit.dates import PartialDate

LAWS = ("law-requirements", "law-closed-country", "law-who-places", "law-contract", "law-documents")


@dataclass(frozen=True)
class CandidateFile:
    """One journey at the post. `facts` are its country's and the general ones."""

    trip: Trip
    facts: tuple[Fact, ...]
    today: dt.date

    @cached_property
    def journey(self) -> Journey:
        """What is known of it, as the rules read it."""
        ruling = self.agency
        return Journey(
            prospective=_day(self.trip, "prospective"),
            prospective_known_at=self.trip.prospective_known_at,
            departed=_day(self.trip, "departed") if self.trip.departed_on else None,
            departed_known_at=self.trip.departed_known_at,
            scheme=self.scheme,
            papers={row.kind: _paper(row) for row in self.trip.documents.all()},
            notes={row.step: _noted(row) for row in self.trip.file_steps.all()},
            agency=ruling.verdict if ruling else None,
            agency_known_at=self.agency_check.known_at if self.agency_check else None,
            visited_on=self.trip.visited_on,
            visit_known_at=self.trip.visit_known_at,
        )

    @property
    def scheme(self) -> str:
        """By which way the candidate goes; empty where nobody asked."""
        placement = placement_of(trip=self.trip)
        return placement.scheme if placement else ""

    @cached_property
    def line(self) -> list[StepLine]:
        """Every step as it stands."""
        return line_of(self.journey, today=self.today)

    @property
    def next_step(self) -> FileStep | None:
        """What comes next."""
        return next_of(self.line, has_left=self.trip.departed_on is not None)

    @property
    def agency_check(self) -> AgencyCheck | None:
        """The look at the list that holds."""
        return next(iter(self.trip.agency_checks.all()), None)

    @property
    def contract_check(self) -> ContractCheck | None:
        """The reading of the contract that holds."""
        return next(iter(self.trip.contract_checks.all()), None)

    @cached_property
    def agency(self) -> Ruling | None:
        """What the look at the list says today; None where nobody looked, or the way has no company."""
        check = self.agency_check
        if check is None:
            return None
        listed_on = check.in_list.listed_on if check.in_list else None
        answer = check.answer
        if check.agency and listed_on:
            answer = standing(check.agency, listed_on=listed_on, today=self.today).value
        is_newest = check.in_list_id is not None and self.trip.newest_list == check.in_list_id
        about = {"today": self.today, "order_answer": check.order_answer, "is_newest": is_newest}
        return agency_ruling(answer, listed_on=listed_on, **about)

    @cached_property
    def rulings(self) -> list[tuple[FileCheck, Ruling]]:
        """Age, country and company, each with its name; a way without a company is not asked about one."""
        ages = ages_on(self.trip.person.birth_on, self.trip.person.birth_precision, self.today)
        told = [(FileCheck.AGE, age_ruling(ages, self.trip.sector, [_told(fact, self.today) for fact in self._ages]))]
        statuses = [_told(fact, self.today) for fact in self.facts if fact.kind == FactKind.STATUS]
        told.append((FileCheck.COUNTRY, country_ruling(self.trip.country, self.trip.sector, statuses)))
        if FileStep.AGENCY not in needless(self.scheme):
            unasked = Ruling(Verdict.NOT_KNOWN, "Perusahaannya belum diperiksa.", "law-who-places")
            told.append((FileCheck.AGENCY, self.agency or unasked))
        return told

    @property
    def laws(self) -> dict[str, str]:
        """The articles behind the checks, by the code of their fact."""
        return {fact.code: fact.value for fact in self.facts if fact.code in LAWS}

    @property
    def missing_steps(self) -> list[FileStep]:
        """What should stand before the departure and does not."""
        return missing_before_leaving(self.line)

    @property
    def other_missing(self) -> list[FileStep]:
        """Those of them that are not said by one of the eight documents already."""
        return [step for step in self.missing_steps if DOCUMENT_OF.get(step) not in EIGHT]

    @property
    def missing_papers(self) -> list[DocumentKind]:
        """Which of the eight documents are not at hand."""
        return missing_papers(self.journey, today=self.today)

    @property
    def gaps(self) -> list[str]:
        """Everything that is missing, as codes: what is kept when somebody leaves all the same."""
        unsure = [check for check, ruling in self.rulings if not _is_ok(ruling)]
        steps = [f"step:{step}" for step in self.other_missing]
        return steps + [f"paper:{kind}" for kind in self.missing_papers] + [f"check:{check}" for check in unsure]

    @property
    def _ages(self):
        return [fact for fact in self.facts if AGE_FACT.match(fact.code)]


def with_files(trips: QuerySet) -> QuerySet:
    """Journeys with everything that their files read."""
    checks = AgencyCheck.objects.filter(withdrawn_at=None).select_related("in_list", "agency", "order", "checked_by")
    visits = _visits().order_by("happened_on", "pk")
    asked = {"visited_on": "happened_on", "visit_known_at": "known_at"}
    told = {name: Subquery(visits.values(column)[:1]) for name, column in asked.items()}
    trips = trips.annotate(newest_list=Subquery(AgencyList.objects.in_use().values("pk")[:1]), **told)
    return trips.select_related("person__household", "placement").prefetch_related(
        "documents",
        Prefetch("file_steps", StepNote.objects.select_related("noted_by")),
        Prefetch("agency_checks", checks.defer("in_list__rows")),
    )


def with_contracts(trips: QuerySet) -> QuerySet:
    """Journeys with how their contracts were read; the list does not ask."""
    contracts = ContractCheck.objects.filter(withdrawn_at=None).select_related("checked_by")
    return trips.prefetch_related(Prefetch("contract_checks", contracts))


def with_photos(trips: QuerySet) -> QuerySet:
    """Journeys with the key of each document's photograph: eight short looks into an index, and no query more."""
    standing = DocumentPhoto.objects.filter(trip=OuterRef("pk"), removed_at=None)
    return trips.annotate(**{_photo(kind): Subquery(standing.filter(kind=kind).values("pk")[:1]) for kind in EIGHT})


def photo_of(trip: Trip, kind: DocumentKind):
    """The key of the photograph of one of the eight documents; the journey comes `with_photos`."""
    return getattr(trip, _photo(kind))


def with_gaps(trips: QuerySet) -> QuerySet:
    """Journeys with the codes of what was missing when they began, as `lacked`."""
    gaps = DepartureGap.objects.filter(trip=OuterRef("pk"), withdrawn_at=None)
    return trips.annotate(lacked=Subquery(gaps.values("missing")[:1]))


def with_referrals(trips: QuerySet) -> QuerySet:
    """Journeys with the referrals that were not taken back."""
    referrals = Referral.objects.filter(withdrawn_at=None).select_related("referred_by", "answered_by")
    return trips.prefetch_related(Prefetch("referrals", referrals))


def file_of(trip: Trip, *, today: dt.date) -> CandidateFile:
    """The file of a journey that came with everything it reads: one query more, for the facts."""
    return files_of([trip], today=today)[0]


def files_of(trips: list[Trip], *, today: dt.date) -> list[CandidateFile]:
    """The files of several journeys: one query more, however many they are."""
    countries = {trip.country for trip in trips}
    wanted = Q(country__in=countries - {""}) & Q(kind__in=[FactKind.STATUS, FactKind.RULE])
    facts = list(Fact.objects.shown().filter(wanted | Q(code__in=[*LAWS, "rule-age"])))
    about = {trip.pk: tuple(fact for fact in facts if fact.country in ("", trip.country)) for trip in trips}
    return [CandidateFile(trip, about[trip.pk], today) for trip in trips]


def _photo(kind: DocumentKind) -> str:
    return f"photo_of_{kind.value}"


def _visits() -> QuerySet:
    """The services for which the traveller of a journey came to the village's own post on account of it.

    Before he left, and not before he came home from another journey: those were for that one.
    """
    left = Coalesce(OuterRef(OuterRef("departed_on")), Value(dt.date.max))
    others = Trip.objects.filter(person=OuterRef("person"), returned_on__gte=OuterRef("happened_on"))
    earlier = others.filter(returned_on__lte=left).exclude(pk=OuterRef(OuterRef("pk")))
    own = Service.objects.standing().filter(person=OuterRef("person"), village=OuterRef("village"))
    leaving = Coalesce(OuterRef("departed_on"), Value(dt.date.max))
    return own.filter(~Exists(earlier), topic__in=ABOUT_GOING, happened_on__lte=leaving)


def _is_ok(ruling: Ruling) -> bool:
    return ruling.verdict == Verdict.OK


def _day(trip, step: str) -> PartialDate:
    on = getattr(trip, f"{step}_on")
    return PartialDate.within(on, getattr(trip, f"{step}_precision")) if on else PartialDate()


def _paper(row) -> Paper:
    return Paper(row.state, row.evidence, row.known_at, row.expires_on, row.expires_precision)


def _noted(row) -> Noted:
    return Noted(row.state, row.done, row.known_at, row.evidence, row.noted_by.full_name, row.note)


def _told(fact: Fact, today: dt.date) -> Told:
    return Told(
        words=fact.value,
        title=fact.title,
        placement=fact.placement,
        sectors=frozenset(fact.sectors),
        is_certain=fact.standing_on(today).is_certain,
        verified_on=fact.verified_on,
    )
