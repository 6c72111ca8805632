"""The words of a candidate's file (`infopost/data/file-steps.toml`), tied to the pages that families read."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from households.placement_choices import DocumentKind
from infopost.file_choices import SEVEN, FileStep
from infopost.rules.files import DOCUMENT_OF
from infopost.topics import QUESTIONS, Screen, find_screen
from infopost.vendored import DATA

TICKED = "mau-kerja/baca-perjanjian"


@dataclass(frozen=True)
class StepText:
    """What is said of a step: who does it, where, what to take, and the public page about it as topic and screen."""

    who: str
    where: str
    take: tuple[str, ...]
    topic: str
    screen: str


@dataclass(frozen=True)
class Item:
    """One of the seven things of a contract: its words on the public list, and what to do when it is missing."""

    code: str
    words: str
    todo: str


@lru_cache(maxsize=1)
def _written() -> dict:
    return tomllib.loads((DATA / "file-steps.toml").read_text())


@lru_cache(maxsize=1)
def step_texts() -> dict[FileStep, StepText]:
    """The words of every step."""
    return {FileStep(row["code"]): _step(row) for row in _written()["step"]}


@lru_cache(maxsize=1)
def seven() -> tuple[Item, ...]:
    """The seven things, worded as on the list that families tick."""
    _, screen = find_screen(TICKED)
    todo = {row["code"]: row["todo"] for row in _written()["item"]}
    return tuple(Item(code, words, todo[code]) for code, words in zip(SEVEN, screen.do, strict=True))


@lru_cache(maxsize=1)
def paper_texts() -> dict[DocumentKind, tuple[str, tuple[str, ...]]]:
    """Where each document is obtained, and what to take there."""
    by_step = {kind: step_texts()[step] for step, kind in DOCUMENT_OF.items()}
    texts = {kind: (text.where, text.take) for kind, text in by_step.items()}
    return texts | {DocumentKind(row["code"]): (row["where"], tuple(row["take"])) for row in _written()["paper"]}


def _step(row) -> StepText:
    topic, screen = find_screen(row["screen"])
    return StepText(_who(screen), row["where"], tuple(row["take"]), topic.slug, screen.slug)


def _who(screen: Screen) -> str:
    return next((line.text for line in screen.rows if line.question == QUESTIONS["who"]), "")
