"""Another member becomes the head of the family."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household
from households.choices import Relation
from households.models import Household, Person
from households.rules.relations import relation_after

NOT_A_MEMBER = "Pilih kepala keluarga dari anggota yang masih hidup dan belum keluar."


@transaction.atomic
def change_head(*, by, household_id, version: int, head_id, old_relation: str, today: dt.date) -> Household:
    """Make another living member the head; the old head becomes `old_relation` to the new one.

    The others' relations follow where they are certain (rules.relations). Raises StaleVersion, and ValidationError
    for somebody who cannot be the head.
    """
    # People before their family, as everywhere, so that no two acts wait for each other.
    locked = Person.objects.editable_by(by).filter(household=household_id).select_for_update(of=("self",))
    members = list(locked.order_by("pk"))
    editable = Household.objects.editable_by(by)
    household = change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)
    new = next((person for person in members if person.pk == head_id), None)
    if new is None or new.relation == Relation.HEAD or not new.is_member_on(today):
        raise ValidationError(NOT_A_MEMBER)
    was = new.relation
    for person in members:
        if person.relation == Relation.HEAD:
            _relate(by, person, old_relation)
        elif person.pk != new.pk:
            _relate(by, person, relation_after(person.relation, head_was=was))
    # Last, so that at no moment the family has two heads.
    _relate(by, new, Relation.HEAD)
    refresh_household(household)
    return household


def _relate(by, person: Person, relation: str) -> None:
    if relation == person.relation:
        return
    editable = Person.objects.editable_by(by)
    values = {"relation": relation, "changed_at": timezone.now(), "changed_by": by}
    change(editable, pk=person.pk, version=person.version, **values)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=["relation"])
