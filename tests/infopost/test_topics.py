"""What families read: each screen is short, drawn, and names only facts that there are."""

import re

import pytest

from infopost import vendored
from infopost.topics import Part, Screen, in_parts, read_topics
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
    sentences = [part for text in (*screen.say, *screen.do) for part in re.split(r"[.:?!] ?", text)]

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
