"""The part of the country that a user reads numbers of."""

from dataclasses import dataclass

from accounts.roles import Verb
from regions.models import Level, Region
from regions.places import DEFAULT_ZONE, zone_abbreviation, zone_of
from regions.ranges import contains
from toolkit.ids import as_code

# The whole country in addresses and commands; regions are named by their codes.
NATION = "indonesia"


class OutOfScope(Exception):
    """The place does not exist for this user."""


@dataclass(frozen=True)
class Place:
    """A region, or without one the whole country."""

    region: Region | None

    @property
    def code(self) -> str:
        """As addresses name it."""
        return self.region.code if self.region else NATION

    @property
    def dotted(self) -> str:
        """The code as officials write it; empty for the country."""
        return self.region.dotted if self.region else ""

    @property
    def title(self) -> str:
        """'Desa Korleko', 'Indonesia'."""
        return self.region.title if self.region else "Indonesia"

    @property
    def full_name(self) -> str:
        """With the regions above it."""
        return self.region.full_name if self.region else "Indonesia"

    @property
    def timezone(self) -> str:
        """The zone of its clocks; the country's is the capital's."""
        return zone_of(self.region.code) if self.region else DEFAULT_ZONE

    @property
    def zone_word(self) -> str:
        """'WIB', 'WITA' or 'WIT'."""
        return zone_abbreviation(self.region.code) if self.region else "WIB"

    @property
    def has_names(self) -> bool:
        """Whether lists of people exist here at all: up to the kabupaten; above it there are only counts."""
        return self.region is not None and self.region.level >= Level.REGENCY

    @property
    def level_below(self) -> Level | None:
        """The level of the regions below it; None for a village."""
        levels = [None, *Level]
        own = levels.index(Level(self.region.level)) if self.region else 0
        return levels[own + 1] if own + 1 < len(levels) else None


def place_for(user, code: str = "") -> Place:
    """The place that `code` names, if `user` may count there; his own without a code. Raises OutOfScope."""
    if not user.may(Verb.COUNT):
        raise OutOfScope
    own = user.region_id if user.office.level is not None else None
    wanted = code.strip().lower().replace(".", "") or own or NATION
    if wanted == NATION:
        if own is not None:
            raise OutOfScope
        return Place(None)
    if wanted == own:
        return Place(user.region)
    region = Region.objects.with_places().filter(pk=as_code(wanted)).first()
    if region is None or (own is not None and not contains(own, region.code)):
        raise OutOfScope
    return Place(region)


def may_read_names(user, place: Place) -> bool:
    """Whether lists of families and people open for `user` at `place`."""
    return place.has_names and user.may(Verb.READ_HOUSEHOLDS)
