"""A letter is prepared, or refused; corrected, given up, and printed."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households.models import Person
from infopost import actions
from infopost.models import Letter, LetterPrint
from tests.factories.infopost import FactFactory
from tests.factories.letters import LetterBookFactory, LetterFactory, LetterheadFactory, LetterWordingFactory
from tests.infopost.letters import COVER, MARRIED, NIK, RETURNED, SEEN, TODAY, candidate, leave_for, prepare, sign
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti(sari):
    return candidate(sari)


def test_letter_of_permission_waits_with_the_registrys_words(sari, siti):
    LetterBookFactory(village=sari.region)

    letter = prepare(sari, siti)

    assert (letter.state, letter.village_id, letter.trip, letter.number) == (
        "waiting", sari.region_id, siti.trips.get(), "",
    )  # fmt: skip
    assert (letter.nik, letter.signer_nik, letter.signer_name, letter.kinship) == (
        NIK, "5203170303950002", "Amaq Siti", "spouse",
    )  # fmt: skip
    assert letter.head.splitlines()[-2:] == ["KANTOR DESA KORLEKO", "Jalan Raya Korleko 1"]
    assert "Hubungan : suami dari yang akan berangkat" in letter.body
    assert "untuk bekerja di Taiwan" in letter.body
    assert NIK not in letter.body
    event = AuditEvent.objects.get()
    assert (event.act, event.record_id, "signer_name" in event.fields) == (Act.CREATED, str(letter.pk), True)


@pytest.mark.parametrize(
    ("withdrawn", "said"), [(False, "Indonesia (UU 1/2020 Pasal 2)"), (True, "Indonesia (yang berlaku)")]
)
def test_letter_names_the_article_that_the_fact_says(sari, siti, withdrawn, said):
    FactFactory(code="law-family-permission", value="UU 1/2020 Pasal 2", is_withdrawn=withdrawn)

    assert said in prepare(sari, siti).body


def test_signer_may_be_somebody_who_stands_in_no_registry(sari):
    siti = candidate(sari, marital="divorced", relation="relative")
    birth = PartialDate(dt.date(1960, 1, 1), "year")

    written = {"name": "Inaq {nik}", "nik": "5203174101600001", "birth": birth, "address": "Sakra"}

    letter = prepare(sari, siti, leave_for(siti, signer_id=None, kinship="parent", **written))

    assert (letter.state, letter.signer, letter.signer_birth) == ("waiting", None, birth)
    # What people type fills no place of the letter.
    assert "Nama : Inaq (nik)" in letter.body


def test_refused_letter_is_kept_with_its_reason_and_day(sari, siti):
    letter = prepare(sari, siti, leave_for(siti, is_present=False))

    assert (letter.state, letter.refusal, letter.refused_on, letter.body) == ("refused", "absent", TODAY, "")
    assert list(Letter.objects.refused_between(TODAY, TODAY)) == [letter]


def test_minor_is_refused_even_without_a_journey(sari):
    child = candidate(sari, birth_on=dt.date(2009, 11, 22), marital="single", relation="child")
    child.trips.all().delete()

    assert prepare(sari, child, leave_for(child, kinship="parent")).refusal == "minor"


def test_somebody_who_has_left_the_family_gets_no_letter(sari, siti):
    siti.left_on, siti.left_precision, siti.left_how, siti.left_known_at = TODAY, "day", "moved", timezone.now()
    siti.save()

    with pytest.raises(ValidationError, match="keluar dari keluarganya"):
        prepare(sari, siti)


def test_traveller_does_not_give_leave_to_herself(sari, siti):
    assert prepare(sari, siti, leave_for(siti, signer_id=siti.pk)).refusal == "self"
    written = leave_for(siti, signer_id=None, name="Siti", nik=NIK, birth=PartialDate(dt.date(1998, 5, 17), "day"))
    assert prepare(sari, siti, written).refusal == "self"


def test_signer_of_another_village_is_not_found(sari, siti, budi):
    stranger = candidate(budi)

    with pytest.raises(Person.DoesNotExist):
        prepare(sari, siti, leave_for(siti, signer_id=stranger.pk))


@pytest.mark.parametrize(
    ("entry", "said"),
    [(RETURNED, "Catat dulu kepulangannya"), (MARRIED, "Di data tercatat cerai hidup")],
)
def test_letter_that_the_registry_does_not_carry_asks_to_put_it_right(sari, entry, said):
    siti = candidate(sari, marital="divorced", relation="relative")

    with pytest.raises(ValidationError, match=said):
        prepare(sari, siti, entry)

    assert Letter.objects.count() == 0


def test_letter_of_return_tells_of_the_last_journey(sari, siti):
    steps = {"departed": dt.date(2024, 3, 1), "returned": dt.date(2026, 11, 2)}
    for step, on in steps.items():
        told = {f"{step}_on": on, f"{step}_precision": "day", f"{step}_known_at": "2026-11-02T00:00Z"}
        siti.trips.update(**told)

    assert "bekerja di Taiwan dan sudah pulang ke desa pada 2 November 2026." in prepare(sari, siti, RETURNED).body


def test_letter_has_the_words_and_the_paper_of_its_kabupaten(sari, siti):
    LetterheadFactory(lines="BUPATI {kabupaten}", font_pt=13, margin_mm=30)
    LetterWordingFactory(kind="marital", title="Surat Kawin", body="{nama}, {nik}: {status}")

    letter = prepare(sari, siti, MARRIED)

    assert (letter.head, letter.font_pt, letter.margin_mm) == ("BUPATI KABUPATEN LOMBOK TIMUR", 13, 30)
    assert (letter.title, letter.body) == ("Surat Kawin", "Siti, {nik}: kawin")


def test_letter_is_corrected_until_it_is_signed(sari, mahdi, siti):
    letter = prepare(sari, siti, COVER)
    back = actions.send_back_letter(by=mahdi, letter_id=letter.pk, version=1, reason="Keperluannya keliru")
    other = COVER.__class__(COVER.kind, addressee="Kepala BP3MI", purpose="mengurus paspor", enclosed="KTP")

    right = actions.correct_letter(by=sari, letter_id=letter.pk, version=2, entry=other, today=TODAY)

    assert (back.state, right.state, right.sent_back_reason, right.version) == ("sent_back", "waiting", "", 3)
    assert "Kepada Yth. Kepala BP3MI" in right.body
    sign(mahdi, right)
    with pytest.raises(ValidationError, match="tidak dapat diubah"):
        actions.correct_letter(by=sari, letter_id=letter.pk, version=4, entry=COVER, today=TODAY)


def test_refusal_by_mistake_is_taken_back_and_counts_no_longer(sari, siti):
    letter = prepare(sari, siti, leave_for(siti, is_present=False))

    gone = actions.cancel_letter(by=sari, letter_id=letter.pk, version=1)
    counted = Letter.objects.refused_between(TODAY, TODAY).count()
    again = actions.restore_letter(by=sari, letter_id=letter.pk, version=2)

    assert (gone.state, counted, again.state) == ("cancelled", 0, "refused")


def test_waiting_letter_is_given_up_and_brought_back(sari, siti):
    letter = prepare(sari, siti)

    gone = actions.cancel_letter(by=sari, letter_id=letter.pk, version=1)
    again = actions.restore_letter(by=sari, letter_id=letter.pk, version=2)

    assert (gone.state, again.state) == ("cancelled", "waiting")


def test_numbered_letter_is_never_given_up(sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))

    with pytest.raises(ValidationError, match="ditarik dengan alasan"):
        actions.cancel_letter(by=sari, letter_id=letter.pk, version=2)


def test_print_is_noted_like_a_number_that_is_shown(sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))

    actions.print_letter(by=sari, letter_id=letter.pk)
    actions.print_letter(by=mahdi, letter_id=letter.pk)

    assert list(LetterPrint.objects.values_list("printed_by", flat=True)) == [sari.pk, mahdi.pk]
    event = AuditEvent.objects.filter(act=Act.PRINTED).first()
    assert (event.record_id, event.fields, event.reason) == (str(letter.pk), ["nik"], "surat")


def test_letter_that_nobody_signed_is_not_printed(sari):
    letter = LetterFactory()

    with pytest.raises(ValidationError):
        actions.print_letter(by=letter.prepared_by, letter_id=letter.pk)


@pytest.mark.parametrize("who", ["mahdi", "rina", "budi"])
def test_only_the_villages_officer_prepares(request, siti, who):
    with pytest.raises((PermissionDenied, Person.DoesNotExist)):
        prepare(request.getfixturevalue(who), siti)


def test_second_editor_is_told(sari, siti):
    letter = prepare(sari, siti, COVER)

    with pytest.raises(StaleVersion):
        actions.correct_letter(by=sari, letter_id=letter.pk, version=9, entry=COVER, today=TODAY)
    with pytest.raises(StaleVersion):
        actions.cancel_letter(by=sari, letter_id=letter.pk, version=9)


def test_seen_nothing_is_refused(sari, siti):
    nothing = dict.fromkeys(SEEN, False) | {"consent": "given"}

    assert prepare(sari, siti, leave_for(siti, **nothing)).refusal == "absent"
