"""The forms about who belongs to which family, where: how each is made, and how its page is filled in."""

from households.forms.joining import BirthForm, JoinedForm, LeaveForm, MarriageForm, MemberAddForm, ReturnForm
from households.forms.member_moves import MemberMoveForm
from households.forms.moves import MoveAnswerForm, MoveForm, MoveWithdrawForm
from households.forms.splits import SplitForm
from households.models import Household, Person
from tests.households.forms import member_post

NEW_MEMBER = {"name": "Zaenab", "relation": "relative", "sex": "P", "birth": (1, 2, 1990), "nik_missing": "not_at_hand"}
NEWBORN = {"name": "Zahra", "relation": "child", "sex": "P", "birth": (1, 2, 2026), "nik_missing": "not_issued"}


def child_alone():
    """The child of Korleko's family in a family of its own."""
    head, child = Person.objects.filter(village="5203172006").order_by("pk")
    return {f"member_{head.pk}": "stays", f"member_{child.pk}": "head", "consent": "later", "version": "1"}


def to_the_empty_family():
    """Over to Korleko's family without members, where there is one."""
    family = Household.objects.filter(village="5203172006", members=None).first()
    return {"target": str(family.pk) if family else "", "relation": "parent", "reason": "followed", "version": "1"}


MAKERS_OF_STAYS = {
    MemberMoveForm: lambda user, place: MemberMoveForm(person=place.head, was_moved=True),
    MoveForm: lambda user, place: MoveForm(own_village=place.village.pk),
    MoveWithdrawForm: lambda user, place: MoveWithdrawForm(),
    MoveAnswerForm: lambda user, place: MoveAnswerForm(),
    SplitForm: lambda user, place: SplitForm(members=list(place.household.members.all()), was_split=True),
    BirthForm: lambda user, place: BirthForm(village_id=place.village.pk, members=place.household.members.all()),
    JoinedForm: lambda user, place: JoinedForm(person=place.head),
    LeaveForm: lambda user, place: LeaveForm(came_back=True),
    MarriageForm: lambda user, place: MarriageForm(village_id=place.village.pk),
    MemberAddForm: lambda user, place: MemberAddForm(village_id=place.village.pk),
    ReturnForm: lambda user, place: ReturnForm(),
}

ANSWERS_OF_STAYS = {
    "households:household_move": lambda: {"village": "5203212002", "moved_year": "2026", "version": "1"},
    "households:household_split": child_alone,
    "households:person_move": to_the_empty_family,
    "households:person_born": lambda: member_post(NEWBORN),
    "households:person_marry": lambda: member_post(NEW_MEMBER),
    "households:person_joined": lambda: {"joined_how": "married", "joined_year": "2026", "version": "1"},
    "households:person_leave": lambda: {"how": "moved", "left_year": "2026", "version": "1"},
}
