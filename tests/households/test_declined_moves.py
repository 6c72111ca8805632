"""A family that the other village did not take: its officer is told, until he has done something about it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.duties import DUTIES
from households.models import Household, MoveOffer
from tests.factories.households import HouseholdFactory
from tests.factories.stays import MoveOfferFactory
from tests.monitoring.conftest import family, member
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
DUTY = next(duty for duty in DUTIES if duty.code == "pindah-ditolak")


@pytest.fixture
def home(sari):
    household = family(sari, "2026-10-05")
    member(household, "Lalu Wirajaya", relation="head")
    return household


@pytest.fixture
def declined(sari, budi, home):
    about = {"by": sari, "household_id": home.pk, "version": home.version, "today": timezone.localdate()}
    actions.offer_move(to_village=budi.region, moved=PartialDate(), note="", **about)
    offer = MoveOffer.objects.get()
    actions.decline_move(by=budi, offer_id=offer.pk, reason="not_yet")
    return offer


def waiting(user):
    day = timezone.localdate()
    return [DUTY.line(offer, day) for offer in DUTY.loaded(DUTY.rows(user, day))]


def act(by, home, name, **told):
    version = Household.objects.get(pk=home.pk).version
    return getattr(actions, name)(by=by, household_id=home.pk, version=version, **told)


def test_the_answer_waits_for_the_officer_who_offered(sari, home, declined):
    (line,) = waiting(sari)
    assert (line.name, line.facts) == (
        "Lalu Wirajaya", "1 orang · jawaban Desa Lenek Lauk: belum tiba di desa kami"
    )  # fmt: skip
    pages = ["household_verify", "household_move", "household_close"]
    assert [reason.url for reason in line.reasons] == [reverse(f"households:{page}", args=[home.pk]) for page in pages]


def test_nobody_else_but_the_coordinator_reads_the_answer(sari, budi, rina, wulan, dewi, adi, declined):
    assert [len(waiting(user)) for user in (sari, rina, budi, wulan, dewi, adi)] == [1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize("done", ["visited", "offered", "closed"])
def test_the_answer_waits_until_something_is_done(sari, kuripan, home, declined, done):
    today = timezone.localdate()
    if done == "visited":
        act(sari, home, "verify_household", visited_on=today)
    elif done == "offered":
        act(sari, home, "offer_move", to_village=kuripan, moved=PartialDate(), note="", today=today)
    else:
        act(sari, home, "close_household", reason="moved", closed=PartialDate(), today=today)
    assert waiting(sari) == []


def test_the_answer_still_waits_when_something_else_of_the_family_was_mended(sari, home, declined):
    Household.objects.filter(pk=home.pk).update(changed_at=timezone.now())

    assert len(waiting(sari)) == 1


def test_the_answer_does_not_come_back_with_a_family_that_was_closed_and_is_back(sari, home, declined):
    today = timezone.localdate()
    act(sari, home, "close_household", reason="moved", closed=PartialDate(), today=today)
    act(sari, home, "reopen_household", by_mistake=False, today=today)

    assert waiting(sari) == []


def test_the_first_page_leads_to_the_family(client_of, sari, declined):
    assert "Tawaran pindah ditolak desa tujuan" in client_of(sari).get("/").content.decode()
    assert "Lalu Wirajaya" in client_of(sari).get("/menunggu/?daftar=pindah-ditolak").content.decode()


def test_own_offers_are_told_apart_by_name_as_long_as_the_family_is_here(client_of, sari, budi, home, declined):
    gone = HouseholdFactory(village=budi.region)
    moved = MoveOfferFactory(
        household=gone, from_village=sari.region, to_village=budi.region, state="accepted", answered_by=budi,
        answered_at=timezone.now(), people=1, head="Kepala Pindahan",
    )  # fmt: skip
    page = client_of(sari).get("/pindahan/").content.decode()
    assert moved.household_id == gone.pk
    assert [word in page for word in ("Keluarga Lalu Wirajaya", str(home.pk), "Kepala Pindahan", str(gone.pk))] == [
        True, True, False, False,
    ]  # fmt: skip


def test_the_list_of_offers_asks_no_more_for_more_of_them(client_of, sari, budi, kuripan, home, declined):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/pindahan/")
        return len(asked)

    client = client_of(sari)
    client.get("/pindahan/")
    one = queries()
    for number in range(2):
        other = family(sari, "2026-10-05")
        member(other, f"Amaq {number}", relation="head")
        act(sari, other, "offer_move", to_village=kuripan, moved=PartialDate(), note="", today=dt.date(2026, 11, 23))
    assert queries() == one <= 12
