"""Registering and changing a family."""

import datetime as dt
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household, refresh_left_behind
from households.actions.locking import lock_families, lock_villages
from households.actions.people import build_person, write_people
from households.choices import Origin
from households.entries import AddressEntry, ConsentEntry, MemberEntry
from households.models import Consent, Household
from households.rules import names


@transaction.atomic
def register_household(
    *,
    by,
    village,
    address: AddressEntry,
    members: list[MemberEntry],
    today: dt.date,
    consent: ConsentEntry | None = None,
    household_id=None,
    batch=None,
) -> Household:
    """Write a family with its members, journeys and consent; afterwards it must lie where `by` may edit.

    Raises ValidationError where the database's own rules are broken (two heads, a NIK that the village already has)
    and Household.DoesNotExist when the village is not his.
    """
    lock_villages(village.pk)
    household = Household(
        village=village,
        origin=Origin.IMPORT if batch else Origin.FORM,
        import_batch=batch,
        registered_on=today,
        created_by=by,
        changed_by=by,
        **asdict(address),
    )
    if household_id is not None and not Household.objects.filter(pk=household_id).exists():
        household.pk = household_id
    household.save(force_insert=True)
    write_people([build_person(by=by, household=household, entry=m, today=today, batch=batch) for m in members])
    if consent is not None:
        record_consent(by=by, household=household, entry=consent, today=today)
    refresh_household(household)
    audit.record(Act.CREATED, by=by, on=household, region=household.village_id)
    return Household.objects.editable_by(by).get(pk=household.pk)


@transaction.atomic
def change_household(*, by, household_id, version: int, address: AddressEntry) -> Household:
    """Change where a family lives or its card. Raises StaleVersion when somebody was quicker."""
    editable = Household.objects.editable_by(by)
    before = editable.get(pk=household_id)
    values = asdict(address)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    if "family_card_number" in changed:
        lock_villages(before.village_id)
        cards = {before.family_card_number, address.family_card_number}
        lock_families([before.pk], villages=[before.village_id], cards=cards)
    household = change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    refresh_household(household)
    refresh_left_behind(household, card_before=before.family_card_number)
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=changed)
    return household


@transaction.atomic
def record_consent(*, by, household: Household, entry: ConsentEntry, today: dt.date) -> Consent:
    """Note that the family was told and agreed, in the words of the text that was read out."""
    return Consent.objects.create(
        household=household,
        given_by=names.tidy(entry.given_by),
        how=entry.how,
        guardian=names.tidy(entry.guardian),
        wording_version=entry.wording_version,
        given_on=today,
        recorded_by=by,
    )
