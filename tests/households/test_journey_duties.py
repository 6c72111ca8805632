"""What waits on journeys under way: papers that run out, contracts that are over, silence; on 23 November 2026."""

import datetime as dt

import pytest
from django.urls import reverse

from households import actions
from households.duties import DUTIES
from households.duties.journeys import surely_before
from households.models import Trip, TripDocument
from tests.factories.households import ClosingFactory
from tests.factories.journeys import ContactLossFactory, ExtensionFactory, PlacementFactory, TripDocumentFactory
from tests.monitoring.conftest import family, known, member, on, went
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 23)
BY_CODE = {duty.code: duty for duty in DUTIES}


@pytest.fixture
def away(sari):
    """Ani of Korleko, in Taiwan since 2024."""
    return went(member(family(sari, "2026-10-05"), "Ani"), "TW", departed="2024-05-01")


def rows(code, user, day=DAY):
    return list(BY_CODE[code].loaded(BY_CODE[code].rows(user, day)))


def lines(code, user):
    return [BY_CODE[code].line(row, DAY) for row in rows(code, user)]


def paper(trip, expires, precision="day", **options):
    return TripDocumentFactory(trip=trip, expires_on=expires and on(expires), expires_precision=precision, **options)


@pytest.mark.parametrize(
    ("expires", "precision", "waits"),
    [
        ("2027-01-22", "day", True),
        ("2027-01-23", "day", False),
        ("2026-01-01", "day", True),
        ("2026-12-01", "month", True),
        ("2027-01-01", "month", False),
        ("2025-01-01", "year", True),
        ("2026-01-01", "year", True),
        ("2027-01-01", "year", False),
    ],
)
def test_paper_waits_from_sixty_days_before_it_runs_out(sari, away, expires, precision, waits):
    paper(away, expires, precision)

    assert [trip.since for trip in rows("dokumen-habis", sari)] == [on(expires)] * waits


@pytest.mark.parametrize(
    ("kind", "state", "waits"),
    [
        ("visa", "held", True),
        ("contract", "others", True),
        ("insurance", "expired", True),
        ("medical", "held", False),
        ("passport", "process", False),
        ("passport", "none", False),
    ],
)
def test_paper_waits_where_there_is_one_that_is_renewed(sari, away, kind, state, waits):
    paper(away, "2026-12-01", kind=kind, state=state)

    assert len(rows("dokumen-habis", sari)) == waits


def test_paper_that_has_run_out_nobody_knows_when_waits_since_that_was_noted(sari, away):
    paper(away, None, "unknown", state="expired", known_at=known("2026-11-01"))

    (trip,) = rows("dokumen-habis", sari)
    assert trip.since == on("2026-11-01")


def test_line_of_papers_names_each_and_leads_to_them(sari, away):
    for kind, expires in (("passport", "2026-11-20"), ("visa", "2026-11-23"), ("placement", "2026-11-20")):
        paper(away, expires, kind=kind)

    (line,) = lines("dokumen-habis", sari)

    url = f"/perjalanan/{away.pk}/dokumen/"
    assert (line.name, line.url, line.page_url) == ("Ani", url, away.page_url)
    assert [(reason.text, reason.url) for reason in line.reasons] == [
        ("Paspor: habis 20 November 2026", url),
        ("Visa atau izin kerja: berlaku sampai 23 November 2026", url),
    ]


@pytest.mark.parametrize("step", ["returned", "cancelled"])
def test_nothing_waits_on_a_journey_that_is_not_under_way(sari, away, step):
    paper(away, "2026-12-01")
    moment = {f"{step}_on": DAY, f"{step}_precision": "day", f"{step}_known_at": known("2026-11-23")}
    Trip.objects.filter(pk=away.pk).update(**moment)

    assert rows("dokumen-habis", sari) == []


def test_paper_of_whoever_prepares_to_go_waits_too(sari):
    paper(went(member(family(sari, "2026-10-05"), "Ani"), "TW", prospective="2026-10-01"), "2026-12-01")

    assert len(rows("dokumen-habis", sari)) == 1


def test_nothing_waits_for_whoever_has_died_or_whose_family_is_closed(sari, away):
    paper(away, "2026-12-01")
    other = went(member(family(sari, "2026-10-05"), "Bayu"), "TW", departed="2024-05-01")
    paper(other, "2026-12-01")
    ClosingFactory(household=other.person.household, closed_on=DAY)
    type(away.person).objects.filter(pk=away.person_id).update(
        died_on=DAY, died_precision="day", died_known_at=known("2026-11-23")
    )

    assert rows("dokumen-habis", sari) == []


