"""What the village's post did for somebody, along a line: visits, calls to the family, referrals and letters."""

from django.utils import timezone

from accounts.roles import Verb
from infopost.call_choices import Said
from infopost.letter_choices import LetterKind, LetterState
from infopost.models import FamilyCall, Letter, Referral, Service
from infopost.service_choices import Topic
from monitoring.stories.chapters import Chapter
from toolkit.dates import date_in_words
from toolkit.records import Asked, read_together
from toolkit.templatetags.indonesian import inside

# So many of each fit the paper; the post's own page leads to all of them.
MOST = 10
NOTED, GIVEN = frozenset({"noted_by"}), (LetterState.SIGNED, LetterState.WITHDRAWN)


def of_person(person, reader) -> Chapter:
    """The last of each kind that `reader` may read, in the order they happened; what was a mistake is left out."""
    asked = {
        _services: Asked(_of_post(Service, reader).filter(person=person, village=person.village_id), NOTED),
        _calls: Asked(_of_post(FamilyCall, reader).filter(trip__person=person, village=person.village_id), NOTED),
        _referrals: Asked(
            Referral.objects.visible_to(reader).filter(trip__person=person, withdrawn_at=None),
            frozenset({"referred_by"}),
        ),
    }
    if reader.may(Verb.READ_LETTERS):
        given = Letter.objects.visible_to(reader).filter(person=person, state__in=GIVEN)
        asked[_letters] = Asked(given, frozenset({"signed_by"}))
    found = read_together(list(asked.values()))
    told = [event for tell, rows in zip(asked, found, strict=True) for event in tell(rows[:MOST])]
    return Chapter("Di pos desa", events=tuple(event for _, event in sorted(told, key=lambda one: one[0])))


def _of_post(model, reader):
    return model.objects.visible_to(reader).standing()


def _services(rows):
    for one in rows:
        title = f"Dilayani pos: {inside(Topic(one.topic).label)}"
        yield _event(one.happened_on, title, f"{one.get_given_display()} · {one.noted_by.full_name}")


def _calls(rows):
    for one in rows:
        yield _event(one.called_on, f"Keluarga dihubungi: {inside(Said(one.said).label)}", one.noted_by.full_name)


def _referrals(rows):
    for one in rows:
        answer = inside(one.get_answer_display()) if one.answer else "belum dijawab"
        yield _event(one.referred_on, f"Dirujuk ke {one.office_words}", f"{answer} · {one.referred_by.full_name}")


def _letters(rows):
    for one in rows:
        title, by = LetterKind(one.kind).label, one.signed_by.full_name
        yield _event(one.signed_on, f"{title} diberikan", f"nomor {one.number} · ditandatangani {by}")
        if one.state == LetterState.WITHDRAWN:
            known = date_in_words(timezone.localdate(one.withdrawn_at))
            yield _event(one.withdrawn_on, f"{title} ditarik", f"nomor {one.number} · tercatat {known}", "wrong")


def _event(day, title: str, text: str, kind: str = "plain"):
    return day, {"when": date_in_words(day), "title": title, "text": text, "kind": kind}
