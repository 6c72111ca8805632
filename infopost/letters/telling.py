"""A letter in words for a page: its state as a chip, what happened to it, and what can be done with it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from infopost.letter_choices import LetterKind, LetterState, Refusal
from infopost.models import Letter
from infopost.rules.letters import words_of
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import clock

CHIPS = {
    LetterState.WAITING: ("wait", "clock"),
    LetterState.SENT_BACK: ("wait", "return"),
    LetterState.SIGNED: ("done", "check"),
    LetterState.WITHDRAWN: ("wrong", "close"),
    LetterState.REFUSED: ("wrong", "alert"),
    LetterState.CANCELLED: ("plain", "close"),
}
# The page on which a letter of each kind is prepared.
PAGES = {
    LetterKind.FAMILY: "infopost:letter_family",
    LetterKind.MARITAL: "infopost:letter_marital",
    LetterKind.COVER: "infopost:letter_cover",
    LetterKind.RETURN: "infopost:letter_return",
}


@dataclass(frozen=True)
class Chip:
    """The state of a letter: colour, sign and word together."""

    kind: str
    sign: str
    word: str


@dataclass(frozen=True)
class LetterAct:
    """Something that can be done with a letter."""

    label: str
    url: str
    sign: str


def chip_of(letter: Letter) -> Chip:
    """How far the letter is."""
    return Chip(*CHIPS[LetterState(letter.state)], letter.get_state_display())


def refusal_in_words(letter: Letter) -> str:
    """What the family is told about a refusal."""
    return words_of(letter.refusal, name=letter.person.name)


def acts_for(letter: Letter, user) -> list[LetterAct]:
    """What this user can do with the letter, the most likely first."""
    prepares, signs = user.may(Verb.GIVE_LETTERS), user.may(Verb.SIGN_LETTERS)
    sign = _act(letter, "letter_sign", "Periksa dan tanda tangani", "edit")
    change = _act(letter, "letter_change", "Perbaiki", "edit")
    cancel = _act(letter, "letter_cancel", "Batalkan", "close")
    found = {
        LetterState.WAITING: [*([sign] if signs else []), *([change, cancel] if prepares else [])],
        LetterState.SENT_BACK: [
            *([change, cancel] if prepares else []),
            *([_act(letter, "letter_sign", "Tidak jadi dikembalikan", "return")] if signs else []),
        ],
        LetterState.SIGNED: [_act(letter, "letter_withdraw", "Tarik surat", "close")] if prepares or signs else [],
        LetterState.WITHDRAWN: [_act(letter, "letter_withdraw", "Penarikan keliru", "return")]
        if prepares or signs
        else [],
        LetterState.REFUSED: [
            LetterAct("Buat lagi", reverse(PAGES[LetterKind(letter.kind)], args=[letter.person_id]), "plus"),
            _act(letter, "letter_cancel", "Penolakan keliru", "return"),
        ]
        if prepares
        else [],
        LetterState.CANCELLED: [_act(letter, "letter_cancel", "Pembatalan keliru", "return")] if prepares else [],
    }
    return found[LetterState(letter.state)]


def history_of(letter: Letter, prints) -> list[dict]:
    """What happened to the letter, in order; who printed it stands at the end."""
    told = f"disiapkan {letter.prepared_by.full_name}"
    events = [_event(letter.known_at, "Surat disiapkan" if not letter.refusal else "Surat ditolak", told, "plain")]
    if letter.refusal:
        events[0] |= {"text": f"{Refusal(letter.refusal).label} · dicatat {letter.prepared_by.full_name}"}
    if letter.sent_back_at:
        events.append(_event(letter.sent_back_at, "Dikembalikan kepala desa", letter.sent_back_reason, "wait"))
    if letter.signed_at:
        events.append(_event(letter.signed_at, f"Ditandatangani, nomor {letter.number}", letter.signed_by.full_name))
    if letter.withdrawn_at:
        why = f"{letter.withdrawn_reason} · {letter.withdrawn_by.full_name}"
        events.append(_event(letter.withdrawn_at, "Ditarik, tidak berlaku lagi", why, "wrong"))
    events += [_event(one.printed_at, "Dicetak", one.printed_by.full_name, "info") for one in prints]
    return events


def _event(at, title: str, text: str, kind: str = "done") -> dict:
    local = timezone.localtime(at)
    return {"when": f"{date_in_words(local.date())}, {clock(local)}", "title": title, "text": text, "kind": kind}


def _act(letter, name: str, label: str, sign: str) -> LetterAct:
    return LetterAct(label, reverse(f"infopost:{name}", args=[letter.pk]), sign)
