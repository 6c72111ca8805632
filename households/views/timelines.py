"""The life of a family and of a person as lines through time, in words."""

from django.utils import timezone

from households.choices import Stage
from households.rules.clearing import in_force
from households.rules.journeys import life_line
from households.views.children import caregiver_in_words
from households.views.journey_lines import lines_of, planned_lines
from households.views.noters import noter_of
from households.views.presenting import moment_in_words, recorded_in_words, step_line
from households.views.stays import household_moves, members_stays, person_stays
from toolkit.dates import date_in_words


def person_line(person, trips, care=()) -> list[dict]:
    """Every step of every journey and what happened on it, coming and going, who cared for whom, and the death.

    All in the order it happened, and last what is planned; a journey that was taken back whole is left out.
    """
    held = [trip for trip in trips if not trip.is_mistake]
    events = [(step.on, 1, step_line(step)) for step in life_line(held)] + person_stays(person)
    events += [(on, 1, event) for trip in held for on, event in lines_of(trip)]
    events += _cleared(person)
    for one in care:
        events += [(on, 2, event) for on, event in _of_care(one, as_child=one.child_id == person.pk)]
    events += _death(person)
    return [event for _, _, event in sorted(events, key=lambda one: one[:2])] + planned_lines(held)


def _death(person):
    if person.died_on is not None:
        by = noter_of(person, "died_on", person.died_known_at)
        when, text = moment_in_words(person.died_on, person.died_precision), recorded_in_words(person.died_known_at, by)
        yield person.died_on, 3, {"when": when, "title": "Meninggal", "text": text, "kind": "plain"}


def _of_care(one, *, as_child: bool):
    """The beginning and the end of looking after a child, said on the child's page or on the caregiver's."""
    if not one.names_somebody or one.ended_on == one.since_on:
        return
    whom = caregiver_in_words(one, one.person) if as_child else one.child.name
    begin, end = ("Diasuh", "Tidak diasuh lagi oleh") if as_child else ("Mengasuh", "Tidak mengasuh lagi")
    began = (one.since_on, one.since_precision, one.since_known_at, one.recorded_by.full_name)
    yield one.since_on, _care_event(f"{begin} {whom}", *began)
    if one.ended_on:
        by = noter_of(one, "ended_on", one.ended_known_at)
        ended = (one.ended_on, one.ended_precision, one.ended_known_at, by)
        yield one.ended_on, _care_event(f"{end} {whom}", *ended)


def _care_event(title, on, precision, known_at, by) -> dict:
    return {
        "when": moment_in_words(on, precision),
        "title": title,
        "text": recorded_in_words(known_at, by),
        "kind": "plain",
    }


def household_line(household, *, journeys: bool = True) -> list[dict]:
    """Everything that happened to the family and its members, in its order; all of it prefetched and marked.

    Without `journeys` where these are told beside it.
    """
    events = [(household.registered_on, 0, _event(household.registered_on, "Didata", household.created_by, "done"))]
    for visit in household.visits.all():
        event = _event(visit.visited_on, "Diverifikasi saat kunjungan", visit.visited_by, "done", visit.known_at)
        events.append((visit.visited_on, 1, event))
    events += [*_closings(household), *_heads(household)]
    for consent in household.consents.all():
        title = f"Setuju datanya dicatat: {consent.given_by}"
        event = _event(consent.given_on, title, consent.recorded_by, "done", consent.recorded_at)
        events.append((consent.given_on, 1, event))
    events += members_stays(household) + household_moves(household)
    events += _cleared(household)
    events += _needs(household.needs.all())
    for person in household.members.all():
        events += _under_the_name_of(person, [*(_ways(person) if journeys else ()), *_death(person)])
    return [event for _, _, event in sorted(events, key=lambda one: one[:2])]


def _closings(household):
    """When the family was closed and why, and when it came back; what was a mistake is left out."""
    for closing in household.closings.all():
        if closing.reopened_on == closing.closed_on:
            continue
        title = f"Ditutup: {closing.get_reason_display().lower()}"
        event = _event(closing.closed_on, title, closing.closed_by, "wait", closing.closed_known_at)
        yield closing.closed_on, 2, event | {"when": moment_in_words(closing.closed_on, closing.closed_precision)}
        if closing.reopened_on:
            by, known_at = closing.reopened_by, closing.reopened_known_at
            event = _event(closing.reopened_on, "Dibuka kembali", by, "done", known_at)
            when = moment_in_words(closing.reopened_on, closing.reopened_precision)
            yield closing.reopened_on, 3, event | {"when": when}


def _heads(household):
    """Who became the head; of who lives in another village now no name is read."""
    for one in household.head_changes.all():
        name = one.person.name if one.person.village_id == household.village_id else "Seorang anggota"
        event = _event(one.since_on, f"{name}: menjadi kepala keluarga", one.noted_by, "done", one.known_at)
        yield one.since_on, 4, event | {"when": moment_in_words(one.since_on, one.since_precision)}


def _ways(person):
    """Somebody's leaving for work and coming home while he was of this family."""
    for step in life_line([trip for trip in person.trips.all() if not trip.is_mistake]):
        joined = person.joined_on is None or person.joined_on <= step.on
        if step.what != Stage.PROSPECTIVE and joined and (person.left_on is None or step.on <= person.left_on):
            yield step.on, 1, step_line(step)


def _under_the_name_of(person, events):
    """The same events on the family's line: 'Siti Hajar: berangkat · Malaysia'."""
    for on, rank, event in events:
        title = event["title"]
        yield on, rank, event | {"title": f"{person.name}: {title[:1].lower()}{title[1:]}"}


def _cleared(record):
    """What looked wrong and was found right as it is, when, by whom and why."""
    for one in in_force(record):
        day = timezone.localdate(one.cleared_at)
        event = _event(day, f"Sudah dicek, memang begitu: {one.in_sentence}", one.cleared_by, "done")
        yield day, 6, event | {"text": f"{event['text']}: {one.note}"}


def _needs(needs):
    for need in needs:
        kind = need.get_kind_display().lower()
        noted = _event(need.noted_on, f"Menyebut kebutuhan: {kind}", need.noted_by, "plain", need.noted_known_at)
        yield need.noted_on, 4, noted
        if need.met_on is not None:
            met = _event(need.met_on, f"Terpenuhi: {kind}", need.met_by, "done", need.met_known_at)
            yield need.met_on, 5, met | {"when": moment_in_words(need.met_on, need.met_precision)}


def _event(day, title, by, kind, known_at=None) -> dict:
    late = known_at and timezone.localdate(known_at) != day
    texts = [f"oleh {by.full_name}", recorded_in_words(known_at) if late else ""]
    return {"when": date_in_words(day), "title": title, "text": ", ".join(filter(None, texts)), "kind": kind}
