"""What families read: each screen is short, drawn, and names only facts that there are."""

import re

import pytest

from infopost import vendored
from infopost.topics import QUESTIONS, Part, Screen, find_screen, in_parts, read_topics
from tests.walk.tree import ROOT

TOPICS = read_topics()
SCREENS = [(topic, screen) for topic in TOPICS.values() for screen in topic.screens]
# In one breath.
MOST_WORDS = 13
named = [f"{topic.slug}/{screen.slug}" for topic, screen in SCREENS]


def drawings():
    return set(re.findall(r'<symbol id="([a-z-]+)"', (ROOT / "static" / "img" / "village.svg").read_text()))


def test_topics_are_what_families_ask():
    assert list(TOPICS) == ["mau-kerja", "tawaran", "dokumen-biaya", "keluarga", "pulang", "minta-tolong"]


@pytest.mark.parametrize(("topic", "screen"), SCREENS, ids=named)
def test_screen_names_facts_that_there_are(topic, screen):
    known = {fact["code"] for fact in vendored.read_facts()}

    assert {*screen.codes, *screen.calls, *topic.calls} - known == set()


@pytest.mark.parametrize(("topic", "screen"), SCREENS, ids=named)
def test_screen_is_drawn(topic, screen):
    assert {screen.drawing, topic.drawing} - drawings() == set()


@pytest.mark.parametrize(("topic", "screen"), SCREENS, ids=named)
def test_screen_speaks_in_short_sentences(topic, screen):
    sentences = [part for text in screen.texts for part in re.split(r"[.:?!] ?", text)]

    assert [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS] == []


def test_screens_of_a_topic_have_names_of_their_own():
    assert [topic.slug for topic in TOPICS.values() if len({s.slug for s in topic.screens}) != len(topic.screens)] == []


def test_screen_counts_facts_inside_sentences_first():
    screen = Screen("a", "A", "stop", say=("Umur {rule-age}.",), do=("Bayar {cost}.",), facts=("law", "cost"))

    assert screen.codes == ("rule-age", "cost", "law")


def test_sentence_carries_its_fact_or_says_that_it_is_missing():
    assert in_parts("Umur {rule-age}, {lost}", {"rule-age": "fact"}) == [
        Part("Umur "),
        Part("", "rule-age", "fact"),
        Part(", "),
        Part("", "lost", None),
    ]


def test_topic_leads_from_screen_to_screen():
    topic = TOPICS["pulang"]

    assert [topic.after(screen) for screen in topic.screens] == [*topic.screens[1:], None]


LETTERS, *_ = TOPICS["dokumen-biaya"].groups
LINES = [group for group in TOPICS["mau-kerja"].groups if group.is_line]


def questions(screen):
    return {row.question for row in screen.rows}


def test_letters_are_the_eight():
    assert [screen.slug for screen in LETTERS.screens] == [
        "status-perkawinan",
        "izin-keluarga",
        "sertifikat-keterampilan",
        "surat-sehat",
        "paspor",
        "visa-kerja",
        "perjanjian-penempatan",
        "perjanjian-kerja",
    ]


@pytest.mark.parametrize("screen", LETTERS.screens, ids=lambda screen: screen.slug)
def test_letter_says_what_for_where_cost_how_long_and_what_to_bring(screen):
    asked = {QUESTIONS[name] for name in ("purpose", "where", "giver", "cost", "lasts", "village", "law")}

    assert (asked - questions(screen), bool(screen.do)) == (set(), True)


def test_journey_goes_before_during_and_after():
    assert [group.slug for group in LINES] == ["before", "during", "after"]


@pytest.mark.parametrize("screen", [s for group in LINES for s in group.screens], ids=lambda screen: screen.slug)
def test_step_says_who_does_it_what_the_law_asks_what_it_costs_and_what_to_keep(screen):
    assert {QUESTIONS[name] for name in ("who", "law", "cost", "keep")} - questions(screen) == set()


@pytest.mark.parametrize(("topic", "screen"), SCREENS, ids=named)
def test_cost_law_and_length_of_a_screen_are_facts(topic, screen):
    dated = {QUESTIONS[name] for name in ("cost", "law", "lasts")}

    assert [row.text for row in screen.rows if row.question in dated and "{" not in row.text] == []


@pytest.mark.parametrize(("topic", "screen"), SCREENS, ids=named)
def test_screen_leads_to_screens_that_there_are(topic, screen):
    assert [path for path in screen.see if find_screen(path)[1] is None] == []


def test_every_screen_of_a_topic_stands_in_one_of_its_groups():
    assert [t.slug for t in TOPICS.values() if sum(len(g.screens) for g in t.groups) != len(set(t.screens))] == []
    written = {"mau-kerja": 22, "dokumen-biaya": 12}
    assert {slug: len(TOPICS[slug].screens) for slug in written} == written


def test_contract_is_ticked_in_seven_things():
    _, screen = find_screen("mau-kerja/baca-perjanjian")

    assert (screen.is_ticked, len(screen.do)) == (True, 7)
