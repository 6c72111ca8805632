"""What an officer means by the words in the search box."""

import re
from dataclasses import dataclass

from households.choices import Sex, Stage
from households.rules.names import searchable
from households.rules.numbers import LENGTH

# Words of before UU 18/2017 and of every day, with the status and sex that they mean. Never shown, only understood.
MIGRANTS: dict[str, tuple[tuple[str, ...], str]] = {
    "ctki": ((Stage.PROSPECTIVE,), ""),
    "cpmi": ((Stage.PROSPECTIVE,), ""),
    "tki": (tuple(Stage.values), ""),
    "tkw": (tuple(Stage.values), Sex.FEMALE),
    "tkl": (tuple(Stage.values), Sex.MALE),
    "pmi": (tuple(Stage.values), ""),
}
# These narrow the words above ('mantan TKI', 'PMI purna'); alone they may be somebody's name, such as Wayan Purna.
NARROWING = {
    "calon": Stage.PROSPECTIVE,
    "purna": Stage.RETURNED,
    "eks": Stage.RETURNED,
    "mantan": Stage.RETURNED,
}


@dataclass(frozen=True)
class Search:
    """What is looked for: a whole number, or pieces of one name, with the status and sex that old words mean."""

    number: str = ""
    name: str = ""
    stages: tuple[str, ...] = ()
    sex: str = ""


def understand(text: str) -> Search:
    """The search that `text` means. Sixteen digits are a NIK or KK; fewer digits are not searched in part."""
    digits = re.sub(r"[\s.\-]", "", text)
    if digits.isascii() and digits.isdigit() and len(digits) == LENGTH:
        return Search(number=digits)
    words = searchable(text).split()
    migrants = [MIGRANTS[word] for word in words if word in MIGRANTS]
    narrowing = [NARROWING[word] for word in words if word in NARROWING] if migrants else []
    meant = [stage for stages, _ in migrants for stage in stages]
    return Search(
        name=" ".join(word for word in words if word not in MIGRANTS and not (migrants and word in NARROWING)),
        stages=tuple(dict.fromkeys(narrowing or meant)),
        sex=next((sex for _, sex in migrants if sex), ""),
    )
