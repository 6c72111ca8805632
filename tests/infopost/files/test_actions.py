"""Writes of a candidate's file: each with its inverse, and what stands in the registry afterwards."""

import datetime as dt

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.entries import DocumentEntry
from households.models import Placement, Trip, TripDocument
from infopost import actions
from infopost.files.lookups import look_up
from infopost.models import AgencyCheck, ContractCheck, DocumentHelp, StepNote
from tests.factories.files import StepNoteFactory, all_written
from tests.factories.infopost import AgencyFactory, AgencyListFactory, JobOrderFactory
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 26)
MARCH = PartialDate(dt.date(2026, 3, 1), "month")
HELD = DocumentEntry("passport", "held", number="X1234567", evidence="document")


def about(sari, trip):
    return {"by": sari, "trip_id": trip.pk, "version": Trip.objects.get(pk=trip.pk).version}


def note(sari, trip, **told):
    told = {"step": "consult", "state": "done", "done": MARCH, "evidence": "told"} | told
    return actions.note_step(**about(sari, trip), **told)


def test_step_keeps_its_two_dates_and_who_noted_it(sari, trip):
    note(sari, trip)

    row = StepNote.objects.get()
    assert (str(row.done), row.noted_by, row.known_at.day) == ("Maret 2026", sari, 26)
    assert AuditEvent.objects.latest("pk").fields == ["step"]


def test_step_is_corrected_in_place(sari, trip):
    note(sari, trip)
    note(sari, trip, state="not_needed")

    assert list(StepNote.objects.values_list("state", "done_on", "done_precision")) == [("not_needed", None, "unknown")]


def test_step_is_taken_back(sari, trip):
    note(sari, trip)
    actions.withdraw_step(**about(sari, trip), step="consult")

    assert StepNote.objects.count() == 0


def test_step_that_nobody_noted_cannot_be_taken_back(sari, trip):
    with pytest.raises(ValidationError):
        actions.withdraw_step(**about(sari, trip), step="consult")


@pytest.mark.parametrize("step", ["interest", "agency", "departure", "active"])
def test_step_that_other_pages_tell_is_refused(sari, trip, step):
    with pytest.raises(ValidationError):
        note(sari, trip, step=step)


def test_second_of_two_editors_is_stale(sari, trip):
    stale = about(sari, trip)
    note(sari, trip)

    with pytest.raises(StaleVersion):
        actions.note_step(**stale, step="register", state="done", done=MARCH, evidence="told")


def test_strangers_file_does_not_exist(budi, trip):
    with pytest.raises(ObjectDoesNotExist):
        actions.note_step(
            by=budi, trip_id=trip.pk, version=1, step="consult", state="done", done=MARCH, evidence="told"
        )


def test_document_is_written_into_the_registry_and_counted_as_help(sari, trip):
    actions.help_with_document(**about(sari, trip), entry=HELD, today=TODAY)

    assert TripDocument.objects.get().number == "X1234567"
    assert DocumentHelp.objects.countable_by(sari).helped_within(TODAY, TODAY).count() == 1


def test_document_on_the_same_day_is_one_help(sari, trip):
    for number in ("X1234567", "X7654321"):
        entry = DocumentEntry("passport", "held", number=number, evidence="document")
        actions.help_with_document(**about(sari, trip), entry=entry, today=TODAY)

    assert DocumentHelp.objects.count() == 1


def test_document_that_was_a_mistake_is_no_help(sari, trip):
    actions.help_with_document(**about(sari, trip), entry=HELD, today=TODAY)
    actions.help_with_document(**about(sari, trip), entry=DocumentEntry("passport"), today=TODAY)

    assert TripDocument.objects.count() == 0
    assert DocumentHelp.objects.countable_by(sari).helped_within(TODAY, TODAY).count() == 0


def test_company_of_the_list_stands_in_the_registry_and_the_answer_with_its_list(sari, trip):
    agency = AgencyFactory()
    order = JobOrderFactory(country="TW", sector="elderly_care", licence=agency.licence)
    found = look_up(trip, agency=agency, name="", order=order, today=TODAY)
    actions.check_agency(**about(sari, trip), found=found, today=TODAY)

    check, placement = AgencyCheck.objects.get(), Placement.objects.get()
    assert (placement.agency, placement.agency_licence) == (agency.name, agency.licence)
    assert (check.answer, check.order_answer, check.in_list) == ("licensed", "fits", agency.in_list)


def test_company_that_is_not_on_the_list_is_kept_as_not_found(sari, trip):
    AgencyListFactory()
    found = look_up(trip, agency=None, name="PT Entah Contoh", order=None, today=TODAY)
    actions.check_agency(**about(sari, trip), found=found, today=TODAY)

    check = AgencyCheck.objects.get()
    assert (check.name, check.answer, check.order_answer) == ("PT Entah Contoh", "not_found", "none")


def test_typed_name_is_never_licensed_even_if_the_list_has_it(trip):
    agency = AgencyFactory()

    found = look_up(trip, agency=None, name=agency.name, order=None, today=TODAY)

    assert found.columns["answer"] == "alike"


def test_company_without_a_list_is_kept_as_such(sari, trip):
    found = look_up(trip, agency=None, name="PT Entah Contoh", order=None, today=TODAY)
    actions.check_agency(**about(sari, trip), found=found, today=TODAY)

    assert AgencyCheck.objects.get().answer == "no_list"


def test_look_at_the_list_is_taken_back_and_the_one_before_holds(sari, trip):
    for name in ("PT Satu Contoh", "PT Dua Contoh"):
        found = look_up(trip, agency=None, name=name, order=None, today=TODAY)
        actions.check_agency(**about(sari, trip), found=found, today=TODAY)
    actions.withdraw_agency_check(**about(sari, trip))

    assert AgencyCheck.objects.get(withdrawn_at=None).name == "PT Satu Contoh"


def test_contract_is_kept_with_the_seven_answers_and_taken_back(sari, trip):
    told = {"beside": "parent", "answers": all_written(length="no", safety="unsure")}
    actions.check_contract(**about(sari, trip), today=TODAY, **told)
    open_items = ContractCheck.objects.get().open_items
    actions.withdraw_contract_check(**about(sari, trip))

    assert open_items == ["length", "safety"]
    assert ContractCheck.objects.filter(withdrawn_at=None).count() == 0


def test_step_noted_twice_at_once_is_one(trip):
    StepNoteFactory(trip=trip)

    with pytest.raises(ValidationError):
        StepNote(trip=trip, step="consult", state="done", noted_by=trip.created_by).validate_constraints()
