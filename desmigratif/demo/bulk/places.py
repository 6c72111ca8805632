"""In which villages a large world plays, and how many families live in each; always the same."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.roles import OFFICES, Verb
from desmigratif.demo.cast import PLAYERS, STAGES

# As the programme was in 2019: 402 villages in 107 kabupaten of 12 provinces.
VILLAGES, REGENCIES = 402, 107
PROVINCES = ("12", "16", "18", "32", "33", "34", "35", "36", "52", "53", "61", "73")
# The village that is alike in both worlds, so that its pages can be compared: 10,000 people.
REFERENCE, REFERENCE_FAMILIES, REFERENCE_PEOPLE = "5203172006", 2500, 10_000
SHARE_OF_REFERENCE, FAMILIES_A_VILLAGE = 16, 50
NAMING = {"52": "sasak", "32": "sunda", "36": "sunda"}
# How uneven: the n-th in size has n to this power of the first's share.
OF_REGENCIES, OF_VILLAGES = -0.35, -0.25
KEPT = {player.region_code for player in PLAYERS if OFFICES[player.role].verbs >= {Verb.READ_HOUSEHOLDS}}
HAMLETS = ("Krajan", "Karang Anyar", "Sukamaju", "Tanjung", "Wetan", "Kulon", "Lor", "Kidul")


@dataclass(frozen=True)
class Plot:
    """A village of a large world. `people` is how many live there, where that is fixed."""

    place: int
    code: str
    families: int
    naming: str
    people: int | None = None

    @property
    def rank(self) -> int:
        """Its place among the villages of its kabupaten is in no number; this keeps numbers of two villages apart."""
        return self.place % 19

    @property
    def hamlets(self) -> tuple[str, ...]:
        """Those of the small demo where the village plays in it too."""
        return next((stage.hamlets for stage in STAGES if stage.code == self.code), HAMLETS)


def plots(households: int, known: Iterable[str]) -> list[Plot]:
    """Villages out of the codes of all that are `known`, with their families, which are `households` in all.

    Raises LookupError where regions are missing.
    """
    codes = _villages(sorted(known), min(VILLAGES, max(1, households // FAMILIES_A_VILLAGE)))
    reference = min(REFERENCE_FAMILIES, households if len(codes) == 1 else households // SHARE_OF_REFERENCE)
    people = REFERENCE_PEOPLE if reference == REFERENCE_FAMILIES else None
    # Whichever village comes first is large by chance, not by its code.
    others = sorted(codes[1:], key=lambda code: random.Random(code).random())  # noqa: S311 - a world, no secret
    shares = apportion(households - reference, [place**OF_VILLAGES for place in range(1, len(codes))])
    families = {codes[0]: reference, **dict(zip(others, shares, strict=True))}
    return [
        Plot(place, code, families[code], NAMING.get(code[:2], "jawa"), None if place else people)
        for place, code in enumerate(codes)
    ]


def apportion(total: int, weights: list[float]) -> list[int]:
    """Whole shares of `total` by weight, that sum to it; what is left after rounding down goes to the first."""
    shares = [int(total * weight / sum(weights)) for weight in weights]
    for place in range(total - sum(shares)):
        shares[place % len(shares)] += 1
    return shares


def _villages(known: list[str], wanted: int) -> list[str]:
    """The reference village, then others of the small demo, then of kabupaten all over the provinces."""
    in_regency = defaultdict(list)
    for code in known:
        # Kota have codes from 71 on; the programme is of the countryside.
        if code[:2] in PROVINCES and int(code[2:4]) < 70:
            in_regency[code[:4]].append(code)
    if REFERENCE not in known:
        raise LookupError(REFERENCE)
    cast = [stage.code for stage in STAGES if stage.code in in_regency.get(stage.code[:4], ())]
    regencies = _regencies(list(in_regency), cast)
    shares = apportion(wanted, [place**OF_REGENCIES for place in range(1, len(regencies) + 1)])
    chosen = []
    for regency, share in zip(regencies, shares, strict=True):
        first = [code for code in cast if code[:4] == regency]
        rest = [code for code in in_regency[regency] if code not in first]
        mixed = random.Random(regency).sample(rest, len(rest))  # noqa: S311 - a world, no secret
        chosen += (first + mixed)[:share]
    if len(chosen) < wanted:
        raise LookupError(wanted)
    return [REFERENCE, *(code for code in chosen if code != REFERENCE)]


def _regencies(codes: list[str], cast: list[str]) -> list[str]:
    """Those of the cast's villages, one of each province, and others up to 107."""
    chosen = list(dict.fromkeys(code[:4] for code in cast))
    mixed = random.Random("kabupaten").sample(codes, len(codes))  # noqa: S311 - a world, no secret
    of_each = {code[:2]: code for code in mixed if code[:2] not in {known[:2] for known in chosen}}
    chosen += sorted(of_each.values())
    return (chosen + [code for code in mixed if code not in chosen])[:REGENCIES]
