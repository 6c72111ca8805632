"""The year of the post in large demo worlds: written past the actions, and still as the actions would have left it."""

import datetime as dt
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from accounts.models import AuditEvent
from desmigratif.demo.bulk.calendar import Calendar
from desmigratif.demo.bulk.columns import COLUMNS, OF_THE_POST
from desmigratif.demo.bulk.families import Village
from desmigratif.demo.bulk.loading import loader
from desmigratif.demo.bulk.places import Plot
from desmigratif.demo.bulk.world import year_of_post
from households.models import Person, PlacementReview, Trip, TripDocument
from households.rules.documents import tidy_number
from households.rules.placement import placed
from infopost.actions import note_gathering, note_service, prepare_letter
from infopost.actions.letters import ANSWERED, WRITTEN
from infopost.entries import GatheringEntry, ServiceEntry
from infopost.letter_choices import Consent, LetterKind, LetterState
from infopost.letters.entries import LeaveEntry, LetterEntry
from infopost.models import (
    FamilyCall,
    Letter,
    LetterCounter,
    Message,
    Referral,
    ReturnTask,
    Service,
    WritingConsent,
)
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from tests.people import KORLEKO
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
FAMILIES = 100
NOW = dt.datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Asia/Makassar"))


def rows_of(region, officer, head):
    """A village as the loader takes it."""
    plot = Plot(place=0, code=region.pk, families=FAMILIES, naming="sasak")
    village = Village(plot, (str(officer.pk), officer.full_name), Calendar(TODAY))
    village.rows()
    return year_of_post(village, head=(str(head.pk), head.full_name), region=region)


@pytest.fixture
def desk(sari, mahdi):
    """A village with 120 families and the year of a busy post, in the database; its officer."""
    tables = loader()
    with tables.made_ready(lambda text: None):
        tables.write(rows_of(sari.region, sari, mahdi))
    return sari


@pytest.mark.slow  # builds a village
def test_post_of_a_bulk_world_has_a_year_of_everything(desk):
    assert (Service.objects.count(), Service.objects.gatherings().exists()) == (2 * FAMILIES, True)
    assert 1.7 * FAMILIES < Letter.objects.count() <= 2 * FAMILIES
    assert {*Letter.objects.values_list("kind", flat=True)} == set(LetterKind.values)
    assert {*Letter.objects.values_list("state", flat=True)} >= {"signed", "refused", "waiting", "withdrawn"}
    assert {*Service.objects.values_list("follow_up", flat=True)} >= {"", "done"}
    assert [model.__name__ for model in OF_THE_POST if not model.objects.exists()] == []
    happened = Service.objects.order_by("happened_on").values_list("happened_on", flat=True)
    assert TODAY - dt.timedelta(days=366) <= happened[0] <= happened.last() <= TODAY


@pytest.mark.slow  # builds a village
def test_post_of_a_bulk_world_keeps_every_rule_of_the_database(desk):
    connection.check_constraints()
    for model in (*OF_THE_POST, PlacementReview):
        for row in model.objects.order_by("-pk")[:30]:
            row.validate_constraints()


@pytest.mark.slow  # builds a village
def test_letters_of_a_bulk_world_say_what_the_action_would_write(desk):
    written = Letter.objects.select_related("signer")
    for kind in LetterKind.values:
        for letter in written.filter(kind=kind).exclude(state=LetterState.REFUSED).order_by("pk")[:5]:
            again = prepare_letter(
                by=desk, letter_id=new_id(), person_id=letter.person_id, entry=entry_of(letter),
                today=letter.prepared_on,
            )  # fmt: skip
            names = [name for name in (*ANSWERED, *WRITTEN) if name != "signer_birth_on"]
            again.refresh_from_db()
            assert {name: getattr(again, name) for name in names} == {name: getattr(letter, name) for name in names}
            assert again.signer_birth == letter.signer_birth


def entry_of(letter):
    """What the officer answered when he prepared it."""
    leave = None
    if letter.signer:
        seen = {"is_present": True, "identity_seen": True, "kinship_seen": True, "consent": Consent.GIVEN}
        leave = LeaveEntry(kinship=letter.kinship, signer_id=letter.signer_id, **seen)
    told = {name: getattr(letter, name) for name in ("marital", "addressee", "purpose", "enclosed")}
    return LetterEntry(LetterKind(letter.kind), leave=leave, **told)


@pytest.mark.slow  # builds a village
def test_register_of_a_bulk_world_has_no_gap_and_its_papers_are_in_the_registry(desk):
    for counter in LetterCounter.objects.all():
        serials = (
            Letter.objects.filter(year=counter.year).order_by("signed_at", "serial").values_list("serial", flat=True)
        )
        assert list(serials) == list(range(1, counter.last + 1))
    numbers = {tidy_number(letter.number) for letter in Letter.objects.exclude(number="")}
    kept = TripDocument.objects.filter(kind__in=("family", "marital")).values_list("number", flat=True)
    assert kept.exists()
    assert set(kept) <= numbers
    assert Letter.objects.filter(state=LetterState.SIGNED, kind="family", trip=None).count() == 0


