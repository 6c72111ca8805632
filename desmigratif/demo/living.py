"""How the demo's families live, as most of them told it on the day of their registration; some would not say."""

import datetime as dt
import random

from accounts.models import User
from households.actions import answer_section, meet_need, note_needs, note_remittance
from households.choices import Stage
from households.entries import RemittanceEntry
from households.living import AID, SECTIONS, NeedKind
from households.models import Circumstances, Household, Need, Remittance, Trip
from households.remittances import Amount, ReceiverAnswer, Span, Use
from households.rules.remittances import first_day, last_day
from toolkit.dates import PartialDate

OUGHT_TO_KNOW = {"refused": 6, "unknown": 6}
DWELLINGS = {"own": 62, "family": 24, "rented": 5, "official": 1} | OUGHT_TO_KNOW
SOURCES = {"farming": 34, "labour": 22, "trade": 12, "business": 8, "employed": 6, "fishing": 3} | OUGHT_TO_KNOW
BANDS = {"under_1": 18, "from_1": 32, "from_2": 20, "from_3": 12, "over_5": 5} | OUGHT_TO_KNOW
SHARES = {"under_25": 14, "from_25": 26, "from_50": 24, "over_75": 16} | OUGHT_TO_KNOW
AMOUNTS = {"under_1": 10, "from_1": 42, "from_3": 24, "from_5": 10, "over_10": 2, "none": 4} | OUGHT_TO_KNOW
CHANNELS = {"bank": 52, "agent": 22, "app": 12, "carried": 5, "broker": 3} | OUGHT_TO_KNOW
USES = {
    Use.DAILY: 38, Use.SCHOOL: 18, Use.DEBT: 14, Use.HOUSE: 12, Use.BUSINESS: 5, Use.SAVINGS: 5, Use.GOODS: 5,
    Use.HEALTH: 2, Use.WORSHIP: 1,
}  # fmt: skip
AIDS = {"yes": 30, "no": 58} | OUGHT_TO_KNOW
CALLS = {"anybody": 60, "nobody": 12} | OUGHT_TO_KNOW


def tell(household: Household, *, by: User, place: int, today: dt.date, at) -> None:
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
    if place % 4 != 3:
        answers["needs"] = _needs(chance, household, by=by, day=day, today=today, at=at)
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


def _needs(chance, household, *, by, day, today, at):
    """Up to two needs, of which some were met after a season; of ten families three need nothing."""
    about = {"household_id": household.pk, "version": 0, "told_on": day}
    if chance.random() < 0.3:
        return note_needs(by=by, kinds=[], answer=chance.choice(["none", "none", "refused", "unknown"]), **about)
    note_needs(by=by, kinds=chance.sample(NeedKind.values, chance.choice([1, 1, 2])), answer="", **about)
    needs = Need.objects.filter(household=household).order_by("kind")
    needs.update(noted_known_at=at(day), changed_at=at(day))
    met = day + dt.timedelta(days=chance.randint(60, 300))
    for need in needs:
        if met < today and chance.random() < 0.5:
            meet_need(by=by, need_id=need.pk, version=1, met=PartialDate(met, "day"), today=met)
            Need.objects.filter(pk=need.pk).update(met_known_at=at(met), changed_at=at(met))
    return None


def send_home(household: Household, *, by: User, place: int, today: dt.date, at) -> None:
    """Let whoever is abroad send money, as told at two of three families for the last year, a month or quarter a note.

    Little of it is put to work, as the programme's own field reports say.
    """
    chance = random.Random(f"kiriman {household.village_id} {place}")  # noqa: S311
    trips = Trip.objects.with_stage_on(today).filter(person__household=household, stage=Stage.ACTIVE).order_by("pk")
    trip = trips.select_related("person").first()
    if trip is None or place % 3 == 1:
        return
    at_home = household.members.alive_on(today).exclude(pk=trip.person_id).order_by("birth_on", "pk").first()
    span = chance.choice([Span.MONTH, Span.MONTH, Span.QUARTER])
    for number in range(1, 1 + (4 if span == Span.QUARTER else 12)):
        first = first_day(today.year, span, number)
        # A few tell of the money in the very month, most at the next visit.
        told = last_day(first, span) + dt.timedelta(days=chance.randint(-15, 20))
        if told > today or first < trip.departed_on or chance.random() < 0.3:
            continue
        entry = RemittanceEntry(
            span=span,
            first_on=first,
            trip_id=trip.pk,
            amount=_one(chance, AMOUNTS),
            channel=_one(chance, CHANNELS),
            receiver_id=at_home.pk if at_home else None,
            receiver_answer="" if at_home else ReceiverAnswer.OUTSIDE.value,
            tenths=_tenths(chance) if chance.random() < 0.7 else {},
        )
        if entry.amount == Amount.NONE:
            entry = RemittanceEntry(span, first, trip.pk, amount=entry.amount)
        noted = note_remittance(by=by, household_id=household.pk, entry=entry)
        moment = at(told)
        Remittance.objects.filter(pk=noted.pk).update(known_at=moment, created_at=moment, changed_at=moment)


def _tenths(chance):
    """Ten stones laid down one by one."""
    laid = chance.choices(list(USES), USES.values(), k=10)
    return {use: laid.count(use) for use in Use}


def _one(chance, weighed: dict) -> str:
    return chance.choices(list(weighed), weighed.values())[0]
