"""Letters that wait: for the head's hand, and those that he sent back to the officer."""

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import TruncDate
from django.urls import reverse

from households.duties.declaring import Duty, DutyLine, Reason, days_after
from households.duties.families import home_of
from households.models import TripDocument
from infopost.letter_choices import DOCUMENT_OF, LetterState
from infopost.models import Letter
from toolkit.templatetags.indonesian import inside

# Whoever waits for a letter comes to the village for it; two days are long.
DAYS_TO_SIGN = 2
# Whoever is on the way to an office asks what is missing; a week is early enough.
DAYS_TO_NOTE = 7


def _waiting(user, day):
    return _at_home(user).waiting().filter(prepared_on__lte=day).annotate(since=F("prepared_on"))


def _sent_back(user, day):
    return _at_home(user).sent_back().annotate(since=TruncDate("sent_back_at"))


def _unnoted(user, day):
    """Signed letters of a journey that is prepared, whose paper nobody has noted in the registry since.

    Signing notes it in the name of the officer who prepared it; where he no longer keeps the village, it waits here.
    """
    known = TripDocument.objects.visible_to(user).filter(
        trip=OuterRef("trip"), kind=OuterRef("kind"), known_at__gte=OuterRef("signed_at")
    )
    signed = _at_home(user).filter(state=LetterState.SIGNED, kind__in=DOCUMENT_OF, signed_on__lte=day)
    prepared = signed.filter(trip__departed_on=None, trip__returned_on=None, trip__cancelled_on=None)
    return prepared.filter(~Exists(known), trip__isnull=False).annotate(since=F("signed_on"))


def _at_home(user):
    """Of people who still live in the village that prepared the letter."""
    return Letter.objects.visible_to(user).filter(person__village=F("village"))


def _line(letter, *, facts: str, act: str, page: str, why=()) -> DutyLine:
    url = reverse(f"infopost:{page}", args=[letter.pk])
    where = home_of(letter.person.household)
    return DutyLine(letter.person.name, facts, letter.get_absolute_url(), act, url, tuple(why), where)


def _unsigned(letter, day):
    facts = f"{inside(letter.get_kind_display())} menunggu kepala desa"
    return _line(letter, facts=facts, act="Lihat surat", page="letter_detail")


def _to_correct(letter, day):
    facts = f"{inside(letter.get_kind_display())} dikembalikan kepala desa"
    url = reverse("infopost:letter_change", args=[letter.pk])
    why = [Reason(letter.sent_back_reason, "Perbaiki", url)]
    return _line(letter, facts=facts, act="Perbaiki", page="letter_change", why=why)


def _to_note(letter, day):
    page = reverse("infopost:paper_note", args=[letter.trip_id, DOCUMENT_OF[letter.kind].value])
    facts = f"{inside(letter.get_kind_display())} nomor {letter.number}"
    where = home_of(letter.person.household)
    return DutyLine(letter.person.name, facts, letter.get_absolute_url(), "Catat suratnya", page, where=where)


DUTIES = (
    Duty(
        "surat-belum-dicatat",
        "Surat sudah ditandatangani, belum tercatat di berkas",
        "Belum ada yang mencatatnya sejak ditandatangani. Catat suratnya di berkas calon PMI.",
        rows=_unnoted,
        line=_to_note,
        household="person__household",
        joined=("person__household",),
        due=days_after(DAYS_TO_NOTE),
        noun="surat",
    ),
    Duty(
        "surat-dikembalikan",
        "Surat dikembalikan kepala desa",
        "Baca alasannya, perbaiki suratnya, lalu ajukan lagi.",
        rows=_sent_back,
        line=_to_correct,
        household="person__household",
        joined=("person__household",),
        due=days_after(DAYS_TO_SIGN),
        noun="surat",
    ),
    Duty(
        "surat-menunggu",
        "Surat menunggu tanda tangan",
        "Ingatkan kepala desa: ada surat yang menunggu tanda tangannya.",
        rows=_waiting,
        line=_unsigned,
        household="person__household",
        joined=("person__household",),
        due=days_after(DAYS_TO_SIGN),
        gathered="surat menunggu tanda tangan kepala desa",
        noun="surat",
    ),
)
