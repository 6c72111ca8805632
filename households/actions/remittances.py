"""Money sent home: noted, corrected, and taken out."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.entries import RemittanceEntry
from households.models import Household, Person, Remittance, Trip
from households.models.remittances import USED
from households.rules.remittances import last_day
from toolkit.constraints import refuse_broken

MISTAKEN = "catatan kiriman yang keliru dihapus"


@transaction.atomic
def note_remittance(*, by, household_id, entry: RemittanceEntry, remittance_id=None) -> Remittance:
    """Keep what was sent to a family in one month or quarter.

    Raises ValidationError in words where the parts are not ten, or the sender's month is noted already, and
    DoesNotExist for a sender or receiver of another family.
    """
    # Two who note the same month wait for each other here: the second is told of the first in words.
    families = Household.objects.editable_by(by).select_for_update(of=("self",), no_key=True)
    household = families.get(pk=household_id)
    remittance = Remittance(household=household, created_by=by, changed_by=by)
    for name, value in _values(by, remittance, entry).items():
        setattr(remittance, name, value)
    if remittance_id is not None and not Remittance.objects.filter(pk=remittance_id).exists():
        remittance.pk = remittance_id
    refuse_broken(remittance)
    remittance.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=remittance, region=household.village_id)
    return Remittance.objects.editable_by(by).get(pk=remittance.pk)


@transaction.atomic
def change_remittance(*, by, remittance_id, version: int, entry: RemittanceEntry) -> Remittance:
    """Correct a note. What is told of another month became known now. Raises StaleVersion, and as noting does."""
    editable = Remittance.objects.editable_by(by)
    before = editable.select_related("household").get(pk=remittance_id)
    values = _values(by, before, entry)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    after = editable.get(pk=remittance_id)
    for name, value in values.items():
        setattr(after, name, value)
    refuse_broken(after)
    if {"first_on", "span"} & set(changed):
        values["known_at"] = timezone.now()
    remittance = change(editable, pk=remittance_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=remittance, region=before.household.village_id, fields=changed)
    return remittance


@transaction.atomic
def withdraw_remittance(*, by, remittance_id, version: int) -> Household:
    """Take out a note that was a mistake; the book keeps that it was. Raises StaleVersion."""
    editable = Remittance.objects.editable_by(by)
    remittance = change(editable, pk=remittance_id, version=version, changed_at=timezone.now(), changed_by=by)
    household = remittance.household
    remittance.delete()
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, reason=MISTAKEN)
    return household


def _values(by, noted: Remittance, entry: RemittanceEntry) -> dict:
    """The columns that an entry fills; sender and receiver are of the family, or those that were named before.

    These stay named wherever they live by now: a note is corrected, and nobody says that they never sent or received.
    """
    told = asdict(entry)
    trip, receiver, tenths = told.pop("trip_id"), told.pop("receiver_id"), told.pop("tenths")
    trips = Trip.objects.editable_by(by).filter(person__household=noted.household_id)
    people = Person.objects.editable_by(by).filter(household=noted.household_id)
    return told | {
        "last_on": last_day(entry.first_on, entry.span),
        "trip": noted.trip if trip == noted.trip_id else trip and trips.get(pk=trip),
        "receiver": noted.receiver if receiver == noted.receiver_id else receiver and people.get(pk=receiver),
        **{column: tenths.get(use) for use, column in USED.items()},
    }
