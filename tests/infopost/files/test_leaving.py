"""What a candidate lacked on leaving is kept, on whichever page it was noted; and whether he had come to the post."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.versions import StaleVersion
from households import actions
from households.models import Trip
from infopost.models import DepartureGap
from tests.factories.desk import ServiceFactory
from tests.factories.files import StepNoteFactory
from tests.factories.households import TripFactory
from tests.factories.journeys import TripDocumentFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 26)
LEFT = {"departed_day": "20", "departed_month": "11", "departed_year": "2026"}


def about(by, trip) -> dict:
    return {"by": by, "trip_id": trip.pk, "version": Trip.objects.get(pk=trip.pk).version, "today": TODAY}


def leave(by, trip, day: int = 20) -> Trip:
    departed = PartialDate(dt.date(2026, 11, day), "day")
    return actions.record_departure(departed=departed, **about(by, trip))


def standing() -> list[list[str]]:
    return list(DepartureGap.objects.filter(withdrawn_at=None).values_list("missing", flat=True))


@pytest.mark.parametrize("page", ["infopost:file_leave", "households:trip_depart"])
def test_departure_keeps_what_was_missing_on_either_page(client, trip, page):
    TripDocumentFactory(trip=trip)

    client.post(reverse(page, args=[trip.pk, new_id()]), LEFT | {"version": "1"})

    (missing,) = standing()
    assert ("paper:visa" in missing, "paper:passport" in missing) == (True, False)
    assert Trip.objects.get(pk=trip.pk).departed_on == dt.date(2026, 11, 20)


@pytest.mark.parametrize("page", ["infopost:file_leave", "households:trip_depart"])
def test_departure_keeps_how_it_is_known_on_either_page(client, trip, page):
    client.post(reverse(page, args=[trip.pk, new_id()]), LEFT | {"version": "1", "evidence": "refused"})

    assert Trip.objects.get(pk=trip.pk).departed_evidence == "refused"


def test_departure_by_mistake_takes_along_what_was_kept(sari, trip):
    leave(sari, trip)
    actions.withdraw_departure(**about(sari, trip))

    assert (standing(), DepartureGap.objects.count()) == ([], 1)


def test_day_that_is_corrected_leaves_what_was_kept(sari, trip):
    leave(sari, trip)
    TripDocumentFactory(trip=trip, kind="visa")

    leave(sari, trip, day=21)

    assert ("paper:visa" in standing()[0], DepartureGap.objects.count()) == (True, 1)


def test_departure_that_is_refused_keeps_nothing(sari, trip):
    with pytest.raises(StaleVersion):
        actions.record_departure(departed=PartialDate(), **about(sari, trip) | {"version": 9})

    assert DepartureGap.objects.count() == 0


def test_whoever_was_no_candidate_had_no_file(sari):
    back = TripFactory(person__household__created_by=sari, returned_on=dt.date(2026, 11, 1), departed_on=None)

    actions.withdraw_arrival(**about(sari, back))

    assert DepartureGap.objects.count() == 0


def consult(client, trip):
    return client.get(reverse("infopost:file_detail", args=[trip.pk])).context["steps"][1]


def come(trip, **values):
    about = {"person": trip.person, "sex": trip.person.sex, "noted_by": trip.created_by}
    return ServiceFactory(**about | {"happened_on": dt.date(2026, 11, 2)} | values)


def test_visit_in_the_register_settles_the_step_with_its_day(client, trip):
    come(trip, happened_on=dt.date(2026, 11, 9))
    come(trip)

    line = consult(client, trip)

    assert (line.word, line.facts.split(" · ")[:2]) == ("Sudah", ["2 November 2026", "menurut buku layanan pos"])
    assert line.act == "Catat kunjungan sebelumnya"


def test_visit_that_was_noted_by_hand_stands_and_says_who_noted_it(client, trip):
    come(trip)
    StepNoteFactory(trip=trip)

    line = consult(client, trip)

    assert ("buku layanan" in line.facts, line.facts.split(" · ")[:2]) == (
        False,
        ["3 Oktober 2026", "diceritakan keluarga"],
    )
    assert (line.facts.endswith("oleh Sari Wulandari"), line.act) == (True, "Ubah")


@pytest.mark.parametrize(
    "values",
    [
        {"topic": "return"},
        {"topic": "contact"},
        {"withdrawn_at": dt.datetime(2026, 11, 3, tzinfo=dt.UTC)},
        {"person": None, "visitor_name": "Siti Aminah"},
    ],
)
def test_other_visits_settle_nothing(client, trip, values):
    come(trip, **values)

    assert consult(client, trip).word == "Berikutnya"


def test_visit_after_leaving_came_too_late(client, sari, trip):
    come(trip, happened_on=dt.date(2026, 11, 24))
    leave(sari, trip)

    assert consult(client, trip).word == "Belum"


def test_visit_for_an_earlier_journey_is_not_for_this_one(client, trip):
    TripFactory(person=trip.person, departed_on=dt.date(2020, 1, 1), returned_on=dt.date(2026, 3, 1))
    come(trip, happened_on=dt.date(2019, 12, 1))

    assert consult(client, trip).word == "Berikutnya"

    come(trip, happened_on=dt.date(2026, 4, 1))
    assert consult(client, trip).word == "Sudah"


def test_earlier_journey_keeps_its_own_visit(client, trip):
    before = TripFactory(person=trip.person, departed_on=dt.date(2020, 1, 1), returned_on=dt.date(2026, 3, 1))
    come(trip, happened_on=dt.date(2019, 12, 1))

    assert consult(client, before).word == "Sudah"


def test_visit_to_another_village_is_not_told(client, trip, lenek_lauk):
    come(trip, village=lenek_lauk)

    assert consult(client, trip).word == "Berikutnya"
