"""May this person work there: never 'ok' where anything is unknown, old or unverified."""

import datetime as dt
from dataclasses import dataclass

import pytest

from infopost.choices import Placement
from infopost.file_choices import OrderAnswer, Verdict
from infopost.rules.requirements import (
    Told,
    age_ruling,
    agency_ruling,
    ages_on,
    country_ruling,
    order_fits,
    years_in,
)

TODAY = dt.date(2026, 11, 26)
GENERAL = Told("18 tahun", is_certain=True, verified_on=TODAY)
HOUSEHOLDS = Told("23 tahun", sectors=frozenset({"domestic"}), is_certain=True, verified_on=TODAY)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("18 tahun", (18, None)),
        ("18 sampai 39 tahun", (18, 39)),
        ("tergantung pekerjaan", None),
        ("belum diketahui", None),
    ],
)
def test_years_are_read_out_of_a_fact(words, years):
    assert years_in(words) == years


@pytest.mark.parametrize(
    ("birth", "precision", "ages"),
    [
        (dt.date(2008, 11, 26), "day", (18, 18)),
        (dt.date(2008, 11, 27), "day", (17, 17)),
        (dt.date(2008, 7, 1), "year", (17, 18)),
        (dt.date(2007, 7, 1), "year", (18, 19)),
        (dt.date(2008, 11, 1), "month", (17, 18)),
        (None, "unknown", None),
    ],
)
def test_ages_are_as_wide_as_the_birth_is_unsure(birth, precision, ages):
    assert ages_on(birth, precision, TODAY) == ages


@pytest.mark.parametrize(
    ("ages", "sector", "rules", "verdict"),
    [
        ((17, 17), "domestic", [GENERAL], Verdict.NOT_OK),
        ((17, 18), "domestic", [GENERAL], Verdict.NOT_KNOWN),
        ((18, 18), "plantation", [GENERAL], Verdict.OK),
        ((22, 22), "domestic", [GENERAL, HOUSEHOLDS], Verdict.NOT_OK),
        ((23, 23), "domestic", [GENERAL, HOUSEHOLDS], Verdict.OK),
        ((22, 22), "plantation", [GENERAL, HOUSEHOLDS], Verdict.OK),
        ((22, 22), "", [GENERAL, HOUSEHOLDS], Verdict.NOT_KNOWN),
        ((30, 30), "domestic", [], Verdict.NOT_KNOWN),
        ((30, 30), "domestic", [Told("18 tahun")], Verdict.NOT_KNOWN),
        ((30, 30), "domestic", [Told("tanya dulu", is_certain=True)], Verdict.NOT_KNOWN),
        ((40, 40), "domestic", [Told("18 sampai 39 tahun", is_certain=True)], Verdict.NOT_OK),
        (None, "domestic", [GENERAL], Verdict.NOT_KNOWN),
    ],
)
def test_age_is_enough_only_where_every_rule_is_certain(ages, sector, rules, verdict):
    assert age_ruling(ages, sector, rules).verdict == verdict


def test_age_below_an_unverified_rule_is_refused_and_says_that_it_is_unverified():
    ruling = age_ruling((22, 22), "domestic", [Told("23 tahun")])

    assert (ruling.verdict, ruling.is_unverified) == (Verdict.NOT_OK, True)


def status(placement, *sectors, certain=True):
    return Told("", placement=placement, sectors=frozenset(sectors), is_certain=certain, verified_on=TODAY)


@pytest.mark.parametrize(
    ("sector", "statuses", "verdict"),
    [
        ("domestic", [status(Placement.CLOSED, "domestic")], Verdict.NOT_OK),
        ("domestic", [status(Placement.CLOSED, "domestic", certain=False)], Verdict.NOT_OK),
        ("health", [status(Placement.CLOSED, "domestic")], Verdict.NOT_KNOWN),
        ("", [status(Placement.CLOSED, "domestic"), status(Placement.OPEN)], Verdict.NOT_KNOWN),
        ("health", [status(Placement.NO_AGREEMENT)], Verdict.NOT_OK),
        ("health", [status(Placement.RESTRICTED)], Verdict.NOT_KNOWN),
        ("health", [status(Placement.UNKNOWN)], Verdict.NOT_KNOWN),
        ("health", [status(Placement.OPEN, "health")], Verdict.OK),
        ("health", [status(Placement.OPEN, "health", certain=False)], Verdict.NOT_KNOWN),
        ("health", [status(Placement.OPEN, "domestic")], Verdict.NOT_KNOWN),
        ("health", [], Verdict.NOT_KNOWN),
    ],
)
def test_country_is_open_only_by_a_certain_fact_about_this_work(sector, statuses, verdict):
    assert country_ruling("SA", sector, statuses).verdict == verdict


@pytest.mark.parametrize("country", ["", "-"])
def test_country_that_nobody_told_is_not_known(country):
    assert country_ruling(country, "health", [status(Placement.OPEN)]).verdict == Verdict.NOT_KNOWN


@pytest.mark.parametrize(
    ("answer", "listed_on", "order", "is_newest", "verdict"),
    [
        ("licensed", TODAY - dt.timedelta(days=89), "fits", True, Verdict.OK),
        ("licensed", TODAY - dt.timedelta(days=90), "fits", True, Verdict.NOT_KNOWN),
        ("licensed", TODAY, "fits", False, Verdict.NOT_KNOWN),
        ("licensed", TODAY, "none", True, Verdict.NOT_KNOWN),
        ("licensed", TODAY, "unsure", True, Verdict.NOT_KNOWN),
        ("licensed", TODAY, "closed", True, Verdict.NOT_OK),
        ("licensed", TODAY, "country", True, Verdict.NOT_OK),
        ("revoked", TODAY, "fits", True, Verdict.NOT_OK),
        ("expired", TODAY, "fits", True, Verdict.NOT_OK),
        ("not_found", TODAY, "none", True, Verdict.NOT_KNOWN),
        ("no_list", None, "none", False, Verdict.NOT_KNOWN),
    ],
)
def test_company_is_fine_only_on_the_newest_list_with_a_job_order_that_fits(
    answer, listed_on, order, is_newest, verdict
):
    ruling = agency_ruling(answer, listed_on=listed_on, today=TODAY, order_answer=order, is_newest=is_newest)

    assert ruling.verdict == verdict


@dataclass
class Order:
    country: str = "TW"
    sector: str = "elderly_care"
    licence_key: str = "CONTOH1"
    state: str = "open"
    closes_on: dt.date = TODAY


@pytest.mark.parametrize(
    ("order", "answer"),
    [
        (None, OrderAnswer.NONE),
        (Order(), OrderAnswer.FITS),
        (Order(closes_on=TODAY - dt.timedelta(days=1)), OrderAnswer.CLOSED),
        (Order(state="filled"), OrderAnswer.FILLED),
        (Order(state="cancelled"), OrderAnswer.CANCELLED),
        (Order(country="HK"), OrderAnswer.COUNTRY),
        (Order(sector="domestic"), OrderAnswer.SECTOR),
        (Order(licence_key="CONTOH2"), OrderAnswer.COMPANY),
        (Order(licence_key=""), OrderAnswer.UNSURE),
    ],
)
def test_job_order_covers_country_work_and_company_and_is_open(order, answer):
    fits = order_fits(order, country="TW", sector="elderly_care", licence="CONTOH1", today=TODAY)

    assert fits == answer


def test_job_order_of_a_company_that_is_not_on_the_list_is_unsure():
    assert order_fits(Order(), country="TW", sector="elderly_care", licence="", today=TODAY) == OrderAnswer.UNSURE
