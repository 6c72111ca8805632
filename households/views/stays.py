"""Joining, leaving and moving in words, for the lines of a person and of a family through time."""

from itertools import pairwise

from households.choices import JoinedHow, LeftHow
from households.views.presenting import moment_in_words, recorded_in_words

JOINED = {
    JoinedHow.BORN: "Lahir, menjadi anggota keluarga",
    JoinedHow.MARRIED: "Menikah masuk ke keluarga ini",
    JoinedHow.MOVED: "Pindah masuk ke keluarga ini",
    JoinedHow.ADOPTED: "Menjadi anak angkat atau anak asuh",
    JoinedHow.CAME_BACK: "Kembali ke keluarga ini",
}


def person_stays(person) -> list[tuple]:
    """When somebody joined, was away, left, or came to another family or village: days, ranks and events.

    The person must be marked with his stays, so that whoever never moved costs no query.
    """
    events = []
    if person.joined_on is not None:
        title = JOINED.get(person.joined_how, "Menjadi anggota keluarga")
        events.append(_event(person.joined_on, person.joined_precision, title, person.joined_known_at, "done"))
    for absence in person.absences.all() if person.was_away else ():
        events.append(_left(absence))
        title = "Kembali menjadi anggota"
        events.append(_event(absence.back_on, absence.back_precision, title, absence.back_known_at, "done"))
    stays = person.past_memberships.select_related("village") if person.was_elsewhere else ()
    for stay, following in pairwise([*stays, person]):
        if stay.village_id != following.village_id:
            title = f"Pindah bersama keluarga dari {stay.village.title}"
        else:
            title = "Pindah ke keluarga lain di desa yang sama"
        events.append((stay.until, 2, {"when": moment_in_words(stay.until, "day"), "title": title, "kind": "info"}))
    if person.left_on is not None:
        events.append(_left(person))
    return events


def members_stays(household) -> list[tuple]:
    """Who came and went after the family was registered; members must be prefetched."""
    events = []
    for person in household.members.all():
        if person.joined_on is not None and person.joined_on >= household.registered_on:
            title = f"{person.name}: {JOINED.get(person.joined_how, 'menjadi anggota').lower()}"
            events.append(_event(person.joined_on, person.joined_precision, title, person.joined_known_at, "done"))
        if person.left_on is not None and person.left_how != LeftHow.MISTAKE:
            on, rank, event = _left(person)
            events.append((on, rank, {**event, "title": f"{person.name}: {event['title'].lower()}"}))
    return events


def household_moves(household) -> list[tuple]:
    """Moves from other villages, and splits; the family must be marked with its moves."""
    events = []
    if household.was_elsewhere:
        for stay in household.past_residences.select_related("village"):
            title = f"Pindah ke sini dari {stay.village.title}"
            events.append((stay.until, 2, {"when": moment_in_words(stay.until, "day"), "title": title, "kind": "info"}))
    for split in household.all_splits().select_related("new_household", "household") if household.was_split else ():
        begins = split.new_household_id == household.pk
        other = split.household if begins else split.new_household
        title = "Memisahkan diri dari keluarga lain" if begins else "Sebagian anggota menjadi keluarga baru"
        on, rank, event = _event(split.split_on, split.split_precision, title, split.known_at, "info")
        # What has moved to another village since is not read here.
        reachable = other.village_id == household.village_id
        events.append((on, rank, event | ({"url": other.get_absolute_url()} if reachable else {})))
    return events


def _left(stay) -> tuple:
    if stay.left_how == LeftHow.MISTAKE:
        title = "Catatan sebagai anggota ternyata keliru"
    else:
        title = f"Keluar dari keluarga: {stay.get_left_how_display().lower()}"
    return _event(stay.left_on, stay.left_precision, title, stay.left_known_at, "plain")


def _event(on, precision, title, known_at, kind) -> tuple:
    when, text = moment_in_words(on, precision), recorded_in_words(known_at)
    return on, 2, {"when": when, "title": title, "text": text, "kind": kind}
