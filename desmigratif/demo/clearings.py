"""What looked wrong on the demo's families and was found right as it is."""

import datetime as dt

from accounts.models import User
from households.actions import clear_check
from households.choices import Check
from households.models import Household, Person, PersonClearance

NOTES = {
    Check.NIK_BIRTH_DIFFERS: "NIK di KTP dan di Kartu Keluarga sama; tanggal lahir sudah dibetulkan di akta",
    Check.BIRTH_UNKNOWN: "Keluarga tidak tahu, dan tidak ada surat lahir",
}


def clear(household: Household, *, by: User, day: dt.date, at) -> None:
    """Clear what the officer could find out about the family's members on that day."""
    for person in household.members.exclude(checks=[]).order_by("pk"):
        for code in [code for code in person.checks if code in NOTES]:
            person = clear_check(by=by, record=person, version=person.version, code=code, note=NOTES[code], today=day)
            PersonClearance.objects.filter(person=person, code=code).update(cleared_at=at(day))
            Person.objects.filter(pk=person.pk).update(changed_at=at(day))
