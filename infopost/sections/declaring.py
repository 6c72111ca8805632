"""How a section of the page about one person at the post is declared."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """A part of the page: its heading, the template that draws it, and what that template reads as `section`."""

    slug: str
    title: str
    template: str
    facts: dict = field(default_factory=dict)
