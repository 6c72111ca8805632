"""What a person tells of schooling and work."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.entries import ProfileEntry
from households.models import Person
from toolkit.constraints import refuse_broken


def forget_where_he_lives(*, by, person: Person) -> None:
    """Somebody has gone away or come back: where he lives now is asked anew. His version stays, as with all that a
    journey says of its traveller.
    """
    if person.lives_now:
        person.lives_now = ""
        person.save(update_fields=["lives_now"])
        audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=["lives_now"])


@transaction.atomic
def change_profile(*, by, person_id, version: int, entry: ProfileEntry) -> Person:
    """Write the answers over those before, empty ones too: what was noted by mistake becomes 'not asked' again.

    Raises StaleVersion.
    """
    editable = Person.objects.editable_by(by)
    before, after = editable.get(pk=person_id), editable.get(pk=person_id)
    values = asdict(entry)
    for name, value in values.items():
        setattr(after, name, value)
    refuse_broken(after)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    person = change(editable, pk=person_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=changed)
    return person
