"""What makes a record 'perlu dicek'."""

import datetime as dt

from households.choices import Check, Relation
from households.rules.numbers import Nik, nik_checks


def person_checks(person, *, region_known: bool, today: dt.date) -> list[str]:
    """The reasons on a person: about the NIK, and answers that nobody has yet."""
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
    return checks


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
