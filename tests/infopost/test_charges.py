"""Who may be charged what: never certain without a verified rule, and kept like every fact."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from infopost.actions import add_charge, change_charge, load_facts
from infopost.choices import Charge, Job
from infopost.models import ChargeRule
from infopost.rules.charges import NOT_KNOWN, Reach, answer, in_force
from tests.factories.infopost import ChargeRuleFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
TOMORROW, YESTERDAY = TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)
ASK = "/info/dokumen-biaya/pungutan/"
NEW = {
    "country": "HK",
    "job": "cook",
    "charge": "free",
    "free": "Tiket.",
    "payer": "Majikan",
    "trust": "sourced",
    "source": "Situs contoh",
    "since_year": "2024",
    "check": "later",
    "version": "1",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


def reach(key, country="", job="", since=None, until=None):
    return Reach(key, country, job, since, until)


def asked(client, country="HK", job="cook", address=ASK):
    return client.post(address, {"country": country, "job": job})


@pytest.mark.parametrize(
    ("reaches", "wanted"),
    [
        ([], None),
        ([reach("all")], "all"),
        ([reach("all"), reach("job", job="cook")], "job"),
        ([reach("job", job="cook"), reach("country", country="HK")], "country"),
        ([reach("country", country="HK"), reach("both", country="HK", job="cook")], "both"),
        ([reach("elsewhere", country="TW"), reach("other", job="farm")], None),
        ([reach("old", since=dt.date(2020, 1, 1)), reach("new", since=dt.date(2024, 1, 1))], "new"),
        ([reach("coming", since=TOMORROW)], None),
        ([reach("today", since=TODAY, until=TODAY)], "today"),
        ([reach("ended", until=YESTERDAY)], None),
        ([reach("ended", country="HK", until=YESTERDAY), reach("all")], "all"),
    ],
)
def test_rule_that_answers(reaches, wanted):
    found = in_force(reaches, country="HK", job="cook", today=TODAY)

    assert (found.key if found else None) == wanted


def test_answer_is_green_only_for_a_certain_rule_that_nothing_may_be_charged():
    said = {
        (charge, sure): answer(charge, is_certain=sure).colour for charge in Charge.values for sure in (True, False)
    }

    assert [key for key, colour in said.items() if colour == "green"] == [(Charge.FREE, True)]


def test_combination_that_nobody_knows_is_not_known(client):
    page = asked(client)

    assert (page.context["answer"], page.context["rule"]) == (NOT_KNOWN, None)
    assert "tidak boleh diminta dari Anda" not in page.content.decode()


def test_not_known_says_whom_to_call(client):
    load_facts()

    page = asked(client, "KR", "factory").content.decode()

    assert ("Belum diketahui. Tanyakan dulu" in page, "tel:08001000" in page) == (True, True)


@pytest.mark.parametrize(
    ("rule", "country", "words"),
    [
        ({"verified": True}, "HK", "Biaya ini tidak boleh diminta dari Anda."),
        ({}, "HK", "Mungkin tidak boleh diminta, tetapi belum pasti."),
        ({"verified": True}, "lain", "Mungkin tidak boleh diminta, tetapi belum pasti."),
        (
            {"verified": True, "verified_on": dt.date(2026, 8, 1)},
            "HK",
            "Mungkin tidak boleh diminta, tetapi belum pasti.",
        ),
        ({"verified": True, "is_withdrawn": True}, "HK", NOT_KNOWN.words),
        ({"verified": True, "valid_until": YESTERDAY}, "HK", NOT_KNOWN.words),
        (
            {"charge": "unclear", "free": "", "payer": ""},
            "HK",
            "Aturannya belum jelas. Tanyakan dulu, jangan bayar dulu.",
        ),
    ],
)
def test_answer_is_as_certain_as_its_rule(client, rule, country, words):
    ChargeRuleFactory(**rule)

    assert asked(client, country).context["answer"].words == words


def test_answer_tells_its_date_and_source(client):
    ChargeRuleFactory(since=dt.date(2020, 1, 1), since_precision="year")

    page = asked(client).content.decode()

    assert [
        words for words in ("Sejak tahun 2020.", "Tiket dan visa.", "Majikan", "Situs contoh") if words not in page
    ] == []


def test_taiwan_is_excepted_in_the_files(client):
    load_facts()

    said = [asked(client, country, Job.HOUSEKEEPER).context["rule"].charge for country in ("HK", "TW")]

    assert said == [Charge.FREE, Charge.UNCLEAR]


def test_question_without_an_answer_keeps_what_was_chosen(client):
    page = asked(client, "HK", "")

    assert "asked" not in page.context
    assert ('value="HK" selected' in page.content.decode(), list(page.context["form"].errors)) == (True, ["job"])


def test_answer_is_kept_nowhere(client):
    page = asked(client)

    assert (page["Cache-Control"], dict(page.cookies), "HK" in page.context["here"]) == ("no-store", {}, False)


def test_add_and_change_charge_note_columns_and_drop_the_verification(dewi):
    values = {"charge": "unclear", "trust": "sourced", "source": "Situs contoh", "country": "SG"}
    rule = add_charge(by=dewi, record_id=new_id(), values=values)
    change_charge(by=dewi, record_id=rule.pk, version=1, values={"verified_on": TODAY, "verified_by": dewi})

    changed = change_charge(by=dewi, record_id=rule.pk, version=2, values={"note": "Baru."})

    assert (changed.verified_on, changed.version) == (None, 3)
    noted = AuditEvent.objects.filter(record_kind="infopost.chargerule").order_by("pk").values_list("fields", flat=True)
    assert sorted(map(tuple, noted)) == sorted(
        [tuple(sorted(values)), ("verified_by", "verified_on"), ("note", "verified_by", "verified_on")]
    )


def test_rule_of_an_older_version_is_refused(dewi):
    rule = ChargeRuleFactory(version=2)

    with pytest.raises(StaleVersion):
        change_charge(by=dewi, record_id=rule.pk, version=1, values={"note": "Baru."})


@pytest.mark.parametrize("person", ["sari", "rina", "agus"])
def test_rules_are_kept_by_the_ministry_and_administrators_only(request, client_of, person):
    user, rule = request.getfixturevalue(person), ChargeRuleFactory()

    assert client_of(user).get("/fakta/pungutan/").status_code == 404
    with pytest.raises(PermissionDenied):
        change_charge(by=user, record_id=rule.pk, version=1, values={"note": "Baru."})


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"charge": "maybe"}, "chargerule_known_choices"),
        ({"source": ""}, "chargerule_has_source"),
        ({"payer": ""}, "chargerule_free_says_what"),
        ({"since": TODAY}, "chargerule_since_has_precision"),
        ({"verified_on": TODAY}, "chargerule_verified_by_somebody"),
    ],
)
def test_rule_that_cannot_be_is_refused(wrong, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        ChargeRuleFactory(**wrong)


def test_keeper_writes_a_rule_once_and_verifies_it(client_of, dewi):
    browser, address = client_of(dewi), reverse("infopost:charge_create", args=[new_id()])
    answers = [browser.post(address, NEW).status_code for _ in range(2)]
    rule = ChargeRule.objects.get()

    browser.post(reverse("infopost:charge_change", args=[rule.pk, new_id()]), NEW | {"check": "done"})

    rule.refresh_from_db()
    assert (answers, rule.verified_on, rule.verified_by, str(rule.began)) == ([302, 302], TODAY, dewi, "tahun 2024")
    assert "Juru masak keluarga, Hong Kong" in browser.get("/fakta/pungutan/").content.decode()


def test_rule_that_says_nothing_keeps_what_was_typed(client_of, dewi):
    page = client_of(dewi).post(reverse("infopost:charge_create", args=[new_id()]), NEW | {"payer": ""})

    assert page.context["form"].errors == {
        "__all__": ["Sebut apa yang tidak boleh diminta, dan siapa yang membayarnya."]
    }
    assert page.context["form"]["free"].value() == "Tiket."


def test_second_editor_sees_both(client_of, dewi):
    rule = ChargeRuleFactory(version=2, country="HK", job="cook", since=dt.date(2024, 1, 1), since_precision="year")

    page = client_of(dewi).post(reverse("infopost:charge_change", args=[rule.pk, new_id()]), NEW)

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("Tiket dan visa.", "Tiket.")
    ]
