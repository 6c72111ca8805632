"""The families' pages as they are written in `infopost/data/topics*.toml`: topics, and in each a few screens."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from infopost.vendored import DATA

# A fact inside a sentence, named by its code.
PLACE = re.compile(r"\{([a-z0-9-]+)\}")
# What a screen may answer beside its message, in this order: the name in the file, and the question that families ask.
QUESTIONS = {
    "purpose": "Untuk apa?",
    "who": "Siapa yang mengurus?",
    "where": "Di mana?",
    "giver": "Siapa yang memberi?",
    "law": "Apa kata aturan?",
    "cost": "Berapa biayanya?",
    "lasts": "Berapa lama berlakunya?",
    "village": "Apa yang dibantu desa?",
    "keep": "Apa yang disimpan di rumah?",
}


@dataclass(frozen=True)
class Row:
    """One question about a letter or a step, and its answer."""

    question: str
    text: str


@dataclass(frozen=True)
class Screen:
    """One message: what to know (`say`), what to do in order (`do`), whom to call, and the facts behind it.

    `rows` answer the questions that are the same for each letter and each step; `is_ticked` is a list to take along on
    paper; `see` leads to screens of other topics, as 'topic/screen', and `ask` to a
    page with questions.
    """

    slug: str
    title: str
    drawing: str
    say: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    group: str = ""
    rows: tuple[Row, ...] = ()
    list_title: str = ""
    is_ticked: bool = False
    see: tuple[str, ...] = ()
    ask: str = ""
    ask_title: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every sentence in which a fact may stand."""
        return (*self.say, *(row.text for row in self.rows), *self.do)

    @property
    def codes(self) -> tuple[str, ...]:
        """The facts that stand behind it, those inside sentences first; telephone numbers are not among them."""
        inside = [code for text in self.texts for code in PLACE.findall(text)]
        return tuple(dict.fromkeys([*inside, *self.facts]))


@dataclass(frozen=True)
class Group:
    """Screens of a topic that belong together; `is_line` when one comes after the other, as the steps of a journey."""

    slug: str
    title: str
    screens: tuple[Screen, ...]
    is_line: bool = False


@dataclass(frozen=True)
class Topic:
    """One tile of the first page, and the screens behind it."""

    slug: str
    title: str
    hint: str
    drawing: str
    lead: str
    screens: tuple[Screen, ...]
    groups: tuple[Group, ...] = ()
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


def find_screen(path: str) -> tuple[Topic, Screen]:
    """The topic and the screen that 'topic/screen' names."""
    slug, screen = path.split("/")
    topic = read_topics()[slug]
    return topic, topic.find(screen)


def _topic(written) -> Topic:
    elsewhere = tomllib.loads((DATA / f"{written['pages']}.toml").read_text())["page"] if "pages" in written else []
    screens = tuple(_screen(page) for page in [*elsewhere, *written.get("page", [])])
    known = {name: written[name] for name in ("slug", "title", "hint", "drawing", "lead")}
    groups = tuple(
        Group(**group, screens=tuple(screen for screen in screens if screen.group == group["slug"]))
        for group in written.get("group", [{"slug": "", "title": ""}])
    )
    # Screens follow each other as their groups do.
    screens = tuple(screen for group in groups for screen in group.screens)
    calls, urgent = tuple(written.get("calls", ())), written.get("urgent", False)
    return Topic(**known, screens=screens, groups=groups, calls=calls, urgent=urgent)


def _screen(page) -> Screen:
    rows = tuple(Row(question, page[name]) for name, question in QUESTIONS.items() if name in page)
    known = {name: value for name, value in page.items() if name not in QUESTIONS}
    return Screen(
        rows=rows, **{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()}
    )
