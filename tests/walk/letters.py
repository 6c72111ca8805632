"""The letters' addresses and forms: who may do what there, and how each form is made."""

import datetime as dt

from infopost.forms import (
    CancelForm,
    CoverForm,
    LeaveForm,
    LetterBookForm,
    LetterFilterForm,
    LetterheadForm,
    MaritalForm,
    SigningForm,
    StatementForm,
    WithdrawalForm,
    WordingForm,
)
from infopost.forms.letters import LetterForm
from infopost.letters.wordings import usual
from tests.factories.letters import LetterFactory
from tests.walk.addresses import Rule
from tests.walk.offices import ADMINISTRATOR, COORDINATOR, HEAD, NOBODY, OFFICER

TODAY = dt.date(2026, 11, 22)
PUBLIC_OF_LETTERS = {"infopost:letter_verify"}
READERS = OFFICER | HEAD | COORDINATOR
# Who reads a letter reads the name on it, whether he may open the family or not.
OPEN = {"opened_by": "read_letters"}


def person(place):
    """The key of the head of the place's family."""
    return place.head.pk


def letter(place):
    """The key of a letter of the place that waits for the head."""
    return LetterFactory(person=place.head, prepared_by=place.officer, signer_name=place.mark).pk


def signed(place):
    """The key of a letter of the place that was signed."""
    return LetterFactory(person=place.head, prepared_by=place.officer, signer_name=place.mark, signed=True).pk


def regency(place):
    """The code of the place's kabupaten."""
    return place.village.code[:4]


RULES_OF_LETTERS = {
    "infopost:letter_list": Rule(READERS, reads=True, **OPEN),
    "infopost:letter_detail": Rule(READERS, pk=letter, reads=True, shows_mark=True, **OPEN),
    "infopost:letter_history": Rule(READERS, pk=letter, reads=True, shows_mark=True, **OPEN),
    "infopost:letter_print": Rule(
        NOBODY, OFFICER | HEAD, pk=signed, shows_numbers=True, methods=("get", "post", "options"), **OPEN
    ),
    "infopost:letter_family": Rule(OFFICER, OFFICER, pk=person, reads=True, shows_mark=True),
    "infopost:letter_marital": Rule(OFFICER, OFFICER, pk=person, reads=True, shows_mark=True),
    "infopost:letter_cover": Rule(OFFICER, OFFICER, pk=person, reads=True, shows_mark=True),
    "infopost:letter_return": Rule(OFFICER, OFFICER, pk=person, reads=True, shows_mark=True),
    "infopost:letter_change": Rule(OFFICER, OFFICER, pk=letter, reads=True, shows_mark=True),
    "infopost:letter_cancel": Rule(OFFICER, OFFICER, pk=letter, reads=True, shows_mark=True),
    "infopost:letter_sign": Rule(HEAD, HEAD, pk=letter, reads=True, shows_mark=True, **OPEN),
    "infopost:letter_withdraw": Rule(OFFICER | HEAD, OFFICER | HEAD, pk=signed, reads=True, shows_mark=True, **OPEN),
    "infopost:letter_book_keep": Rule(OFFICER, OFFICER),
    # Everybody who holds a letter; nobody's name stands there.
    "infopost:letter_verify": Rule(),
    "infopost:layout_list": Rule(ADMINISTRATOR),
    "infopost:layout_detail": Rule(ADMINISTRATOR, pk=regency),
    "infopost:letterhead_keep": Rule(ADMINISTRATOR, ADMINISTRATOR, pk=regency),
    "infopost:wording_keep": Rule(ADMINISTRATOR, ADMINISTRATOR, pk=regency),
}

MAKERS_OF_LETTERS = {
    **{
        kind: lambda user, place, kind=kind: kind(person=place.head, day=TODAY)
        for kind in (LeaveForm, MaritalForm, CoverForm, StatementForm)
    },
    LetterForm: lambda user, place: StatementForm(person=place.head, day=TODAY),
    SigningForm: lambda user, place: SigningForm(),
    WithdrawalForm: lambda user, place: WithdrawalForm(is_withdrawn=True),
    CancelForm: lambda user, place: CancelForm(),
    LetterFilterForm: lambda user, place: LetterFilterForm(),
    LetterBookForm: lambda user, place: LetterBookForm(),
    LetterheadForm: lambda user, place: LetterheadForm(head=usual()[0]),
    WordingForm: lambda user, place: WordingForm(kind="family", wording=usual()[1]["family"]),
}
