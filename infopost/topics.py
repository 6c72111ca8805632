"""The families' pages as they are written in `infopost/data/topics.toml`: topics, and in each a few screens."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from infopost.vendored import DATA

# A fact inside a sentence, named by its code.
PLACE = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Screen:
    """One message: what to know (`say`), what to do in order (`do`), whom to call, and the facts behind it."""

    slug: str
    title: str
    drawing: str
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The facts that stand behind it, those inside sentences first; telephone numbers are not among them."""
        inside = [code for text in (*self.say, *self.do) for code in PLACE.findall(text)]
        return tuple(dict.fromkeys([*inside, *self.facts]))


@dataclass(frozen=True)
class Topic:
    """One tile of the first page, and the screens behind it."""

    slug: str
    title: str
    hint: str
    drawing: str
    lead: str
    screens: tuple[Screen, ...]
    calls: tuple[str, ...] = ()
    urgent: bool = False

    def find(self, slug: str) -> Screen | None:
        """The screen of that name."""
        return next((screen for screen in self.screens if screen.slug == slug), None)

    def after(self, screen: Screen) -> Screen | None:
        """The screen that follows; None after the last."""
        place = self.screens.index(screen) + 1
        return self.screens[place] if place < len(self.screens) else None


@dataclass(frozen=True)
class Part:
    """A piece of a sentence: plain words, or a fact in its place (None where it is missing or withdrawn)."""

    words: str
    code: str = ""
    fact: object = None


@lru_cache(maxsize=1)
def read_topics() -> dict[str, Topic]:
    """Every topic by its name, in the order of the first page."""
    written = tomllib.loads((DATA / "topics.toml").read_text())["topic"]
    return {topic["slug"]: _topic(topic) for topic in written}


def in_parts(text: str, facts: dict) -> list[Part]:
    """A sentence with its facts in their places."""
    # Splitting by a group gives words and codes in turn.
    pieces = enumerate(PLACE.split(text))
    return [Part("", piece, facts.get(piece)) if place % 2 else Part(piece) for place, piece in pieces if piece]


def _topic(written) -> Topic:
    screens = tuple(_screen(page) for page in written["page"])
    known = {name: written[name] for name in ("slug", "title", "hint", "drawing", "lead")}
    return Topic(**known, screens=screens, calls=tuple(written.get("calls", ())), urgent=written.get("urgent", False))


def _screen(page) -> Screen:
    return Screen(**{name: tuple(value) if isinstance(value, list) else value for name, value in page.items()})
