"""What the village's post did for somebody, along a line: visits, calls to the family, referrals and letters."""

from django.utils import timezone

from accounts.roles import Verb
from infopost.call_choices import Said
from infopost.letter_choices import LetterKind, LetterState
from infopost.models import FamilyCall, Letter, Referral, Service
from infopost.service_choices import Topic
from monitoring.stories.chapters import Chapter
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import inside

# So many of each fit the paper; the post's own page leads to all of them.
MOST = 10


def of_person(person, reader) -> Chapter:
    """The last of each kind that `reader` may read, in the order they happened; what was a mistake is left out."""
    told = [*_services(person, reader), *_calls(person, reader), *_referrals(person, reader), *_letters(person, reader)]
    return Chapter("Di pos desa", events=tuple(event for _, event in sorted(told, key=lambda one: one[0])))


def _services(person, reader):
    rows = Service.objects.visible_to(reader).standing().filter(person=person, village=person.village_id)
    for one in rows.select_related("noted_by")[:MOST]:
        title = f"Dilayani pos: {inside(Topic(one.topic).label)}"
        yield _event(one.happened_on, title, f"{one.get_given_display()} · {one.noted_by.full_name}")


def _calls(person, reader):
    rows = FamilyCall.objects.visible_to(reader).standing().filter(trip__person=person, village=person.village_id)
    for one in rows.select_related("noted_by")[:MOST]:
        yield _event(one.called_on, f"Keluarga dihubungi: {inside(Said(one.said).label)}", one.noted_by.full_name)


def _referrals(person, reader):
    rows = Referral.objects.visible_to(reader).filter(trip__person=person, withdrawn_at=None)
    for one in rows.select_related("referred_by")[:MOST]:
        answer = inside(one.get_answer_display()) if one.answer else "belum dijawab"
        yield _event(one.referred_on, f"Dirujuk ke {one.office_words}", f"{answer} · {one.referred_by.full_name}")


def _letters(person, reader):
    if not reader.may(Verb.READ_LETTERS):
        return
    given = [LetterState.SIGNED, LetterState.WITHDRAWN]
    rows = Letter.objects.visible_to(reader).filter(person=person, state__in=given)
    for one in rows.select_related("signed_by")[:MOST]:
        title, by = LetterKind(one.kind).label, one.signed_by.full_name
        yield _event(one.signed_on, f"{title} diberikan", f"nomor {one.number} · ditandatangani {by}")
        if one.state == LetterState.WITHDRAWN:
            known = date_in_words(timezone.localdate(one.withdrawn_at))
            yield _event(one.withdrawn_on, f"{title} ditarik", f"nomor {one.number} · tercatat {known}", "wrong")


def _event(day, title: str, text: str, kind: str = "plain"):
    return day, {"when": date_in_words(day), "title": title, "text": text, "kind": kind}
