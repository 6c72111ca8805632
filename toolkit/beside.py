"""Ways that a higher floor offers beside a page of a lower one, which does not know who comes above it.

An app names them in its `AppConfig.ready`; the page asks with `{% beside "household" record as ways %}`.
"""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """A link beside a page: its words, its drawing, and the name of the address that takes the record's key."""

    label: str
    icon: str
    address: str


_WAYS: dict[str, list[Way]] = defaultdict(list)


def add(page: str, way: Way) -> None:
    """Offer a way beside a page; the same once only."""
    if way not in _WAYS[page]:
        _WAYS[page].append(way)


def ways(page: str) -> tuple[Way, ...]:
    """What is offered beside a page."""
    return tuple(_WAYS[page])
