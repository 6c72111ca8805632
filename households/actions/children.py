"""What is known of a child, and who looks after it."""

import datetime as dt
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.holding import people_held
from households.child_choices import NOBODY
from households.choices import Precision
from households.entries import CareEntry, ChildEntry
from households.models import Caregiver, ChildProfile, Person
from households.rules import names
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate
from toolkit.ids import new_id

NOT_OF_THE_FAMILY = "Pilih pengasuh dari anggota keluarga ini yang masih hidup, atau pilih 'Orang di luar keluarga'."
SOMEBODY_CARES = "Masih tercatat siapa yang mengasuh. Akhiri dulu catatan itu, lalu catat jawaban ini."


@transaction.atomic
def change_child(*, by, person_id, version: int, in_school: str, entry: ChildEntry) -> Person:
    """Write the answers over those before, empty ones too, and whether the child is at school. Raises StaleVersion."""
    now = timezone.now()
    editable = Person.objects.editable_by(by)
    was = editable.get(pk=person_id).in_school
    child = change(editable, pk=person_id, version=version, in_school=in_school, changed_at=now, changed_by=by)
    profile = ChildProfile.objects.editable_by(by).filter(person=child).first() or ChildProfile(person=child)
    values = asdict(entry)
    changed = [name for name, value in values.items() if getattr(profile, name) != value]
    for name, value in (values | {"changed_at": now, "changed_by": by}).items():
        setattr(profile, name, value)
    profile.save()
    if was != in_school:
        audit.record(Act.CHANGED, by=by, on=child, region=child.village_id, fields=["in_school"])
    audit.record(Act.CHANGED, by=by, on=profile, region=child.village_id, fields=changed)
    return child


@transaction.atomic
def add_caregiver(*, by, child_id, version: int, entry: CareEntry, today: dt.date, caregiver_id=None) -> Caregiver:
    """Note who looks after a child; answers that named nobody end with it.

    Raises StaleVersion, and ValidationError in words for somebody of another family, for the child itself, for whoever
    is noted already, and for 'nobody' while somebody is.
    """
    child = _take(by, child_id, version, entry.person_id)
    running = child.caregivers.select_for_update(of=("self",)).filter(ended_on=None).order_by("pk")
    since_on = entry.since.value or today
    if entry.relation in NOBODY and running.exclude(relation__in=NOBODY).exists():
        raise ValidationError(SOMEBODY_CARES)
    for answer in running.filter(relation__in=NOBODY):
        _end(answer, max(answer.since_on, since_on), Precision.DAY)
    if caregiver_id is None or Caregiver.objects.filter(pk=caregiver_id).exists():
        caregiver_id = new_id()
    caregiver = Caregiver(
        id=caregiver_id,
        child=child,
        person=_member(by, child, entry.person_id, today) if entry.person_id else None,
        relation=entry.relation,
        name=names.tidy(entry.name),
        since_on=since_on,
        since_precision=entry.since.precision,
        recorded_by=by,
    )
    refuse_broken(caregiver)
    caregiver.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=caregiver, region=child.village_id)
    return caregiver


@transaction.atomic
def end_caregiver(*, by, caregiver_id, version: int, ended: PartialDate, by_mistake: bool, today: dt.date) -> Caregiver:
    """Somebody looks after the child no longer; or never did, and then on no day. Raises StaleVersion."""
    caregiver = _caregiver(by, caregiver_id, version)
    if by_mistake:
        _end(caregiver, caregiver.since_on, caregiver.since_precision)
    else:
        on = ended.value or today
        if ended and PartialDate.within(caregiver.since_on, ended.precision) == ended:
            on = caregiver.since_on
        _end(caregiver, on, ended.precision)
    audit.record(Act.CHANGED, by=by, on=caregiver, region=caregiver.child.village_id, fields=["ended_on"])
    return caregiver


@transaction.atomic
def resume_caregiver(*, by, caregiver_id, version: int, today: dt.date) -> Caregiver:
    """The end was noted by mistake: it goes. Raises StaleVersion, and ValidationError where that is no longer true."""
    caregiver = _caregiver(by, caregiver_id, version)
    if caregiver.person_id:
        _member(by, caregiver.child, caregiver.person_id, today)
    caregiver.ended_on, caregiver.ended_precision, caregiver.ended_known_at = None, "", None
    refuse_broken(caregiver)
    caregiver.save(update_fields=["ended_on", "ended_precision", "ended_known_at"])
    audit.record(Act.CHANGED, by=by, on=caregiver, region=caregiver.child.village_id, fields=["ended_on"])
    return caregiver


def _take(by, child_id, version, caregiver_id=None) -> Person:
    """The child, whose version moves on, held with the member who looks after it."""
    editable = Person.objects.editable_by(by)
    list(people_held(editable.filter(pk__in=[key for key in (child_id, caregiver_id) if key])))
    return change(editable, pk=child_id, version=version, changed_at=timezone.now(), changed_by=by)


def _caregiver(by, caregiver_id, version) -> Caregiver:
    """The row with its child, whose version moves on; the people are held before it."""
    caregivers = Caregiver.objects.editable_by(by)
    found = caregivers.get(pk=caregiver_id)
    child = _take(by, found.child_id, version, found.person_id)
    caregiver = caregivers.select_for_update(of=("self",)).get(pk=caregiver_id)
    caregiver.child = child
    return caregiver


def _member(by, child: Person, person_id, today: dt.date) -> Person:
    """A living member of the child's own family, who is held: nobody moves out at this very moment."""
    person = Person.objects.editable_by(by).filter(household_id=child.household_id, pk=person_id).first()
    if person is None or not person.is_member_on(today):
        raise ValidationError(NOT_OF_THE_FAMILY)
    return person


def _end(caregiver: Caregiver, on: dt.date, precision: str) -> None:
    caregiver.ended_on, caregiver.ended_precision, caregiver.ended_known_at = on, precision, timezone.now()
    refuse_broken(caregiver)
    caregiver.save(update_fields=["ended_on", "ended_precision", "ended_known_at"])
