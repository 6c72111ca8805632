"""What a family's page or a list says, drawn once and remembered by this process until somebody writes there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.core.cache import cache
from django.template.loader import render_to_string

REMEMBERED_SECONDS = 600
Told = TypeVar("Told")


@dataclass(frozen=True)
class Drawn:
    """The parts of a page as HTML, and how many acts its village had seen when its rows were read."""

    acts: int | None
    parts: dict[str, str]


def key(user, record: object, day: dt.date) -> str:
    """Under which the page of `record` is remembered: what one user was told is nobody else's, and not tomorrow's."""
    return f"drawn:{record}:{user.pk}:{user.role}:{user.region_id}:{day}"


def recall(key: str) -> Drawn | None:
    """The page as it was drawn, or None."""
    return cache.get(key)


def draw(key: str, templates: dict[str, str], context: dict, *, acts: int | None) -> Drawn:
    """The page with each part drawn from its template, and remembered. `acts` are the village's before the rows."""
    parts = {part: render_to_string(template, context) for part, template in templates.items()}
    page = Drawn(acts, parts)
    cache.set(key, page, REMEMBERED_SECONDS)
    return page


def remembered(key: str, acts: int | dict[str, int], find: Callable[[], Told]) -> Told:
    """What `find` finds, unless it was found already when just these `acts` had been seen, which were read just now."""
    told = cache.get(key)
    if told is None or told[0] != acts:
        told = acts, find()
        cache.set(key, told, REMEMBERED_SECONDS)
    return told[1]
