"""The words of each kind of letter: a kabupaten's own, else those for everywhere in `infopost/data/letters.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from infopost.letter_choices import LetterKind
from infopost.models import Letterhead, LetterWording
from infopost.vendored import DATA
from regions.models import Level


@dataclass(frozen=True)
class Wording:
    """The title and text of a kind, with places, and its classification code for the number."""

    title: str
    body: str
    code: str


@dataclass(frozen=True)
class Head:
    """The lines on top of the paper, with places, the size of its letters and its margins."""

    lines: tuple[str, ...]
    font_pt: int
    margin_mm: int
    logo: bytes = b""


@lru_cache(maxsize=1)
def usual() -> tuple[Head, dict[str, Wording]]:
    """The letterhead and the words for everywhere."""
    told = tomllib.loads((DATA / "letters.toml").read_text())
    head = Head(tuple(told["head"]["lines"]), told["head"]["font_pt"], told["head"]["margin_mm"])
    kinds = {kind.value: told[kind.value] for kind in LetterKind}
    return head, {kind: Wording(row["title"], row["body"].strip(), row["code"]) for kind, row in kinds.items()}


def head_for(village: str) -> Head:
    """The letterhead in the village's kabupaten."""
    own = Letterhead.objects.filter(region=village[: Level.REGENCY]).first()
    return Head(tuple(own.lines.splitlines()), own.font_pt, own.margin_mm, bytes(own.logo)) if own else usual()[0]


def wording_for(village: str, kind: str) -> Wording:
    """The words for a kind in the village's kabupaten."""
    own = LetterWording.objects.filter(region=village[: Level.REGENCY], kind=kind).first()
    standard = usual()[1][kind]
    return Wording(own.title, own.body, standard.code) if own else standard
