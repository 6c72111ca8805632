"""Writes a plan into the registry: all of it or nothing."""

import datetime as dt
from collections import defaultdict
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import StaleVersion
from households.actions import leave_out_cleared, lock_families, record_return, refresh_households, reopen_household
from households.choices import Origin, Relation
from households.imports.outcomes import WRITTEN, Outcome, Plan, RowResult
from households.imports.registry import HOME
from households.models import Household, ImportBatch, Person
from households.rules.checks import household_checks
from households.rules.names import together
from toolkit.dates import PartialDate

HIDDEN_FIELDS = {"search_name", "birth_precision", "nik_missing", "birth_place_missing", "occupation_words"}


class PlanChanged(Exception):
    """The registry changed since the plan was shown; nothing was written, and the new plan is to be shown."""


@transaction.atomic
def write_plan(plan: Plan, *, by, batch: ImportBatch, today: dt.date) -> None:
    """Write the new and changed rows of `plan`. Raises PlanChanged when a record was changed meanwhile."""
    _lock(plan, by=by, village=batch.village_id)
    plan = _bring_back(plan, by=by, today=today)
    touched = _change_people(plan, by=by, region=batch.village_id)
    touched |= _change_households(plan, by=by, region=batch.village_id)
    households = _new_households(plan, by=by, batch=batch, today=today)
    people = [_new_person(result, households, by=by, batch=batch) for result in plan.of(Outcome.NEW)]
    Person.objects.bulk_create(people)
    touched |= {person.household_id for person in people} - {household.pk for household in households.values()}
    refresh_households(list(Household.objects.editable_by(by).filter(pk__in=touched).order_by("pk")))
    _stay_in_scope(by=by, batch=batch, households=len(households), people=len(people))


def _lock(plan: Plan, *, by, village: str) -> None:
    """Lock everybody whom the plan touches, then their families. Raises PlanChanged when one has left the village."""
    people = {result.person_id for result in plan.of(Outcome.CHANGED)}
    people |= {question.person_id for question in plan.back if question.person_id}
    standing = Person.objects.editable_by(by).select_for_update(of=("self",), no_key=True).filter(pk__in=people)
    homes = list(standing.order_by("pk").values_list("household_id", flat=True))
    families = {result.household_id for result in plan.of(*WRITTEN) if result.household_id}
    families |= {question.household_id for question in plan.back if question.household_id} | set(homes)
    lock_families(families)
    here = Household.objects.editable_by(by).filter(pk__in=families, village=village).count()
    if len(homes) != len(people) or here != len(families):
        raise PlanChanged


def _bring_back(plan: Plan, *, by, today: dt.date) -> Plan:
    """Note who is back, by the acts that an officer would use, from today on; the plan on the versions after it."""
    people, households = {}, {}
    try:
        for question in plan.back:
            if question.person_id:
                record_return(
                    by=by, person_id=question.person_id, version=question.version, back=PartialDate(), today=today
                )
                people[question.person_id] = question.version + 1
            else:
                key = question.household_id
                reopen_household(by=by, household_id=key, version=question.version, by_mistake=False, today=today)
                households[key] = question.version + 1
    except (StaleVersion, ValidationError) as error:
        raise PlanChanged from error

    def after(result):
        person = people.get(result.person_id, result.person_version)
        return replace(
            result,
            person_version=person,
            household_version=households.get(result.household_id, result.household_version),
        )

    return replace(plan, results=tuple(after(result) for result in plan.results)) if plan.back else plan


def _change_people(plan: Plan, *, by, region: str) -> set:
    """Change people that the registry has; who ceases to be head comes first, because a family has one at most."""
    results = [result for result in plan.of(Outcome.CHANGED) if result.values]
    for are_heads in (False, True):
        changes = {
            result.person_id: (result.person_version, {**result.values, "checks": list(result.checks)})
            for result in results
            if (result.values.get("relation") == Relation.HEAD) == are_heads
        }
        _change(Person, changes, by=by)
    written = [result.person_id for result in results]
    leave_out_cleared(Person.objects.editable_by(by).filter(pk__in=written))
    changed = [(Person(pk=result.person_id), set(result.values) - HIDDEN_FIELDS) for result in results]
    audit.record_all(Act.CHANGED, by=by, changed=changed, region=region)
    return {result.household_id for result in results}


def _change_households(plan: Plan, *, by, region: str) -> set:
    """Change where families live, as the head's row says."""
    homes = {r.household_id: (r.household_version, r.home) for r in plan.of(Outcome.CHANGED) if r.home}
    _change(Household, homes, by=by)
    changed = [(Household(pk=key), values) for key, (_, values) in homes.items()]
    audit.record_all(Act.CHANGED, by=by, changed=changed, region=region)
    return set(homes)


def _change(model, changes: dict, *, by) -> None:
    """Write the values by key, where each record still has its version. Raises PlanChanged when one has not."""
    standing = model.objects.editable_by(by).filter(pk__in=changes)
    if dict(standing.values_list("pk", "version")) != {key: version for key, (version, _) in changes.items()}:
        raise PlanChanged
    alike = defaultdict(list)
    for key, (_, values) in changes.items():
        alike[tuple(values)].append(model(pk=key, **values))
    for columns, records in alike.items():
        model.objects.bulk_update(records, columns, batch_size=100)
    model.objects.filter(pk__in=changes).update(version=F("version") + 1, changed_at=timezone.now(), changed_by=by)


def _new_households(plan: Plan, *, by, batch: ImportBatch, today: dt.date) -> dict[str, Household]:
    """The families that are not in the registry yet, by card, with what is derived from their members."""
    members: dict[str, list[RowResult]] = {}
    for result in plan.of(Outcome.NEW):
        if result.household_id is None:
            members.setdefault(result.row.card, []).append(result)
    households = {card: _new_household(card, rows, by=by, batch=batch, today=today) for card, rows in members.items()}
    Household.objects.bulk_create(households.values())
    return households


def _new_household(card: str, rows: list[RowResult], *, by, batch: ImportBatch, today: dt.date) -> Household:
    first = next((result for result in rows if result.row.relation == Relation.HEAD), rows[0])
    checks = household_checks(
        relations=[result.row.relation for result in rows], card_shared=False, consented=False, asked_for_consent=False
    )
    names, are_more = together(result.row.search_name for result in rows)
    return Household(
        village_id=batch.village_id,
        family_card_number=card,
        sort_name=first.row.search_name,
        member_names=names,
        has_more_names=are_more,
        checks=checks,
        needs_check=bool(checks) or any(result.checks for result in rows),
        origin=Origin.IMPORT,
        import_batch=batch,
        registered_on=today,
        created_by=by,
        changed_by=by,
        **{column: getattr(first.row, column) for column in HOME},
    )


def _new_person(result: RowResult, households: dict, *, by, batch: ImportBatch) -> Person:
    household_id = result.household_id or households[result.row.card].pk
    return Person(
        household_id=household_id,
        village_id=batch.village_id,
        import_batch=batch,
        checks=list(result.checks),
        created_by=by,
        changed_by=by,
        **result.values,
    )


def _stay_in_scope(*, by, batch: ImportBatch, households: int, people: int) -> None:
    """Read again what was written: every row lies where `by` may edit."""
    written = (
        Household.objects.editable_by(by).filter(import_batch=batch).count(),
        Person.objects.editable_by(by).filter(import_batch=batch).count(),
    )
    if written != (households, people):
        raise PlanChanged
