"""What the demo's people tell after coming home."""

import datetime as dt
import random

from accounts.models import User
from households.actions import change_homecoming
from households.entries import HomecomingEntry
from households.homecoming_choices import Debts, Membership, Reintegration, Savings, Wellbeing, Wish
from households.models import Homecoming, Household, Trip

# Of a hundred who came home so many were asked.
ASKED = 75
LANGUAGES = {"TW": "Mandarin", "HK": "Kanton", "SA": "Arab", "KR": "Korea", "JP": "Jepang", "AE": "Arab"}
SKILLS = ("merawat lansia", "memasak", "mengelas", "merawat kebun", "")
WISHES = {Wish.STAY: 28, Wish.BUSINESS: 30, Wish.JOB: 14, Wish.AGAIN: 16, Wish.UNDECIDED: 9, Wish.REFUSED: 3}


def tell_of_homecomings(household: Household, *, by: User, today: dt.date, at) -> None:
    """Let whoever came home answer, two weeks later; `at` gives the office hour of a day."""
    for trip in Trip.objects.filter(person__household=household, returned_on__lte=today).order_by("pk"):
        # A world that is the same on every machine is the point here; no secret comes from it.
        chance = random.Random(f"purna {household.pk} {trip.returned_on}")  # noqa: S311
        if chance.randrange(100) >= ASKED:
            continue
        day = min(today, max(trip.returned_on, household.registered_on) + dt.timedelta(days=14))
        change_homecoming(by=by, trip_id=trip.pk, version=trip.version, entry=_told(chance, trip))
        Homecoming.objects.filter(trip=trip).update(changed_at=at(day))
        Trip.objects.filter(pk=trip.pk).update(changed_at=at(day))


def _told(chance, trip: Trip) -> HomecomingEntry:
    in_group = chance.choices((Membership.YES, Membership.NO), (30, 70))[0]
    return HomecomingEntry(
        savings=chance.choices((Savings.NONE, Savings.UNDER_5, Savings.TO_20, Savings.REFUSED), (30, 30, 25, 15))[0],
        debts=chance.choices((Debts.NONE, Debts.UNDER_5, Debts.TO_20, Debts.REFUSED), (55, 20, 15, 10))[0],
        wellbeing=chance.choices((Wellbeing.WELL, Wellbeing.TIRED, Wellbeing.REFUSED, ""), (62, 15, 8, 15))[0],
        skills=chance.choice(SKILLS),
        languages=LANGUAGES.get(trip.country, ""),
        wish=chance.choices(list(WISHES), WISHES.values())[0],
        reintegration=chance.choices((Reintegration.NOT_YET, Reintegration.DONE, ""), (70, 15, 15))[0],
        in_group=in_group,
        group="Kelompok Purna Mandiri" if in_group == Membership.YES else "",
    )
