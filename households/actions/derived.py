"""Keeps what is derived from other columns up to date: names to sort and search by, and reasons to check."""

import datetime as dt
from collections import Counter, defaultdict

from django.db.models import prefetch_related_objects

from households.choices import Check, Origin, Relation
from households.models import Consent, Household, HouseholdClearance, Person
from households.rules.checks import household_checks, person_checks
from households.rules.clearing import uncleared
from households.rules.names import together
from households.rules.numbers import Nik
from regions.models import Region

OF_MEMBERS = ("relation", "search_name", "checks", "died_on", "left_on")
OF_CLEARANCES = ("household_id", "code", "basis")
NAMES = ["sort_name", "member_names", "has_more_names"]
DERIVED = [*NAMES, "checks", "needs_check"]


def refresh_checks(person: Person, *, today: dt.date) -> None:
    """Set what is to be checked about a person that is about to be written."""
    known = bool(person.nik) and Region.objects.filter(pk=Nik(person.nik).regency_code).exists()
    trips = [] if person._state.adding else person.trips.all()
    checks = person_checks(person, region_known=known, today=today, trips=trips)
    # Somebody new has nothing that was cleared.
    person.checks = uncleared(checks, person, _cleared(person)) if checks and not person._state.adding else checks


def refresh_traveller(person: Person, *, today: dt.date) -> None:
    """Look again at what a journey says of its traveller, after the journey was written."""
    before = person.checks
    refresh_checks(person, today=today)
    if person.checks != before:
        person.save(update_fields=["checks"])
        refresh_household(person.household)


def leave_out_cleared(people) -> None:
    """Of many people whose answers were written in one go: what was found right as it is stays cleared.

    Come before `refresh_households`, which reads the reasons of the members.
    """
    changed = []
    for person in people.exclude(clearances=None).prefetch_related("clearances").order_by("pk"):
        checks = uncleared(person.checks, person, _cleared(person))
        if checks != person.checks:
            person.checks = checks
            changed.append(person)
    Person.objects.bulk_update(changed, ["checks"], batch_size=100)


def refresh_household(household: Household) -> None:
    """Bring names and the reasons to check up to date, here and at households on the same family card.

    The family is read again under its lock: whoever hands it over may have read it before somebody else wrote. Raises
    Household.DoesNotExist when it is gone.
    """
    # Two who change two of its members at once wait for each other here: the second reads what the first has written.
    household.refresh_from_db(from_queryset=Household.objects.select_for_update(no_key=True))
    sharing = list(_sharing_card(household))
    _refresh(household, card_shared=bool(sharing))
    _mark_as_sharing(sharing)


def refresh_left_behind(household: Household, *, card_before: str) -> None:
    """Look again at the families on a card that this household has given up: they may share it no longer."""
    if card_before != household.family_card_number:
        refresh_bearers(card_before, village_id=household.village_id)


def refresh_bearers(card: str, *, village_id: str) -> None:
    """Look again at the families of a village on one card, after another one came to it or went."""
    if card:
        for bearer in Household.objects.filter(village_id=village_id, family_card_number=card).order_by("pk"):
            refresh_household(bearer)


def refresh_households(households: list[Household]) -> None:
    """Bring many families of one village up to date in a few queries; those on the same cards are not looked at."""
    keys, cards = [household.pk for household in households], {household.family_card_number for household in households}
    members = defaultdict(list)
    of_all = Person.objects.filter(household__in=keys).order_by("pk")
    for key, *member in of_all.values_list("household_id", *OF_MEMBERS):
        members[key].append(member)
    same_cards = Household.objects.filter(
        village_id__in={household.village_id for household in households}, family_card_number__in=cards - {""}
    )
    bearers = Counter(same_cards.values_list("family_card_number", flat=True))
    consented = set(Consent.objects.filter(household__in=keys).values_list("household_id", flat=True))
    cleared = defaultdict(dict)
    for key, code, basis in HouseholdClearance.objects.filter(household__in=keys).values_list(*OF_CLEARANCES):
        cleared[key][code] = basis
    for household in households:
        key, shared = household.pk, bearers[household.family_card_number] > 1
        _derive(household, members[key], card_shared=shared, consented=key in consented, cleared=cleared[key])
    Household.objects.bulk_update(households, DERIVED, batch_size=100)


def names_of(members: list) -> tuple[str, str, bool]:
    """The name by which a family is sorted, those by which it is searched, and whether there are more (OF_MEMBERS)."""
    # Whoever has died or left names the family only when nobody else can.
    by_name = sorted(members, key=lambda member: (any(member[3:]), member[0] != Relation.HEAD))
    return (by_name[0][1] if by_name else "", *together([name for _, name, *_ in members]))


def _mark_as_sharing(bearers: list[Household]) -> None:
    """Look again at those of the bearers of a card whose row does not say so, unless it was found right there.

    As a rule they do: families come to a card with all its bearers locked in one order (locking.lock_families).
    """
    unmarked = [one for one in bearers if Check.CARD_SHARED not in one.checks]
    prefetch_related_objects(unmarked, "clearances")
    keys = [one.pk for one in unmarked if uncleared([Check.CARD_SHARED], one, _cleared(one))]
    if keys:
        # One that has gone meanwhile, or has another card, shares nothing any more.
        card = unmarked[0].family_card_number
        found = Household.objects.select_for_update(no_key=True).filter(pk__in=keys, family_card_number=card)
        for bearer in found.order_by("pk"):
            _refresh(bearer, card_shared=True)


def _refresh(household: Household, *, card_shared: bool) -> None:
    """Of a family that was read under its lock."""
    members = list(household.members.order_by("pk").values_list(*OF_MEMBERS))
    consented = household.consents.exists()
    _derive(household, members, card_shared=card_shared, consented=consented, cleared=_cleared(household))
    household.save(update_fields=DERIVED)


def _cleared(record) -> dict[str, str]:
    """What was found right as it is on this family or person, with the answers that it was about."""
    return {clearance.code: clearance.basis for clearance in record.clearances.all()}


def _derive(household: Household, members: list, *, card_shared: bool, consented: bool, cleared: dict) -> None:
    here = [member for member in members if not any(member[3:])]
    household.sort_name, household.member_names, household.has_more_names = names_of(members)
    checks = household_checks(
        relations=[relation for relation, *_ in here],
        card_shared=card_shared,
        consented=consented,
        asked_for_consent=household.origin == Origin.FORM,
    )
    household.checks = uncleared(checks, household, cleared)
    household.needs_check = bool(household.checks) or any(checks for _, _, checks, *_ in here)


def _sharing_card(household: Household):
    if not household.family_card_number:
        return Household.objects.none()
    same = Household.objects.filter(village_id=household.village_id, family_card_number=household.family_card_number)
    return same.exclude(pk=household.pk)
