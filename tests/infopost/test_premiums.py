"""What social insurance comes to: counted from the facts, and never certain when one of them is not."""

import datetime as dt

import pytest
import time_machine

from infopost.actions import load_facts
from infopost.models import Fact
from infopost.rules.premiums import Bill, Due, amount, bill, contracts, total

ASK = "/info/dokumen-biaya/iuran/"
LENGTHS = [6, 12, 24]
BEFORE, SIX, TWO_YEARS = Due("cost-insurance-before"), Due("cost-insurance-6"), Due("cost-insurance-24")


def extra(times):
    return Due("cost-insurance-extra", times)


@pytest.mark.parametrize(
    ("moment", "months", "wanted"),
    [
        ("agency", 24, Bill((BEFORE, TWO_YEARS))),
        ("alone", 24, Bill((TWO_YEARS,))),
        ("alone", 6, Bill((SIX,))),
        ("alone", 3, Bill((SIX,), is_exact=False)),
        ("alone", 8, Bill((SIX, extra(2)), is_exact=False)),
        ("agency", 36, Bill((BEFORE, TWO_YEARS, extra(12)), is_exact=False)),
        ("extending", 5, Bill((extra(5),))),
        ("home", 0, Bill(())),
    ],
)
def test_bill_of_a_contract(moment, months, wanted):
    assert bill(moment, months, lengths=LENGTHS) == wanted


def test_bill_without_any_known_contract_is_not_known():
    assert (bill("agency", 24, lengths=[]), bill("home", 0, lengths=[])) == (None, Bill(()))


def test_contracts_are_those_of_which_a_premium_is_told():
    codes = ["cost-insurance-24", "cost-insurance-before", "cost-insurance-6", "cost-insurance-extra", "cost-loan"]

    assert contracts(codes) == [6, 24]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rp37.500", 37500),
        ("Rp 332.500", 332500),
        ("Rp1.000.000", 1000000),
        ("Rp500", 500),
        ("Rp50.000 sampai Rp600.000 sebulan", None),
        ("belum diketahui", None),
        ("Rp1.00", None),
    ],
)
def test_amount_of_a_fact(text, wanted):
    assert amount(text) == wanted


def test_total_is_unknown_when_a_part_is():
    assert total([SIX, extra(2)], {"cost-insurance-6": 100, "cost-insurance-extra": 10}) == 120
    assert total([SIX, extra(2)], {"cost-insurance-6": 100}) is None


@pytest.fixture
def facts(db):
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        load_facts()
        yield


def counted(client, moment="agency", months="24", address=ASK):
    return client.post(address, {"moment": moment, "months": months})


def test_page_counts_two_years_through_an_agency_and_says_that_it_is_not_certain(client, facts):
    page = counted(client)

    assert (page.context["bill"]["total"], page.context["bill"]["is_certain"]) == (370000, False)
    assert "Rp370.000, belum pasti" in page.content.decode()


def test_page_is_certain_when_every_premium_is_verified(client, facts, dewi):
    Fact.objects.update(verified_on=dt.date(2026, 11, 20), verified_by=dewi)

    page = counted(client)

    assert (page.context["bill"]["is_certain"], "belum pasti" in page.content.decode()) == (True, False)


def test_one_premium_that_is_not_verified_takes_the_certainty(client, facts, dewi):
    Fact.objects.exclude(code="cost-insurance-before").update(verified_on=dt.date(2026, 11, 20), verified_by=dewi)

    assert counted(client).context["bill"]["is_certain"] is False
    assert counted(client, "alone").context["bill"]["is_certain"] is True


def test_length_that_no_rule_names_is_an_estimate(client, facts):
    assert "Ini perkiraan." in counted(client, months="18").content.decode()


@pytest.mark.parametrize("code", ["cost-insurance-24", "cost-insurance-before"])
def test_premium_that_is_withdrawn_leaves_the_sum_unknown_and_never_smaller(client, facts, code):
    Fact.objects.filter(code=code).update(is_withdrawn=True)

    page = counted(client)

    assert (page.context["bill"]["total"], "Belum diketahui." in page.content.decode()) == (None, True)


def test_premium_that_is_no_amount_leaves_the_sum_unknown(client, facts):
    Fact.objects.filter(code="cost-insurance-24").update(value="tanyakan BPJS")

    assert counted(client).context["bill"]["total"] is None


def test_without_any_fact_nothing_is_counted(client, db):
    assert counted(client).context["bill"]["total"] is None


def test_whoever_is_home_pays_nothing_more(client, facts):
    assert "Tidak ada iuran lagi." in counted(client, "home", "").content.decode()


@pytest.mark.parametrize(
    ("moment", "months", "errors"),
    [
        ("agency", "", {"months": ["Tulis berapa bulan kontraknya. Dua tahun sama dengan dua kali dua belas bulan."]}),
        ("agency", "dua", {"months": ["Tulis jumlah bulan dengan angka saja."]}),
        ("agency", "0", {"months": ["Tulis paling sedikit satu bulan."]}),
        ("agency", "700", {"months": ["Terlalu lama. Tulis jumlah bulan, bukan tahun atau hari."]}),
    ],
)
def test_months_that_cannot_be_say_what_to_do_and_stay(client, facts, moment, months, errors):
    page = counted(client, moment, months)

    assert (page.context["form"].errors, page.context["bill"]) == (errors, None)
    assert [f'value="{months}"' in page.content.decode(), 'value="agency" checked' in page.content.decode()] == [
        True
    ] * 2


def test_answer_is_kept_nowhere(client, facts):
    page = counted(client)

    assert (page["Cache-Control"], dict(page.cookies)) == ("no-store", {})
