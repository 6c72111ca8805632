"""How the demo's families live, as most of them told it on the day of their registration; some would not say."""

import datetime as dt
import random

from accounts.models import User
from households.actions import answer_section
from households.choices import Stage
from households.living import AID, SECTIONS
from households.models import Circumstances, Household, Trip

OUGHT_TO_KNOW = {"refused": 6, "unknown": 6}
DWELLINGS = {"own": 62, "family": 24, "rented": 5, "official": 1} | OUGHT_TO_KNOW
SOURCES = {"farming": 34, "labour": 22, "trade": 12, "business": 8, "employed": 6, "fishing": 3} | OUGHT_TO_KNOW
BANDS = {"under_1": 18, "from_1": 32, "from_2": 20, "from_3": 12, "over_5": 5} | OUGHT_TO_KNOW
SHARES = {"under_25": 14, "from_25": 26, "from_50": 24, "over_75": 16} | OUGHT_TO_KNOW
AIDS = {"yes": 30, "no": 58} | OUGHT_TO_KNOW
CALLS = {"anybody": 60, "nobody": 12} | OUGHT_TO_KNOW


def tell(household: Household, *, by: User, place: int, at) -> None:
    """Let the village's n-th family answer; every sixth was not asked yet, every fourth only half."""
    # A world that is the same on every machine is the point here; no secret comes from it.
    chance = random.Random(f"keadaan {household.village_id} {place}")  # noqa: S311
    day = household.registered_on
    if place % 6 == 5:
        return
    answers = {"dwelling": _dwelling(chance), "contact": _contact(chance, place), "aid": _aid(chance)}
    if place % 4 != 2:
        answers["income"] = _income(chance, household, day)
    for name, said in answers.items():
        answer_section(by=by, household_id=household.pk, section=SECTIONS[name], version=0, answers=said, told_on=day)
    known = {section.known_at: at(day) for name, section in SECTIONS.items() if name in answers}
    Circumstances.objects.filter(household=household).update(changed_at=at(day), **known)


def _dwelling(chance):
    return {"dwelling": _one(chance, DWELLINGS), "latitude": None, "longitude": None}


def _contact(chance, place):
    """Numbers of a block that no company gives out."""
    contact = dict.fromkeys(SECTIONS["contact"].columns, "")
    if chance.random() < 0.8:
        contact |= {"phone": f"+6281200000{place:03}", "phone_answer": "number", "whatsapp_answer": "same"}
        return contact | {"may_call": _one(chance, CALLS)}
    return contact | {"phone_answer": chance.choice(["none", "refused", "unknown"])}


def _aid(chance):
    return {name: _one(chance, AIDS) for name in AID}


def _income(chance, household, day: dt.date):
    abroad = Trip.objects.with_stage_on(day).filter(person__household=household, stage=Stage.ACTIVE).exists()
    return {
        "income_source": "abroad" if abroad and chance.random() < 0.4 else _one(chance, SOURCES),
        "income_band": _one(chance, BANDS),
        "remittance_share": _one(chance, SHARES) if abroad else "none",
    }


def _one(chance, weighed: dict) -> str:
    return chance.choices(list(weighed), weighed.values())[0]
