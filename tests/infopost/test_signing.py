"""The head signs: a letter gets the next number of its village and year, and keeps it whatever becomes of it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from infopost import actions
from infopost.models import Letter, LetterCounter
from tests.factories.accounts import UserFactory
from tests.factories.letters import LetterBookFactory, LetterFactory
from tests.infopost.letters import COVER, TODAY, candidate, prepare, sign
from tests.racing import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti(sari):
    return candidate(sari)


def withdraw(by, letter, reason="Tidak jadi berangkat"):
    return actions.withdraw_letter(by=by, letter_id=letter.pk, version=letter.version, reason=reason, today=TODAY)


def papers(person):
    return dict(person.trips.get().documents.values_list("kind", "number"))


def test_signing_gives_number_day_and_a_random_token(sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))

    assert (letter.state, letter.number, letter.signed_on, letter.signed_by) == (
        "signed", "470/001/PMI/XI/2026", TODAY, mahdi,
    )  # fmt: skip
    assert len(letter.token) == 32
    event = AuditEvent.objects.filter(record_kind="infopost.letter").latest("pk")
    assert (event.actor, event.act, "token" in event.fields) == (mahdi, Act.CHANGED, False)


def test_numbers_follow_each_other_and_begin_anew_each_year(sari, mahdi, siti):
    days = [dt.date(2026, 12, 31), dt.date(2026, 12, 31), dt.date(2027, 1, 1)]

    letters = [sign(mahdi, prepare(sari, siti, COVER), today=day) for day in days]

    assert [letter.number for letter in letters] == [
        "560/001/PMI/XII/2026", "560/002/PMI/XII/2026", "560/001/PMI/I/2027",
    ]  # fmt: skip


def test_numbers_are_each_villages_own_in_its_own_shape(sari, mahdi, siti, budi):
    LetterBookFactory(village=budi.region, number_pattern="470/{nomor}/{tahun}")
    head = UserFactory(username="sapri", head=True, region=budi.region)

    here, there = sign(mahdi, prepare(sari, siti)), sign(head, prepare(budi, candidate(budi)))

    assert (here.number, there.number) == ("470/001/PMI/XI/2026", "470/001/2026")


def test_numbers_go_on_from_the_paper_register(sari, mahdi, siti):
    values = {"number_pattern": "{nomor}/{tahun}", "office_address": ""}
    actions.keep_book(by=sari, book_id=siti.pk, version=0, values=values, last_on_paper=41, today=TODAY)

    assert sign(mahdi, prepare(sari, siti)).number == "042/2026"
    with pytest.raises(ValidationError, match="sudah ada surat bernomor"):
        actions.keep_book(by=sari, book_id=siti.pk, version=1, values=values, last_on_paper=7, today=TODAY)


def test_number_of_a_signing_that_failed_is_given_to_the_next(sari, mahdi, siti):
    letter = prepare(sari, siti)
    with pytest.raises(StaleVersion):
        actions.sign_letter(by=mahdi, letter_id=letter.pk, version=9, today=TODAY)

    assert sign(mahdi, letter).serial == 1


def test_withdrawn_letter_keeps_its_number_and_the_next_has_another(sari, mahdi, siti):
    gone = withdraw(sari, sign(mahdi, prepare(sari, siti, COVER)))
    following = sign(mahdi, prepare(sari, siti, COVER))

    assert (gone.state, gone.serial, gone.withdrawn_reason, following.serial) == (
        "withdrawn", 1, "Tidak jadi berangkat", 2,
    )  # fmt: skip


def test_withdrawal_by_mistake_leaves_the_letter_as_it_was(sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))
    gone = withdraw(mahdi, letter)

    again = actions.reinstate_letter(by=mahdi, letter_id=letter.pk, version=gone.version)

    assert (again.state, again.number, again.token, again.withdrawn_on) == (
        "signed", letter.number, letter.token, None,
    )  # fmt: skip


def test_signed_permission_stands_in_the_registry_as_a_document_that_is_there(sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))
    held = papers(siti)
    gone = withdraw(mahdi, letter)
    without = papers(siti)
    actions.reinstate_letter(by=mahdi, letter_id=letter.pk, version=gone.version)

    assert (held, without, papers(siti)) == (
        {"family": "470/001/PMI/XI/2026"}, {"family": ""}, {"family": "470/001/PMI/XI/2026"},
    )  # fmt: skip
    assert siti.trips.get().documents.get().state == "held"


def test_withdrawing_an_old_permission_leaves_the_newer_one_in_the_registry(sari, mahdi, siti):
    old, new = sign(mahdi, prepare(sari, siti)), sign(mahdi, prepare(sari, siti))

    withdraw(sari, old)

    assert papers(siti) == {"family": new.number}


def test_letter_stands_for_itself_when_its_officer_keeps_the_village_no_longer(sari, mahdi, siti):
    letter = prepare(sari, siti)
    sari.is_active = False
    sari.save()

    assert (sign(mahdi, letter).serial, papers(siti)) == (1, {})


def test_sent_back_letter_waits_again_when_the_head_thinks_better_of_it(sari, mahdi, siti):
    letter = prepare(sari, siti)
    actions.send_back_letter(by=mahdi, letter_id=letter.pk, version=1, reason="Alamat")

    again = actions.resume_letter(by=mahdi, letter_id=letter.pk, version=2)

    assert (again.state, again.sent_back_reason) == ("waiting", "")


def test_only_the_head_of_the_village_signs(sari, rina, siti, kuripan):
    letter = prepare(sari, siti)
    elsewhere = UserFactory(username="sapri", head=True, region=kuripan)

    for stranger in (sari, rina, elsewhere):
        with pytest.raises(Letter.DoesNotExist):
            sign(stranger, letter)


@pytest.mark.parametrize("state", ["signed", "refused"])
def test_letter_that_does_not_wait_is_not_signed(sari, mahdi, state):
    letter = LetterFactory(person=candidate(sari), **{state: True})

    with pytest.raises(ValidationError, match="tidak sedang menunggu"):
        sign(mahdi, letter)


def test_number_twice_in_a_year_is_refused_by_the_database(sari):
    siti = candidate(sari)
    LetterFactory(person=siti, signed=True, serial=7)

    with pytest.raises(IntegrityError), transaction.atomic():
        LetterFactory(person=siti, signed=True, serial=7)


@pytest.mark.slow  # ten threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_ten_letters_signed_at_the_same_moment_get_ten_numbers():
    head = UserFactory(username="mahdi", head=True)
    officer = UserFactory(username="sari", region=head.region)
    siti = candidate(officer)
    letters = [prepare(officer, siti, COVER) for _ in range(10)]

    signed = at_once(*(lambda letter=letter: sign(head, letter) for letter in letters))

    assert sorted(letter.serial for letter in signed) == list(range(1, 11))
    assert LetterCounter.objects.get().last == 10
    assert Letter.objects.values("number").distinct().count() == 10


@pytest.mark.slow  # two threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_one_letter_signed_twice_at_the_same_moment_takes_one_number():
    head = UserFactory(username="mahdi", head=True)
    officer = UserFactory(username="sari", region=head.region)
    letter = prepare(officer, candidate(officer), COVER)

    results = at_once(lambda: sign(head, letter), lambda: sign(head, letter))

    kinds = {type(result).__name__ for result in results}
    assert kinds in ({"Letter", "StaleVersion"}, {"Letter", "ValidationError"})
    assert (LetterCounter.objects.get().last, Letter.objects.get().serial) == (1, 1)
