"""Invents the people of a village of a large world: names, births, numbers, and what is to be checked about them."""

import datetime as dt
from collections import Counter
from types import SimpleNamespace

from desmigratif.demo.bulk.columns import NOTHING
from desmigratif.demo.families import NO_DISTRICT
from desmigratif.demo.names import BOYS, GIRLS, MEN, WOMEN
from households.choices import NikMissing, Precision, Relation, Sex
from households.rules.checks import person_checks
from households.rules.names import search_name

# Of a NIK's four last digits; the villages of a kabupaten number their people apart.
NUMBERS_A_VILLAGE = 500
REASONS = (NikMissing.NOT_AT_HAND.value, NikMissing.REFUSED.value, NikMissing.UNKNOWN.value)
MALE, FEMALE = Sex.MALE.value, Sex.FEMALE.value
BY_DAY, BY_YEAR, UNKNOWN = Precision.DAY.value, Precision.YEAR.value, Precision.UNKNOWN.value


class People:
    """Invents one person after the other."""

    def __init__(self, plot, calendar, chance):
        self.plot, self.calendar, self.chance = plot, calendar, chance
        self.numbers = Counter()
        self.prefix = f"{plot.code[:4]}{NO_DISTRICT}"
        lasts = [name.split()[-1] for name in (*MEN[plot.naming], *BOYS)]
        self.names = {
            (MALE, True): _mixed(MEN[plot.naming], lasts),
            (FEMALE, True): _mixed(WOMEN[plot.naming], lasts),
            (MALE, False): _mixed(BOYS, lasts),
            (FEMALE, False): _mixed(GIRLS, lasts),
        }

    def invent(self, sex: str, age: int) -> tuple:
        """Name, search form, sex, birth with precision, NIK or why not, checks as JSON; and the age in days."""
        chance, calendar = self.chance.random, self.calendar
        names = self.names[sex, age >= 27]
        name, search = names[int(chance() * len(names))]
        ago = int(age * 365.25 + chance() * 360)
        birth, precision = calendar.births[ago], BY_DAY
        luck, told = chance(), chance()
        odd = luck > 0.97 or told > 0.98
        if age > 50 and told < 0.35:
            birth, precision = f"{birth[:5]}07-01", BY_YEAR
        elif told > 0.985:
            birth, precision = NOTHING, UNKNOWN
        if luck < 0.06 or (age < 2 and luck < 0.6):
            nik, missing = NOTHING, NikMissing.NOT_ISSUED.value if age < 2 else REASONS[int(chance() * 3)]
        else:
            # The register's date is a month off, as it often is.
            shown = ago + 31 if luck > 0.97 else ago
            nik, missing = self._nik(sex, shown, zero=luck > 0.997), ""
        if told > 0.98 and told < 0.983:
            sex = ""
        checks = self._checks(nik, sex, birth, precision) if odd else "[]"
        return name, search, sex, birth, precision, nik, missing, checks, ago

    def card(self) -> str:
        """A family card number."""
        ago = 200 + int(self.chance.random() * 2800)
        return self._number(self.calendar.digits[ago])

    def _nik(self, sex, ago, *, zero):
        digits = self.calendar.women_digits[ago] if sex == FEMALE else self.calendar.digits[ago]
        # A serial of zeros can be given once a day of birth.
        if zero and (whole := f"{self.prefix}{digits}0000") not in self.numbers and not self.plot.rank:
            self.numbers[whole] = 1
            return whole
        return self._number(digits)

    def _number(self, digits):
        self.numbers[digits] += 1
        return f"{self.prefix}{digits}{self.plot.rank * NUMBERS_A_VILLAGE + self.numbers[digits]:04}"

    def _checks(self, nik, sex, birth, precision):
        person = SimpleNamespace(
            nik="" if nik == NOTHING else nik,
            sex=sex,
            birth_on=None if birth == NOTHING else dt.date.fromisoformat(birth),
            birth_precision=precision,
        )
        return as_json(person_checks(person, region_known=True, today=self.calendar.today))


def as_json(words: list[str]) -> str:
    """A list of plain words as JSON, as Django writes it."""
    return "[{}]".format(", ".join(f'"{word}"' for word in words))


def is_child(relation: str) -> bool:
    """Whether somebody is of the family's youngest generations, for whom a guardian agrees."""
    return relation in (Relation.CHILD.value, Relation.GRANDCHILD.value)


def _mixed(firsts, lasts) -> list[tuple[str, str]]:
    """Every first name with every last one, with the form in which it is searched."""
    names = dict.fromkeys(f"{first.split()[0]} {last}" for first in firsts for last in lasts)
    return [(name, search_name(name)) for name in names]
