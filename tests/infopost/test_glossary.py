"""Families' pages are written in words that a child of the fourth class reads; every other word is explained there."""

import html
import re
from functools import cache
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from households.countries import COUNTRIES
from infopost.actions import load_facts
from infopost.glossary import explained_in, terms
from tests.monitoring.conftest import NOW

pytestmark = pytest.mark.django_db
# Words that we choose to take for known: everyday Indonesian, in the forms in which our pages use them.
BASIC = Path(__file__).with_name("basic_words.txt")
WORD = re.compile(r"(?<![\w.])[^\W\d_][^\W_]*(?:[-'][^\W_]+)*")
MOST_PAGES = 400


@cache
def basic_words() -> frozenset:
    countries = WORD.findall(" ".join(COUNTRIES.values()).lower())
    return frozenset([*BASIC.read_text().split(), *countries])


def text_of(page: str) -> str:
    """What is read on the page, sentence after sentence."""
    # Where a fact was read is for whoever checks it; a list of countries is one of names.
    body = re.sub(r"(?s)<(script|style|svg|select)\b.*?</\1>|Sumber: .*?</span>", " ", page[page.index("<main") :])
    text = html.unescape(re.sub(r"<(?!/?(?:strong|em|b)\b)[^>]+>", " . ", body))
    return re.sub(r"\S*\w\.(?:go\.id|id|com|org|tw|hk)\S*|https?://\S+", " ", re.sub(r"<[^>]+>", "", text))


def unknown_words(page: str) -> set[str]:
    """Words that are neither basic, nor explained on the page, nor a name in the midst of a sentence."""
    explained = {part for term in explained_in(page) for part in (term.word, term.word.lower())}
    unknown = set()
    for sentence in re.split(r"[.:?!;,()/•·]+", text_of(page)):
        for place, word in enumerate(WORD.findall(sentence)):
            is_name = word[0].isupper() and not word.isupper() and place > 0
            is_sum = re.fullmatch(r"(Rp|RM)\d+", word)
            if (
                not is_name
                and not is_sum
                and not {word, word.lower()} & explained
                and word.lower() not in basic_words()
            ):
                unknown.add(word)
    return unknown


def reached() -> dict[str, str]:
    """Every families' page that links lead to from the first one."""
    client, pages, waiting = Client(), {}, ["/info/"]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        pages[address] = client.get(address).content.decode()
        assert len(pages) < MOST_PAGES
        found = re.findall(r'href="(/info/[^"#?]*)', pages[address])
        waiting += [link for link in found if link.endswith("/")]
    return pages


@pytest.fixture
def pages():
    with time_machine.travel(NOW, tick=False):
        load_facts()
        yield reached()


def test_no_page_has_a_word_that_nobody_explains(pages):
    found = {word: address for address, page in pages.items() for word in unknown_words(page)}

    assert found == {}


CHARGES, PREMIUMS = "/info/dokumen-biaya/pungutan/", "/info/dokumen-biaya/iuran/"


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        *((CHARGES, {"country": country, "job": "cook"}) for country in ("HK", "TW", "lain", "")),
        (CHARGES, {"country": "KR", "job": "factory"}),
        *((PREMIUMS, {"moment": moment, "months": "18"}) for moment in ("agency", "alone", "extending", "home")),
        *((PREMIUMS, {"moment": "agency", "months": months}) for months in ("", "dua", "700")),
    ],
)
def test_no_answer_has_a_word_that_nobody_explains(client, address, answers):
    load_facts()

    assert unknown_words(client.post(address, answers).content.decode()) == set()


def test_meanings_stand_on_the_page_and_only_those_of_its_words(client, pages):
    shown = {
        address: set(re.findall(r"<dt>([^<]+)</dt>", page.partition("Arti kata")[2].partition("</dl>")[0]))
        for address, page in pages.items()
    }
    written = {address: {term.word for term in explained_in(page)} for address, page in pages.items()}

    assert shown == written


@pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.word)
def test_meaning_is_short_and_itself_in_known_words(term):
    words = [word for word in WORD.findall(term.meaning) if not word[0].isupper()]

    assert len(words) <= 14
    assert [word for word in words if word.lower() not in basic_words() and word.lower() not in terms()] == []


def test_rare_word_and_unexplained_abbreviation_are_seen():
    page = "<main><p>Ajukan permohonan resiprokal ke KPPN sekarang.</p></main>"

    assert {"resiprokal", "KPPN"} <= unknown_words(page)
