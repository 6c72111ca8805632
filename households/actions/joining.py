"""Somebody is a member of a family from one day on, leaves it, and may come back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household
from households.actions.holding import hold_person
from households.choices import JoinedHow, LeftHow, Precision
from households.entries import JoiningEntry
from households.models import Absence, Person
from households.rules.dates import joining_to_keep
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate

LEFT_ALREADY = "Orang ini sudah tercatat keluar dari keluarga."
NOT_LEFT = "Orang ini tidak tercatat keluar dari keluarga."
NEVER_MEMBER = "Catatan orang ini keliru sejak awal. Tarik dulu catatan keluarnya."
DEAD = "Orang ini sudah tercatat meninggal."
BEFORE_BACK = "Keluar lebih awal dari kembali yang terakhir. Periksa keduanya."
STAY = ("left_on", "left_precision", "left_known_at", "left_how")
STILL_HERE = {"left_on": None, "left_precision": "", "left_known_at": None, "left_how": ""}


def joining_values(entry: JoiningEntry, *, birth_on: dt.date | None, today: dt.date) -> dict:
    """The columns of a joining: its day, how exactly that is known, when it became known, and how it came about.

    Who was a member from the beginning and only forgotten has no such day.
    """
    if entry.how == JoinedHow.FORGOTTEN:
        return {"joined_on": None, "joined_precision": "", "joined_known_at": None, "joined_how": entry.how}
    return {
        "joined_on": joining_to_keep(entry.since, birth_on=birth_on, today=today),
        "joined_precision": entry.since.precision,
        "joined_known_at": timezone.now(),
        "joined_how": entry.how,
    }


@transaction.atomic
def correct_joining(*, by, person_id, version: int, entry: JoiningEntry, today: dt.date) -> Person:
    """Correct since when and how somebody is a member; 'sejak awal' takes a day back that was noted by mistake.

    Raises StaleVersion, and ValidationError in words for a day after the leaving.
    """
    before = hold_person(by=by, person_id=person_id, version=version)
    values = joining_values(entry, birth_on=before.birth_on, today=today)
    if not entry.since and values["joined_on"] and before.joined_precision == Precision.UNKNOWN:
        values["joined_on"] = before.joined_on
    if before.joined_on == values["joined_on"]:
        values["joined_known_at"] = before.joined_known_at
    return _write(by, before, version, "joined_on", values)


@transaction.atomic
def record_leaving(*, by, person_id, version: int, how: LeftHow, left: PartialDate, today: dt.date) -> Person:
    """Note that a member belongs to the family no longer; without a date from the day that became known.

    Who was written down by mistake leaves on the very day he came: he was a member on no day. Raises StaleVersion, and
    ValidationError in words where that cannot be.
    """
    person = hold_person(by=by, person_id=person_id, version=version)
    if person.left_on is not None:
        raise ValidationError(LEFT_ALREADY)
    if not person.is_alive_on(today):
        raise ValidationError(DEAD)
    on = _first_day(person) if how == LeftHow.MISTAKE else joining_to_keep(left, birth_on=person.birth_on, today=today)
    last = person.absences.first()
    if last is not None and how != LeftHow.MISTAKE and on < last.back_on:
        raise ValidationError(BEFORE_BACK)
    precision = Precision.DAY if how == LeftHow.MISTAKE else left.precision
    values = {"left_on": on, "left_precision": precision, "left_known_at": timezone.now(), "left_how": how}
    return _write(by, person, version, "left_on", values)


@transaction.atomic
def withdraw_leaving(*, by, person_id, version: int) -> Person:
    """Take back a leaving that was noted by mistake: the person never left. Raises StaleVersion, ValidationError."""
    return _write(by, _who_left(by, person_id, version), version, "left_on", STILL_HERE)


@transaction.atomic
def record_return(*, by, person_id, version: int, back: PartialDate, today: dt.date) -> Person:
    """Note that somebody who had left is a member again. Raises StaleVersion, and ValidationError in words."""
    person = _who_left(by, person_id, version)
    if person.left_how == LeftHow.MISTAKE:
        raise ValidationError(NEVER_MEMBER)
    absence = Absence(
        person=person,
        back_on=joining_to_keep(back, birth_on=person.left_on, today=today),
        back_precision=back.precision,
        back_known_at=timezone.now(),
        noted_by=by,
        **{name: getattr(person, name) for name in STAY},
    )
    refuse_broken(absence)
    absence.save(force_insert=True)
    return _write(by, person, version, "left_on", STILL_HERE | {"lives_now": ""})


@transaction.atomic
def withdraw_return(*, by, person_id, version: int) -> Person:
    """Take back the last return, because it was noted by mistake: the person is still away. Raises StaleVersion."""
    person = hold_person(by=by, person_id=person_id, version=version)
    last = person.absences.first()
    if last is None or person.left_on is not None:
        raise ValidationError(NOT_LEFT)
    values = {name: getattr(last, name) for name in STAY}
    last.delete()
    return _write(by, person, version, "left_on", values)


def _who_left(by, person_id, version: int) -> Person:
    person = hold_person(by=by, person_id=person_id, version=version)
    if person.left_on is None:
        raise ValidationError(NOT_LEFT)
    return person


def _first_day(person: Person) -> dt.date:
    """The first day on which somebody counted as a member."""
    first = person.past_memberships.select_related("household").first()
    registered_on = (first or person).household.registered_on
    return max(registered_on, person.joined_on or registered_on)


def _write(by, person: Person, version: int, column: str, values: dict) -> Person:
    for name, value in values.items():
        setattr(person, name, value)
    refuse_broken(person)
    editable = Person.objects.editable_by(by)
    person = change(editable, pk=person.pk, version=version, changed_at=timezone.now(), changed_by=by, **values)
    refresh_household(person.household)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=[column])
    return person
