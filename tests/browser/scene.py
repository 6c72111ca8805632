"""A page in one state, as tests and their eyes walk it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    """A page in one state. `door` is the name of its URL, `user` who opens it (nobody where empty)."""

    name: str
    door: str
    open: str
    user: str = ""
    then: Callable = None

    def __str__(self):
        return self.name
