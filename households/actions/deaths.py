"""A member of a family has died."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household
from households.actions.holding import hold_person
from households.choices import Precision
from households.models import Person
from households.rules.dates import death_to_keep
from households.rules.steps import step_after_death
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate


@transaction.atomic
def record_death(*, by, person_id, version: int, died: PartialDate, today: dt.date) -> Person:
    """Note that a member has died, or correct when; without a date it stands on the day it became known.

    Raises StaleVersion, and ValidationError in words for a death before the birth or before a step of a journey.
    What is only told more exactly within the same day is no news: then the time at which it became known stays.
    """
    before = hold_person(by=by, person_id=person_id, version=version)
    on = death_to_keep(died, birth_on=before.birth_on, today=today)
    if not died and before.died_precision == Precision.UNKNOWN:
        on = before.died_on
    known_at = before.died_known_at if before.died_on == on else timezone.now()
    return _write(by, before, version, died_on=on, died_precision=died.precision, died_known_at=known_at)


@transaction.atomic
def withdraw_death(*, by, person_id, version: int) -> Person:
    """Take back a death that was noted by mistake: the person lives. Raises StaleVersion."""
    before = hold_person(by=by, person_id=person_id, version=version)
    return _write(by, before, version, died_on=None, died_precision="", died_known_at=None)


def _write(by, person: Person, version: int, **values) -> Person:
    for name, value in values.items():
        setattr(person, name, value)
    refuse_broken(person)
    _refuse_later_steps(person)
    editable = Person.objects.editable_by(by)
    person = change(editable, pk=person.pk, version=version, changed_at=timezone.now(), changed_by=by, **values)
    refresh_household(person.household)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=["died_on"])
    return person


def _refuse_later_steps(person: Person) -> None:
    for trip in person.trips.exclude(cancelled_on__isnull=False):
        if sentence := step_after_death(trip, died_on=person.died_on, died_precision=person.died_precision):
            raise ValidationError(sentence)
