"""The questions about an offer, as written in `infopost/data/questions.toml`, and what answers to them raise."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from infopost.vendored import DATA

UNKNOWN = "tidak-tahu"


@dataclass(frozen=True)
class Answer:
    """One way to answer; with a sign it raises that sign."""

    slug: str
    text: str
    sign: str = ""


@dataclass(frozen=True)
class Question:
    """One screen of the check. 'Belum tahu' can be answered to each."""

    slug: str
    text: str
    answers: tuple[Answer, ...]

    def given(self, slug: str) -> Answer | None:
        """The answer of that name; None for 'belum tahu', for nothing, and for what nobody offered."""
        return next((answer for answer in self.answers if answer.slug == slug), None)


@dataclass(frozen=True)
class Told:
    """What a family is told for one colour: a sign and a word beside it, a sentence, and what to do now."""

    value: str
    sign: str
    word: str
    text: str
    steps: tuple[str, ...]


@lru_cache(maxsize=1)
def read_questions() -> tuple[Question, ...]:
    """Every question, the most urgent first."""
    written = tomllib.loads((DATA / "questions.toml").read_text())["question"]
    return tuple(
        Question(row["slug"], row["text"], tuple(Answer(**answer) for answer in row["answers"])) for row in written
    )


@lru_cache(maxsize=1)
def read_colours() -> tuple[Told, ...]:
    """The words for every colour, as written in `infopost/data/verdicts.toml`."""
    written = tomllib.loads((DATA / "verdicts.toml").read_text())["colour"]
    return tuple(Told(**row | {"steps": tuple(row["steps"])}) for row in written)


def raised(answers: Mapping[str, str]) -> tuple[set[str], int]:
    """The codes of the signs that these answers raise, and how many questions have no answer."""
    given = [question.given(answers.get(question.slug, "")) for question in read_questions()]
    return {answer.sign for answer in given if answer and answer.sign}, given.count(None)
