"""Another member becomes the head of the family."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household
from households.actions.holding import people_held
from households.choices import Relation
from households.models import HeadChange, Household, Person
from households.rules.relations import relation_after
from toolkit.dates import PartialDate

UNDATED = PartialDate()
NOT_A_MEMBER = "Pilih kepala keluarga dari anggota yang masih hidup dan belum keluar."
NEVER_CHANGED = "Belum ada pergantian kepala keluarga yang tercatat."
TOO_LATE = (
    "Pergantian ini tidak bisa ditarik lagi: sesudahnya hubungan atau anggota keluarga sudah berubah. Pilih kepala "
    "keluarga yang benar sebagai pergantian baru."
)


@transaction.atomic
def change_head(
    *, by, household_id, version: int, head_id, old_relation: str, today: dt.date, since: PartialDate = UNDATED
) -> Household:
    """Make another living member the head; the old head becomes `old_relation` to the new one.

    Without `since` from the day that became known. The others' relations follow where they are certain
    (rules.relations). Raises StaleVersion, and ValidationError for somebody who cannot be the head.
    """
    members, household = _take(by, household_id, version)
    new = next((person for person in members if person.pk == head_id), None)
    if new is None or new.relation == Relation.HEAD or not new.is_member_on(today):
        raise ValidationError(NOT_A_MEMBER)
    after = {person.pk: relation_after(person.relation, head_was=new.relation) for person in members}
    after |= {person.pk: old_relation for person in members if person.relation == Relation.HEAD}
    after[new.pk] = Relation.HEAD
    told = HeadChange(
        household=household, person=new, since_on=since.value or today, since_precision=since.precision, noted_by=by
    )
    told.relations_before = {str(one.pk): one.relation for one in members if one.relation != after[one.pk]}
    told.relations_after = {key: str(after[one.pk]) for one in members if (key := str(one.pk)) in told.relations_before}
    _relate_all(by, members, after)
    told.save(force_insert=True)
    refresh_household(household)
    return household


@transaction.atomic
def withdraw_head(*, by, household_id, version: int) -> Household:
    """Take the last change of head back, because it was a mistake: everybody is to the head what he was before.

    Raises StaleVersion, and ValidationError in words where there is none, or something else has happened since.
    """
    members, household = _take(by, household_id, version)
    last = household.head_changes.first()
    if last is None:
        raise ValidationError(NEVER_CHANGED)
    now = {str(person.pk): person.relation for person in members}
    heads = [key for key, relation in now.items() if relation == Relation.HEAD]
    if heads != [str(last.person_id)] or not last.relations_after.items() <= now.items():
        raise ValidationError(TOO_LATE)
    _relate_all(by, members, {person.pk: last.relations_before.get(str(person.pk)) for person in members})
    last.delete()
    refresh_household(household)
    return household


def _take(by, household_id, version) -> tuple[list[Person], Household]:
    # People before their family, as everywhere, so that no two acts wait for each other.
    members = list(people_held(Person.objects.editable_by(by).filter(household=household_id)))
    editable = Household.objects.editable_by(by)
    return members, change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)


def _relate_all(by, members: list[Person], relations: dict) -> None:
    """Give everybody his relation, the head last, so that at no moment the family has two; of None nothing changes."""
    for person in sorted(members, key=lambda one: relations[one.pk] == Relation.HEAD):
        relation = relations[person.pk]
        if relation is not None and relation != person.relation:
            editable = Person.objects.editable_by(by)
            values = {"relation": relation, "changed_at": timezone.now(), "changed_by": by}
            change(editable, pk=person.pk, version=person.version, **values)
            audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=["relation"])
