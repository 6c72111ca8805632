"""What grows old stands in the facts only: no number of a law, telephone, price or day off in a page or in the code."""

import re

import pytest

from infopost import vendored
from tests.walk.tree import ROOT, named

# What a law, a telephone number, money or a day looks like.
LOOKS = {
    "a law": re.compile(
        r"\b(pasal|uu|pp|permen\w*|kepmen\w*|perban|perpres)\b( \w{2,10})?[^a-z\n]{0,20}\d", re.IGNORECASE
    ),
    "a telephone number": re.compile(r"(?<![\w.-])(?!\d{4}-)\+?\d[\d -]{6,}\d(?![\w.-])"),
    "money": re.compile(r"(\bRp|NT\$|HK\$|\bRM|\bUSD|\bJPY)\s*\d", re.IGNORECASE),
    "a day": re.compile(
        r"\b\d{1,2} (januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b",
        re.IGNORECASE,
    ),
}


def sources():
    places = [ROOT / "infopost", ROOT / "templates" / "infopost"]
    found = sorted((ROOT / "static" / "js").glob("info*.js"))
    found += [
        path for place in places for path in sorted(place.rglob("*")) if path.suffix in {".py", ".html", ".js", ".toml"}
    ]
    facts = {f"{name}.toml" for name in (*vendored.FILES, "charges")}
    return [path for path in found if path.name not in facts and "migrations" not in path.parts]


def values():
    """What the facts say, where it is longer than a word that could stand anywhere."""
    return {fact["value"] for fact in vendored.read_facts() if re.search(r"\d", fact["value"])}


def faults(text):
    wrong = [kind for kind, look in LOOKS.items() if look.search(text)]
    short = {value for value in values() if len(value) < 6}
    wrong += [value for value in values() - short if value in text]
    return wrong + [value for value in short if re.search(rf"(?<![\w.#-]){re.escape(value)}(?![\w.%-])", text)]


@pytest.mark.parametrize("path", sources(), ids=named)
def test_no_fact_stands_in_a_page_or_in_the_code(path):
    assert faults(path.read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "menurut UU 18/2017",
        "lihat Pasal 13",
        "menurut Permen P2MI 33/2025",
        "telepon 0-800-1000",
        "telepon +62 21 2924 4800",
        "Rp37.500",
        "tekan 110",
        "sejak 17 Desember 2025",
    ],
)
def test_fact_that_was_written_down_is_seen(text):
    assert faults(text) != []


def test_ordinary_words_are_let_pass():
    assert faults('<svg width="20" height="20"> dua langkah, 60 detik') == []


def test_facts_name_their_sources_and_their_codes_once():
    facts = vendored.read_facts()

    assert [fact["code"] for fact in facts if not fact["source"]] == []
    assert len({fact["code"] for fact in facts}) == len(facts)
