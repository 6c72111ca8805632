"""A family's page and a person's page. Reading either is noted before the page is made."""

from dataclasses import replace

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.changes import acts_of
from accounts.models import Act
from accounts.roles import Verb
from accounts.scoping.asking import ask_for_one
from households.choices import Stage
from households.duties.checking import family_reasons, person_reasons
from households.models import Caregiver, Household, Person
from households.querysets.households import with_rare_kinds
from households.rules.checks import is_contract_over
from households.rules.children import caring_on, is_asked_as_child
from households.rules.clearing import in_force
from households.rules.journeys import standing_of
from households.views import drawn
from households.views.acting import next_acts
from households.views.children import care_lines, child_facts, with_care
from households.views.homecomings import homecoming_lines
from households.views.living import section_lines
from households.views.noters import mark_with_noters
from households.views.presenting import head_first, lives_elsewhere, member_line
from households.views.profiles import profile_facts
from households.views.timelines import household_line, person_line

FAMILY = {
    "heading": "households/_family_heading.html",
    "acts": "households/_family_acts.html",
    "body": "households/_family_body.html",
}


def families_told(user):
    """The families that `user` may read by name, with everything at hand that is told of them on screen or paper.

    Except what few of them have: one that was found becomes whole by `with_rare_kinds`.
    """
    families = Household.objects.visible_to(user).select_related(
        "village__parent__parent__parent", "created_by", "circumstances"
    )
    return families.with_life().marked_with_moves()


def people_told(user):
    """The people that `user` may read by name, with everything at hand that is told of them on screen or paper."""
    people = Person.objects.visible_to(user).select_related(
        "household", "child_profile", "village__parent__parent__parent"
    )
    return people.with_life().marked_with_stays()


@require_safe
def household_detail(request, pk):
    """Who lives in this house, who of them is abroad, and what is still to be checked.

    Whether it may be read is asked each time, and each reading is noted. What it says is drawn once and remembered
    until somebody writes in the village or the day is over: an officer comes back to it from each member and each act.
    """
    today = timezone.localdate()
    key = drawn.key(request.user, pk, today)
    page = drawn.recall(key)
    household = _remembered(request.user, pk) if page else _told(request.user, pk)
    audit.read(Act.VIEWED, by=request.user, on=household, region=household.village_id)
    if page and page.acts != household.village_acts:
        page = None
        household = _told(request.user, pk)
    if page is None:
        told = _family_told(household, request.user, today)
        page = drawn.draw(key, FAMILY, told, acts=household.village_acts)
    return render(request, "households/household_detail.html", {"drawn": page.parts})


def _told(user, pk):
    return _found(ask_for_one(user, pk, "family told", lambda reader: _with_acts(families_told(reader))))


def _remembered(user, pk):
    """The family with no more than tells whether what is remembered of it still holds."""
    return get_object_or_404(_with_acts(Household.objects.visible_to(user).only("village_id")), pk=pk)


def _with_acts(families):
    return families.annotate(village_acts=acts_of("village"))


def _found(record):
    if record is None:
        raise Http404
    return record


def _family_told(household, user, today) -> dict:
    household = with_rare_kinds(household)
    people = household.members.all()
    mark_with_noters(user, [trip for person in people for trip in person.trips.all()], people=people)
    lines = [_with_home(member_line(person, today), today) for person in head_first(household, today)]
    return {
        "household": household,
        "members": with_care(lines, today),
        "living": sum(line.belongs for line in lines),
        "events": household_line(household),
        "living_lines": section_lines(household, locates=user.may(Verb.LOCATE)),
        "stale": household.needs_visit(today),
        "closing": household.closing,
        "consents": household.consents.all(),
        "reasons": family_reasons(household),
        "cleared": in_force(household),
        "can_edit": user.may(Verb.EDIT_HOUSEHOLDS),
    }


def _with_home(line, today):
    """The line of a member, which says that he lives somewhere else."""
    elsewhere = lives_elsewhere(line.person, today)
    return replace(line, facts=f"{line.facts} · tinggal di tempat lain") if elsewhere else line


@require_safe
def person_detail(request, pk):
    """One person: what is known, and the journeys as a line through time."""
    person = _found(ask_for_one(request.user, pk, "person told", people_told))
    audit.read(Act.VIEWED, by=request.user, on=person, region=person.village_id)
    today = timezone.localdate()
    care = Caregiver.objects.visible_to(request.user).filter(Q(child=person) | Q(person=person))
    care = list(care.select_related("child", "person", "recorded_by"))
    context = {
        "person": person,
        "line": member_line(person, today),
        **_journeys(person, care, today, reader=request.user),
        "profile": profile_facts(person, today),
        "reasons": person_reasons(person),
        "cleared": in_force(person),
        "child": child_facts(person, today) if is_asked_as_child(person.age_on(today), person.in_school) else None,
        "care": care_lines([one for one in care if one.child_id == person.pk], today),
        "cares_for": [one.child for one in caring_on(care, today) if one.person_id == person.pk],
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "households/person_detail.html", context)


def _journeys(person, care, today, *, reader) -> dict:
    """Somebody's way through life, each journey, the acts that come next, and whether he is without news."""
    trips, standing = list(person.trips.all()), standing_of(person, today)
    # Who is home, or has not left after all, is silent no longer, whatever was noted before.
    is_away = standing is not None and standing.stage == Stage.ACTIVE
    mark_with_noters(reader, trips, people=[person], care=care)
    return {
        "trips": trips,
        "events": person_line(person, trips, care),
        "acts": next_acts(person, standing, trips, today) if person.is_member_on(today) else [],
        "silent": standing.trip.open_loss if is_away else None,
        "over": next((trip for trip in trips if is_contract_over(trip, today)), None),
        "homecomings": homecoming_lines(trips, today),
    }
