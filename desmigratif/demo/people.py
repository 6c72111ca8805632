"""What the demo's people tell of themselves at a visit: schooling, work, marriage."""

import datetime as dt
import random

from accounts.models import User
from households.actions import change_profile
from households.choices import Relation, Sex
from households.entries import ProfileEntry
from households.models import Household, Person
from households.person_choices import (
    REFUSED,
    Education,
    InSchool,
    Interest,
    LivesNow,
    Marital,
    Occupation,
    OwnBusiness,
)
from households.rules.dates import is_asked_about_work
from households.rules.journeys import asks_where_he_lives

# Of a hundred families so many were asked of schooling and work; the others still wait for it.
ASKED = 70
SCHOOLED = {Education.PRIMARY: 34, Education.JUNIOR: 26, Education.SENIOR: 22, Education.VOCATIONAL: 8,
            Education.UNFINISHED: 7, Education.BACHELOR: 3}  # fmt: skip
WORK = {
    Sex.MALE: {Occupation.FARMER: 38, Occupation.LABOURER: 26, Occupation.CRAFTSMAN: 10, Occupation.TRADER: 9,
               Occupation.DRIVER: 8, Occupation.ENTREPRENEUR: 9},
    Sex.FEMALE: {Occupation.HOME: 52, Occupation.TRADER: 18, Occupation.LABOURER: 14, Occupation.FARMER: 16},
}  # fmt: skip
WORDS = {
    Occupation.CRAFTSMAN: ("tukang kayu", "tukang batu"),
    Occupation.TRADER: ("warung di rumah", "jualan sayur"),
    Occupation.HOME: ("", "", "menenun di rumah"),
}
SKILLS = ("membuat kue", "menjahit", "menganyam", "beternak ayam", "")
INTERESTS = (Interest.FOOD, Interest.SEWING, Interest.TRADE, Interest.FARMING, Interest.MONEY, Interest.NONE, "")
SPOUSES = {Relation.HEAD, Relation.HUSBAND, Relation.WIFE, Relation.CHILD_IN_LAW}


def tell_of_themselves(household: Household, *, by: User, at) -> None:
    """Let the family answer, on the day it was registered, what it was asked; `at` gives the office hour of a day."""
    # A world that is the same on every machine is the point here; no secret comes from it.
    chance = random.Random(f"orang {household.pk}")  # noqa: S311
    if chance.randrange(100) >= ASKED:
        return
    day = household.registered_on
    members = household.members.select_related("village__parent__parent").prefetch_related("trips")
    for person in members.order_by("pk"):
        entry = _profile(chance, person, day)
        change_profile(by=by, person_id=person.pk, version=person.version, entry=entry)
    Person.objects.filter(household=household).update(changed_at=at(day))


def _profile(chance, person, day: dt.date) -> ProfileEntry:
    age = person.age_on(day)
    own = _own(person, age, day)
    school = {"lives_now": own.pop("lives_now"), "birth_place": _regency(person), **_school(chance, age)}
    if not is_asked_about_work(age):
        return ProfileEntry(**school)
    if age is not None and age < 22 and school["in_school"] == InSchool.YES:
        return ProfileEntry(marital=Marital.SINGLE, occupation=Occupation.STUDENT, **school)
    occupation = chance.choices(list(work := WORK.get(person.sex, WORK[Sex.MALE])), work.values())[0]
    return ProfileEntry(
        marital=_marital(chance, person),
        occupation=REFUSED if chance.random() < 0.03 else occupation,
        occupation_words=chance.choice(WORDS.get(occupation, ("",))) if chance.random() < 0.5 else "",
        skills=chance.choice(SKILLS) if person.sex == Sex.FEMALE else "",
        interest=chance.choice(INTERESTS) if person.sex == Sex.FEMALE else "",
        **own,
        **school,
    )


def _own(person, age: int | None, day: dt.date) -> dict:
    """Where somebody at home lives, and whether he has a business; some of the young live elsewhere."""
    chance = random.Random(f"rumah dan usaha {person.pk}")  # noqa: S311
    away = age is not None and 13 <= age < 25 and chance.random() < 0.2
    business = chance.choices([*OwnBusiness.values, ""], (22, 8, 52, 3, 3, 12))[0]
    lives = LivesNow.ELSEWHERE if away else LivesNow.HERE
    return {"lives_now": lives if asks_where_he_lives(person, day) else "", "own_business": business}


def _regency(person) -> str:
    return person.village.parent.parent.name.title().removeprefix("Kabupaten ").removeprefix("Kota ")


def _school(chance, age: int | None) -> dict:
    if age is None:
        return {"education": REFUSED if chance.random() < 0.1 else "", "in_school": InSchool.NO}
    if age < 7:
        return {"education": Education.NONE, "in_school": InSchool.NO}
    if age < 19:
        goes = chance.random() < (0.97 if age < 13 else 0.9 if age < 16 else 0.75)
        done = Education.UNFINISHED if age < 13 else Education.PRIMARY if age < 16 else Education.JUNIOR
        return {"education": done, "in_school": InSchool.YES if goes else InSchool.NO}
    done = chance.choices(list(SCHOOLED), SCHOOLED.values())[0]
    return {"education": done, "in_school": InSchool.YES if age < 23 and chance.random() < 0.2 else InSchool.NO}


def _marital(chance, person) -> Marital | str:
    if person.relation in SPOUSES:
        known = (Marital.REGISTERED, Marital.UNREGISTERED, Marital.MARRIED, REFUSED)
        return chance.choices(known, (78, 8, 11, 3))[0]
    return Marital.WIDOWED if person.relation == Relation.PARENT else Marital.SINGLE
