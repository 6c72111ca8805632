"""'Tawaran ini aman?' as the server answers it, and what the questions ask."""

import pytest

from infopost.actions import load_facts
from infopost.models import Fact, Sign
from infopost.offers import UNKNOWN, raised, read_colours, read_questions
from infopost.rules.verdicts import Colour, Mark, judge
from infopost.topics import PLACE
from tests.infopost.offers import CASES, SAFE, answers
from tests.walk.html import Page

CHECK = "/info/tawaran/periksa/"


@pytest.fixture
def facts(db):
    load_facts()


def told(verdict, unknown):
    return {"colour": verdict.colour.value, "urgent": verdict.is_urgent, "signs": list(verdict.codes), "open": unknown}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_offer_is_answered_by_the_truth_table(client, facts, case):
    page = client.post(CHECK, answers(case))

    wanted = {name: case[name] for name in ("colour", "urgent", "signs", "open")}
    assert told(page.context["verdict"], bool(page.context["open"])) == wanted


def test_truth_table_raises_every_sign(facts):
    raised_somewhere = {code for case in CASES for code in case["signs"]}

    assert raised_somewhere == set(Sign.objects.values_list("code", flat=True))


def test_questions_raise_every_sign_and_no_other(facts):
    asked = {answer.sign for question in read_questions() for answer in question.answers} - {""}

    assert asked == set(Sign.objects.values_list("code", flat=True))


def test_signs_name_laws_that_there_are(facts):
    assert set(Sign.objects.values_list("law", flat=True)) - set(Fact.objects.values_list("code", flat=True)) == set()


def test_questions_can_each_be_answered_by_not_knowing():
    assert [question.slug for question in read_questions() if question.given(UNKNOWN)] == []
    assert raised(dict.fromkeys(SAFE, UNKNOWN)) == (set(), len(SAFE))


def test_questions_speak_in_short_sentences():
    texts = [text for q in read_questions() for text in (q.text, *(answer.text for answer in q.answers))]
    texts += [step for colour in read_colours() for step in colour.steps]

    assert [text for text in texts if len(text.split()) > 13] == []


def test_colours_have_their_words():
    assert {colour.value for colour in read_colours()} == {colour.value for colour in Colour}


@pytest.mark.parametrize(
    ("marks", "unknown", "wanted"),
    [
        ([], 0, (Colour.GREEN, False)),
        ([], 1, (Colour.AMBER, False)),
        ([Mark("a", 4)], 0, (Colour.AMBER, False)),
        ([Mark("a", 4), Mark("a", 4)], 0, (Colour.AMBER, False)),
        ([Mark("a", 4), Mark("b", 1)], 0, (Colour.RED, False)),
        ([Mark("a", 5)], 0, (Colour.RED, False)),
        ([Mark("a", 5), Mark("b", 5)], 0, (Colour.RED, True)),
        ([Mark("a", 5, True)], 14, (Colour.RED, True)),
    ],
)
def test_verdict_of_signs(marks, unknown, wanted):
    verdict = judge(marks, unknown=unknown)

    assert (verdict.colour, verdict.is_urgent) == wanted


def test_closed_countries_come_from_the_facts(client, facts):
    before = client.get(CHECK).content.decode()
    Fact.objects.filter(code="jo-household").update(placement="open")

    assert ("atau Yordania" in before, "Yordania" in client.get(CHECK).content.decode()) == (True, False)


def test_fact_that_is_missing_sends_to_the_officer(client, facts):
    Fact.objects.filter(code="rule-age").update(is_withdrawn=True)

    page = client.get(CHECK).content.decode()
    assert "Umurnya sudah (tanyakan petugas desa)?" in page
    assert [place for place in PLACE.findall(page) if place] == []


def test_answer_says_why_and_by_which_law_and_calls_first_when_urgent(client, facts):
    page = client.post(CHECK, SAFE | {"uang": "ya"}).content.decode()

    shown = page.index("Telepon sekarang"), page.index("Sebabnya")
    assert shown == tuple(sorted(shown))
    assert '<div data-when="urgent">' in page
    assert "UU 21/2007 Pasal 1, 2, dan 4, belum diverifikasi" in page


def test_nothing_of_the_answers_is_kept_or_stands_in_an_address(client, facts):
    page = client.post(CHECK, SAFE | {"uang": "ya"})

    assert (page.status_code, dict(page.cookies), page["Cache-Control"]) == (200, {}, "no-store")
    assert [address for address in Page(page.content.decode()).addresses if "uang" in address] == []


def test_answer_needs_few_queries_and_no_token(client, facts, django_assert_max_num_queries):
    client.post(CHECK, SAFE)  # the first of the day makes the row in which colours are counted

    with django_assert_max_num_queries(5):
        client.post(CHECK, SAFE)
