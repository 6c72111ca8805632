"""How the villages of a place stand at a moment: by this, whoever remembers their numbers knows which are old."""

from dataclasses import dataclass
from functools import cached_property

from accounts.changes import changes_of
from accounts.models import VillageChange
from monitoring.indicators.lens import Lens
from monitoring.narrow import acts_upon
from monitoring.summaries import state_of


@dataclass(frozen=True)
class Standing:
    """The acts that each village of a place has seen, by what they were about, read before anything else.

    Beside it the lenses of the period and of the one before, through which the place is counted, the villages with
    which each one has exchanged people, and the acts of those that lie elsewhere.
    """

    lens: Lens
    before: Lens
    acts: dict[str, dict[str, int]]
    ties: dict[str, set[str]]
    others: dict[str, int]

    @classmethod
    def of(cls, lens: Lens) -> "Standing":
        """How the villages stand now, in two queries, and a third where people have come or gone."""
        acts = changes_at(lens).by_village_and_kind()
        lens, before = lens.with_previous()
        # Of the month before, because who moved away since counts there.
        ties = lens.stays.ties(before.first)
        return cls(lens, before, acts, ties, changes_of(set().union(*ties.values()) - acts.keys()))

    @cached_property
    def seen(self) -> dict[str, int]:
        """How many acts each village has seen, also those elsewhere that count."""
        return self.others | {village: sum(kinds.values()) for village, kinds in self.acts.items()}

    def upon(self, code: str, village: str) -> tuple[int, ...]:
        """How many acts may have changed what the code stands for: of the village, and of those it is tied to."""
        own = acts_upon(code, self.acts.get(village, {}))
        return own, *(self.seen.get(other, 0) for other in sorted(self.ties.get(village, ())))

    def states(self, lens: Lens) -> dict[str, str]:
        """The state of each village in a period, as it is kept with its numbers."""
        ties, seen = self.lens.stays.ties(lens.first), self.seen
        return {village: state_of(village, seen, ties) for village in self.acts}


def changes_at(lens: Lens):
    """The lines of changes of a place."""
    changes = VillageChange.objects.countable_by(lens.user)
    return changes.in_region(lens.place.region.code) if lens.place.region else changes
