"""What an officer means by the words in the search box."""

import re
from dataclasses import dataclass

from households.choices import Sex, Stage
from households.rules.names import searchable
from households.rules.numbers import LENGTH

# Words of before UU 18/2017 and of every day, with the status and sex that they mean. Never shown, only understood.
OLD_WORDS: dict[str, tuple[tuple[str, ...], str]] = {
    "ctki": ((Stage.PROSPECTIVE,), ""),
    "cpmi": ((Stage.PROSPECTIVE,), ""),
    "calon": ((Stage.PROSPECTIVE,), ""),
    "tki": (tuple(Stage.values), ""),
    "tkw": (tuple(Stage.values), Sex.FEMALE),
    "tkl": (tuple(Stage.values), Sex.MALE),
    "pmi": (tuple(Stage.values), ""),
    "purna": ((Stage.RETURNED,), ""),
    "eks": ((Stage.RETURNED,), ""),
    "mantan": ((Stage.RETURNED,), ""),
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
    stages: tuple[str, ...] = ()
    sex, kept = "", []
    for word in searchable(text).split():
        if word in OLD_WORDS:
            meant, meant_sex = OLD_WORDS[word]
            # 'Mantan TKI' means those who are both; nobody is both 'calon' and 'purna', so that means either.
            both = tuple(stage for stage in meant if not stages or stage in stages)
            stages = both or (*stages, *meant)
            sex = sex or meant_sex
        else:
            kept.append(word)
    return Search(name=" ".join(kept), stages=stages, sex=sex)
