"""The prepared messages as they are written in `infopost/data/messages.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from infopost.rules.messages import faults_of, places_in
from infopost.vendored import DATA


@dataclass(frozen=True)
class MessageText:
    """A prepared message: its name for the officer, and the text with its places."""

    code: str
    title: str
    text: str

    @property
    def needs_day(self) -> bool:
        """Whether a day has to be put in."""
        return "hari" in places_in(self.text)


class BadText(Exception):
    """A prepared message holds what may not be sent."""


@lru_cache(maxsize=1)
def read_messages() -> dict[str, MessageText]:
    """Every prepared message by its code; raises BadText where one holds what may not be sent."""
    written = tomllib.loads((DATA / "messages.toml").read_text())["message"]
    for message in written:
        if faults := faults_of(message["text"]):
            raise BadText(f"{message['code']}: {faults}")
    return {message["code"]: MessageText(**message) for message in written}