@pytest.mark.parametrize(
    ("until", "precision", "waits"),
    [
        ("2026-09-23", "day", True),
        ("2026-09-24", "day", False),
        ("2026-08-01", "month", True),
        ("2026-09-01", "month", False),
        ("2025-01-01", "year", True),
        ("2026-01-01", "year", False),
    ],
)
@pytest.mark.parametrize("extended", [False, True])
def test_contract_waits_more_than_sixty_days_after_it_was_over(sari, away, until, precision, waits, extended):
    end = {"until_on": on(until), "until_precision": precision}
    if extended:
        PlacementFactory(trip=away, contract_until_on=on("2024-12-01"), contract_until_precision="day")
        ExtensionFactory(trip=away, extended_on=on("2024-12-01"), **end)
    else:
        PlacementFactory(trip=away, **{f"contract_{name}": value for name, value in end.items()})

    assert [trip.since for trip in rows("kontrak-selesai", sari)] == [on(until)] * waits


@pytest.mark.parametrize(
    ("until", "facts", "acts"),
    [
        ("2026-09-23", "kontrak selesai, paling lambat 23 September 2026", ["trip_return", "trip_extend"]),
        ("2026-09-24", "kontrak baru selesai, 24 September 2026", ["trip_return", "trip_extend"]),
        ("2026-11-22", "kontrak baru selesai, 22 November 2026", ["trip_return", "trip_extend"]),
        ("2026-11-23", "kontrak sampai 23 November 2026", []),
    ],
)
def test_contract_waits_on_one_list_on_each_day_and_leads_to_what_settles_it(sari, away, until, facts, acts):
    PlacementFactory(trip=away, contract_until_on=on(until), contract_until_precision="day")

    found = [line for code in ("kontrak-hampir-selesai", "kontrak-selesai") for line in lines(code, sari)]

    (line,) = found
    assert (line.facts, [reason.url for reason in line.reasons]) == (
        f"Taiwan · {facts}",
        [reverse(f"households:{act}", args=[away.pk]) for act in acts],
    )


def test_settling_act_takes_a_contract_off_both_lists(sari, away):
    PlacementFactory(trip=away, contract_until_on=on("2026-09-01"), contract_until_precision="day")
    answers = {"returned": PartialDate(on("2026-09-05"), "day"), "reason": "finished", "today": DAY}
    actions.record_arrival(by=sari, trip_id=away.pk, version=away.version, **answers)

    assert rows("kontrak-hampir-selesai", sari) + rows("kontrak-selesai", sari) == []


def test_contract_that_goes_on_nobody_knows_until_when_waits_for_nothing(sari, away):
    ExtensionFactory(trip=away, extended_on=on("2025-01-01"), until_on=on("2025-06-01"), until_precision="day")
    ExtensionFactory(trip=away, extended_on=on("2025-06-01"))

    assert rows("kontrak-selesai", sari) == []


def test_line_of_a_contract_asks_whether_home_or_extended(sari, away):
    PlacementFactory(trip=away, contract_until_on=on("2026-08-01"), contract_until_precision="month")

    (line,) = lines("kontrak-selesai", sari)

    assert line.facts == "Taiwan · kontrak selesai, paling lambat 31 Agustus 2026"
    assert [reason.url for reason in line.reasons] == [
        f"/perjalanan/{away.pk}/pulang/", f"/perjalanan/{away.pk}/perpanjangan/",
    ]  # fmt: skip


@pytest.mark.parametrize(("lost", "waits"), [("2026-11-23", 1), ("2026-11-24", 0)])
def test_silence_waits_from_the_day_it_began(sari, away, lost, waits):
    ContactLossFactory(trip=away, lost_on=on(lost))

    assert len(rows("tanpa-kabar", sari)) == waits


def test_silence_that_has_ended_waits_no_longer(sari, away):
    heard = {"heard_on": DAY, "heard_precision": "day", "heard_known_at": known("2026-11-23"), "heard_by": sari}
    ContactLossFactory(trip=away, heard_channel="phone", **heard)

    assert rows("tanpa-kabar", sari) == []


@pytest.mark.parametrize(
    ("precision", "said"), [("month", "sejak Mei 2026"), ("unknown", "entah sejak kapan")]
)  # fmt: skip
def test_line_of_a_silence_leads_to_the_news(sari, away, precision, said):
    ContactLossFactory(trip=away, lost_precision=precision)

    (line,) = lines("tanpa-kabar", sari)

    assert (line.name, line.facts, line.url) == (
        "Ani",
        f"Taiwan · tanpa kabar {said}",
        f"/perjalanan/{away.pk}/ada-kabar/",
    )


@pytest.mark.parametrize("code", ["tanpa-kabar", "dokumen-habis", "kontrak-selesai"])
def test_waits_in_the_village_and_for_its_coordinator_alone(sari, budi, rina, away, code):
    ContactLossFactory(trip=away)
    paper(away, "2026-12-01")
    PlacementFactory(trip=away, contract_until_on=on("2026-01-01"), contract_until_precision="day")

    assert [len(rows(code, user)) for user in (sari, budi, rina)] == [1, 0, 1]


def test_last_day_that_a_month_may_mean_is_found_in_february(away):
    paper(away, "2028-02-01", "month")

    found = [
        TripDocument.objects.filter(surely_before("expires", day)).count()
        for day in (on("2028-02-29"), on("2028-03-01"))
    ]
    assert found == [0, 1]
