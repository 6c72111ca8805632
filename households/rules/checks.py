"""What makes a record 'perlu dicek'."""

import datetime as dt

from households.choices import Check, Relation
from households.rules.numbers import Nik, nik_checks
from households.rules.placement import facts_of, left_as_adult
from households.rules.steps import latest_day

# So long after the end of a contract somebody is asked about who is abroad still.
GRACE = dt.timedelta(days=60)


def person_checks(person, *, region_known: bool, today: dt.date, trips=()) -> list[str]:
    """The reasons on a person: about the NIK, answers that nobody has yet, and journeys that cannot be."""
    checks = []
    if person.nik:
        checks += nik_checks(
            Nik(person.nik),
            sex=person.sex,
            birth_on=person.birth_on,
            precision=person.birth_precision,
            region_known=region_known,
            today=today,
        )
    if person.birth_on is None:
        checks.append(Check.BIRTH_UNKNOWN.value)
    if not person.sex:
        checks.append(Check.SEX_UNKNOWN.value)
    return checks + journey_checks(person, trips)


def journey_checks(person, trips) -> list[str]:
    """Journeys that cannot be as they are noted: left before 18 (UU 18/2017 article 5), or abroad twice at once.

    Only what the dates surely say, however exactly they are known.
    """
    held = [trip for trip in trips if trip.cancelled_on is None and trip.departed_on]
    checks = []
    if any(left_as_adult(facts_of(trip, person), today=trip.departed_on) is False for trip in held):
        checks.append(Check.LEFT_UNDER_AGE.value)
    if any(_overlap(one, other) for place, one in enumerate(held) for other in held[place + 1 :]):
        checks.append(Check.ABROAD_TWICE.value)
    return checks


def _overlap(one, other) -> bool:
    """Whether two journeys surely have a day in common on which both were abroad."""
    began = max(latest_day(trip.departed_on, trip.departed_precision) for trip in (one, other))
    return all(trip.returned_on is None or trip.returned_on > began for trip in (one, other))


def contract_end(trip) -> dt.date | None:
    """The last day of the contract as far as it is known: of the last extension, else of the contract itself."""
    extension = next(iter(trip.extensions.all()), None)
    if extension is not None:
        return latest_day(extension.until_on, extension.until_precision) if extension.until_on else None
    placement = getattr(trip, "placement", None)
    if placement is None or placement.contract_until_on is None:
        return None
    return latest_day(placement.contract_until_on, placement.contract_until_precision)


def is_contract_over(trip, day: dt.date) -> bool:
    """Whether the contract ended more than 60 days before `day` and nobody has noted a return.

    True on some days and not on others: asked where it is shown, never stored.
    """
    abroad = trip.cancelled_on is None and trip.departed_on is not None and trip.returned_on is None
    end = contract_end(trip) if abroad else None
    return end is not None and end < day - GRACE


def household_checks(*, relations: list[str], card_shared: bool, consented: bool, asked_for_consent: bool) -> list[str]:
    """The reasons on a household. Consent is asked from families that an officer visits, not from imported lists."""
    checks = []
    if Relation.HEAD not in relations:
        checks.append(Check.NO_HEAD.value)
    if card_shared:
        checks.append(Check.CARD_SHARED.value)
    if asked_for_consent and not consented:
        checks.append(Check.CONSENT_MISSING.value)
    return checks