@pytest.mark.slow  # builds a village
def test_services_of_a_bulk_world_are_as_the_action_writes_them(desk):
    visit = Service.objects.single().filter(withdrawn_at=None, follow_up="").exclude(person=None).first()
    talk = Service.objects.gatherings().first()
    told = {name: getattr(visit, name) for name in ServiceEntry.__dataclass_fields__}
    many = {name: getattr(talk, name) for name in GatheringEntry.__dataclass_fields__}

    pairs = (
        (visit, note_service(by=desk, service_id=new_id(), entry=ServiceEntry(**told))),
        (talk, note_gathering(by=desk, service_id=new_id(), entry=GatheringEntry(**many))),
    )

    for before, after in pairs:
        after.refresh_from_db()
        assert columns_of(after) == columns_of(before)
        assert book_of(after) == book_of(before)


def columns_of(row):
    """What was said of it."""
    own = {"id", "known_at", "changed_at"}
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in own}


def book_of(row):
    """The lines about it in the book of acts."""
    events = AuditEvent.objects.filter(record_kind=row._meta.label_lower, record_id=str(row.pk))
    return list(events.values_list("act", "actor_id", "actor_name", "region_code", "fields"))


@pytest.mark.slow  # builds a village
def test_journeys_of_a_bulk_world_carry_their_decisions_and_versions(desk):
    decided = {review.trip_id: placed(review.status, review.evidence) for review in PlacementReview.objects.all()}

    assert dict(Trip.objects.exclude(placed="").values_list("pk", "placed")) == decided
    assert len(set(decided.values())) >= 4
    acts = Counter(AuditEvent.objects.filter(record_kind="households.trip").values_list("record_id", flat=True))
    homes = Counter(str(pk) for pk in Trip.objects.exclude(homecoming=None).values_list("pk", flat=True))
    versions = {str(pk): version for pk, version in Trip.objects.values_list("pk", "version")}
    assert versions == {pk: 1 + acts[pk] + homes[pk] for pk in versions}


@pytest.mark.slow  # builds a village
def test_counting_layer_counts_a_bulk_world_as_it_stands(desk):
    lens = Lens.on(desk, place_for(desk, ""), Period.parse("2026"), NOW)
    first, last = dt.date(2026, 1, 1), TODAY
    services = [s for s in Service.objects.all() if s.withdrawn_at is None and first <= s.happened_on <= last]
    letters = Letter.objects.all()
    plain = {
        "P1.1": len(services),
        "P1.2": sum(service.men is not None for service in services),
        "P1.10": sum(first <= one.referred_on <= last for one in Referral.objects.all()),
        "P1.8": sum(first <= one.called_on <= last for one in FamilyCall.objects.all()),
        "P1.11": sum(bool(one.signed_on and first <= one.signed_on <= last) for one in letters),
        "P1.12": sum(bool(one.state == "refused" and first <= one.refused_on <= last) for one in letters),
    }

    counted = {code: counting.in_parts(BY_CODE[code].rows(lens), BY_CODE[code].parts)[()] for code in plain}

    assert {code: total for code, (total, _) in counted.items()} == plain
    for code, (total, parts) in counted.items():
        assert {sum(of.values()) for of in parts.values()} <= {total}, code


@pytest.mark.slow  # builds a village
def test_messages_of_a_bulk_world_went_to_families_that_agreed(desk):
    agreed = dict(WritingConsent.objects.values_list("household_id", "given_on"))

    assert all(agreed[message.household_id] <= message.known_at.date() for message in Message.objects.all())
    assert set(ReturnTask.objects.values_list("state", flat=True)) == {"open", "done", "not_wanted"}


@pytest.mark.slow  # builds a village twice
def test_post_of_a_bulk_village_is_the_same_on_every_machine(sari, mahdi):
    assert rows_of(sari.region, sari, mahdi) == rows_of(sari.region, sari, mahdi)


def test_every_village_of_a_bulk_world_has_some_desk_life(sari, mahdi):
    plot = Plot(place=7, code=KORLEKO, families=40, naming="sasak")
    village = Village(plot, (str(sari.pk), sari.full_name), Calendar(TODAY))
    village.rows()

    found = year_of_post(village, head=(str(mahdi.pk), mahdi.full_name), region=sari.region)

    assert (len(found[Service]), 6 < len(found[Letter]) <= 12) == (36, True)
    assert len(found[Person][0]) == len(COLUMNS[Person])
