"""While somebody is abroad: extensions, no news, news; and no step of a journey after a death."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Channel, Evidence, ExtensionPlace, ReturnReason, Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.steps import latest_day
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.households.test_journey_acts import TODAY, UNKNOWN, about, come_home, day, depart


@pytest.fixture
def person(sari):
    return PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))


@pytest.fixture
def away(person):
    return TripFactory(person=person, departed_on=dt.date(2025, 3, 4))


def extend(by, trip, extended="2026-03-01", until="2028-03", **others):
    told = {"extended": day(extended) if extended else UNKNOWN, "until": day(until) if until else UNKNOWN}
    return actions.extend_contract(
        **about(by, trip), **told, place=ExtensionPlace.MISSION, today=TODAY, **others
    )  # fmt: skip


def lose(by, trip, lost="2026-05-01"):
    lost = day(lost) if lost else UNKNOWN
    return actions.lose_contact(**about(by, trip), lost=lost, channel=Channel.PHONE, today=TODAY)


def hear(by, trip, heard="2026-09-01"):
    heard = day(heard) if heard else UNKNOWN
    return actions.hear_again(**about(by, trip), heard=heard, channel=Channel.MISSION, today=TODAY)


def die(by, person, died):
    version = Person.objects.get(pk=person.pk).version
    return actions.record_death(by=by, person_id=person.pk, version=version, died=day(died), today=TODAY)


def test_extensions_follow_each_other_and_the_last_is_taken_back(sari, away):
    extend(sari, away)
    extend(sari, away, "2026-11", "")
    found = list(away.extensions.values_list("extended_on", "extended_precision", "until_on", "until_precision"))

    actions.withdraw_extension(**about(sari, away))

    assert found == [
        (dt.date(2026, 11, 1), "month", None, "unknown"),
        (dt.date(2026, 3, 1), "day", dt.date(2028, 3, 1), "month"),
    ]
    assert away.extensions.get().place == ExtensionPlace.MISSION
    assert [e.fields for e in AuditEvent.objects.filter(act=Act.CHANGED)] == [["extended_on"]] * 3


@pytest.mark.parametrize(
    ("extended", "until", "sentence"),
    [
        ("2025-03-03", "", "lebih awal dari tanggal berangkat"),
        ("2026-03-01", "2026-02-28", "Akhir kontrak lebih awal dari perpanjangannya"),
    ],
)
def test_extension_that_cannot_be_is_refused_in_words(sari, away, extended, until, sentence):
    with pytest.raises(ValidationError, match=sentence):
        extend(sari, away, extended, until)

    assert away.extensions.count() == 0


def test_extension_of_a_candidate_or_after_the_return_is_refused(sari, person, away):
    come_home(sari, away, "2026-06-10")
    with pytest.raises(ValidationError, match="sesudah tanggal pulang"):
        extend(sari, away, "2026-07-01")
    with pytest.raises(ValidationError, match="belum tercatat"):
        extend(sari, TripFactory(person=person, prospective_on=TODAY))


def test_silence_is_noted_corrected_and_ended_by_news(sari, away):
    lose(sari, away)
    trip = lose(sari, away, "2026-04")
    silent = trip.open_loss
    trip = hear(sari, away)

    loss = away.contact_losses.get()
    assert (silent.lost_on, silent.lost_precision, silent.last_channel) == (dt.date(2026, 4, 1), "month", "phone")
    assert (trip.open_loss, loss.heard_on, loss.heard_channel, loss.heard_by) == (
        None,
        dt.date(2026, 9, 1),
        "mission",
        sari,
    )


def test_silence_and_news_are_taken_back_one_after_the_other(sari, away):
    lose(sari, away)
    hear(sari, away)

    silent = actions.withdraw_hearing(**about(sari, away)).open_loss
    trip = actions.withdraw_loss(**about(sari, away))

    assert silent.lost_on == dt.date(2026, 5, 1)
    assert (trip.open_loss, trip.contact_losses.count()) == (None, 0)
    assert [e.fields for e in AuditEvent.objects.order_by("pk")] == [
        ["lost_on"],
        ["heard_on"],
        ["heard_on"],
        ["lost_on"],
    ]


def test_news_without_a_silence_is_a_stretch_of_no_day_and_goes_again(sari, away):
    hear(sari, away, "2026-10")
    news = away.contact_losses.get()

    actions.withdraw_hearing(**about(sari, away))

    assert (news.lost_on, news.heard_on, news.is_news_alone) == (dt.date(2026, 10, 1), dt.date(2026, 10, 1), True)
    assert away.contact_losses.count() == 0


def test_news_before_the_last_and_silence_that_is_none_are_refused_in_words(sari, away):
    with pytest.raises(ValidationError, match="Tidak sedang tercatat tanpa kabar"):
        actions.withdraw_loss(**about(sari, away))
    lose(sari, away)
    with pytest.raises(ValidationError, match="Kabar baru lebih awal dari kabar terakhir"):
        hear(sari, away, "2026-04-30")


@pytest.mark.parametrize("act", [extend, lose, hear], ids=lambda act: act.__name__)
def test_acts_know_strangers_and_the_second_editor(act, sari, budi, rina, away):
    for other in (budi, rina):
        with pytest.raises(Trip.DoesNotExist):
            act(other, away)
    with pytest.raises(StaleVersion):
        actions.withdraw_loss(by=sari, trip_id=away.pk, version=9)
    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("on", "precision", "latest"),
    [
        ("2026-02-01", "month", "2026-02-28"),
        ("2026-12-01", "month", "2026-12-31"),
        ("2026-01-01", "year", "2026-12-31"),
        ("2028-02-01", "month", "2028-02-29"),
        ("9999-12-01", "month", "9999-12-31"),
        ("2026-02-03", "day", "2026-02-03"),
    ],
)
def test_latest_day_of_what_is_known_by_its_month_or_year(on, precision, latest):
    assert latest_day(dt.date.fromisoformat(on), precision) == dt.date.fromisoformat(latest)


def test_departure_after_the_death_is_refused_in_words(sari, person, away):
    die(sari, person, "2026-02")
    trip = TripFactory(person=person, prospective_on=dt.date(2026, 1, 5))

    with pytest.raises(ValidationError) as refused:
        depart(sari, trip, "2026-03-01")

    sentence = "Tercatat berangkat 1 Maret 2026, sesudah meninggal (Februari 2026). Periksa keduanya."
    assert (refused.value.messages, depart(sari, trip, "2026-02-28").departed_on) == ([sentence], dt.date(2026, 2, 28))


def test_return_after_the_death_is_refused_unless_the_body_was_brought_home(sari, person, away):
    die(sari, person, "2026-02-03")
    with pytest.raises(ValidationError, match="Tercatat pulang 10 Juni 2026, sesudah meninggal"):
        come_home(sari, away)

    assert come_home(sari, away, reason=ReturnReason.DIED).returned_on == dt.date(2026, 6, 10)


def test_new_journey_after_the_death_is_refused_in_words(sari, person):
    die(sari, person, "2026-02-03")
    entry = TripEntry(Stage.ACTIVE, "MY", "", day("2026-03"), Evidence.TOLD)

    with pytest.raises(ValidationError, match="Tercatat berangkat Maret 2026, sesudah meninggal"):
        actions.add_trip(by=sari, person_id=person.pk, entry=entry, today=TODAY)


def test_death_before_a_step_that_is_noted_is_refused_in_words(sari, person, away):
    with pytest.raises(ValidationError, match="Tercatat berangkat 4 Maret 2025, sesudah meninggal"):
        die(sari, person, "2025-03-03")

    assert Person.objects.get().died_on is None
