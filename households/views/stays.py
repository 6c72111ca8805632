"""Joining, leaving and moving in words, for the lines of a person and of a family through time."""

from itertools import pairwise

from households.choices import JoinedHow, LeftHow, MemberMoveReason
from households.views.noters import noter_of
from households.views.presenting import moment_in_words, recorded_in_words

JOINED = {
    JoinedHow.BORN: "Lahir, menjadi anggota keluarga",
    JoinedHow.MARRIED: "Menikah masuk ke keluarga ini",
    JoinedHow.MOVED: "Pindah masuk ke keluarga ini",
    JoinedHow.ADOPTED: "Menjadi anak angkat atau anak asuh",
    JoinedHow.CAME_BACK: "Kembali ke keluarga ini",
}
WENT_OVER = {
    MemberMoveReason.MARRIED: "Menikah, pindah ke keluarga lain di desa yang sama",
    MemberMoveReason.FOLLOWED: "Ikut keluarga lain di desa yang sama",
    MemberMoveReason.OTHER: "Pindah ke keluarga lain di desa yang sama",
}
CAME_OVER = {
    MemberMoveReason.MARRIED: "menikah masuk dari keluarga lain di desa ini",
    MemberMoveReason.FOLLOWED: "ikut keluarga ini, dari keluarga lain di desa ini",
    MemberMoveReason.OTHER: "pindah masuk dari keluarga lain di desa ini",
}
# What the line of a stay that is over reads beside it.
OF_STAYS = ("village", "member_move__moved_by")


def person_stays(person) -> list[tuple]:
    """When somebody joined, was away, left, or came to another family or village: days, ranks and events.

    The person must be marked with his stays, so that whoever never moved costs no query.
    """
    events = []
    if person.joined_on is not None:
        title = JOINED.get(person.joined_how, "Menjadi anggota keluarga")
        events.append(_joined(person, title))
    for absence in person.absences.select_related("noted_by") if person.was_away else ():
        events.append(_left(absence, person))
        back = (absence.back_on, absence.back_precision, "Kembali menjadi anggota", absence.back_known_at, "done")
        events.append(_event(*back, by=absence.noted_by.full_name))
    stays = person.past_memberships.with_noters().select_related(*OF_STAYS) if person.was_elsewhere else ()
    for stay, following in pairwise([*stays, person]):
        move = getattr(stay, "member_move", None)
        if move is not None:
            events.append(_went_over(move, stay.until, WENT_OVER[move.reason]))
            continue
        if stay.village_id != following.village_id:
            title = f"Pindah bersama keluarga dari {stay.village.title}"
        else:
            title = "Pindah ke keluarga lain di desa yang sama"
        events.append(_moved(stay, title))
    if person.left_on is not None:
        events.append(_left(person, person))
    return events


def members_stays(household) -> list[tuple]:
    """Who came and went after the family was registered; its members and rare kinds must be at hand.

    Who had joined another family of the village before he came here did not join this one.
    """
    moves = household.member_moves_told
    came = {move.person_id: move.stay.until for move in moves if move.to_household_id == household.pk}
    events = []
    for person in household.members.all():
        since = came.get(person.pk, household.registered_on)
        if person.joined_on is not None and person.joined_on >= since:
            title = f"{person.name}: {JOINED.get(person.joined_how, 'menjadi anggota').lower()}"
            events.append(_joined(person, title))
        if person.left_on is not None and person.left_how != LeftHow.MISTAKE:
            on, rank, event = _left(person, person)
            events.append((on, rank, {**event, "title": f"{person.name}: {event['title'].lower()}"}))
    return events + [_passed(move, household) for move in moves]


def _passed(move, household) -> tuple:
    """A member who came from another family, or went to one; of who lives in another village now no name is read."""
    comes = move.to_household_id == household.pk
    told = CAME_OVER[move.reason] if comes else _small(WENT_OVER[move.reason])
    is_here = move.person.village_id == household.village_id
    title = f"{move.person.name if is_here else 'Seorang anggota'}: {told}"
    on, rank, event = _went_over(move, move.stay.until, title, kind="done" if comes else "plain")
    other = move.stay.household if comes else move.to_household
    reachable = other.village_id == household.village_id
    return on, rank, event | ({"url": other.get_absolute_url()} if reachable else {})


def household_moves(household) -> list[tuple]:
    """Moves from other villages, and splits; the family must be marked with its moves and have its rare kinds."""
    events = []
    if household.was_elsewhere:
        for stay in household.past_residences.with_noters().select_related("village"):
            events.append(_moved(stay, f"Pindah ke sini dari {stay.village.title}"))
    for split in household.splits_told:
        begins = split.new_household_id == household.pk
        other = split.household if begins else split.new_household
        title = "Memisahkan diri dari keluarga lain" if begins else "Sebagian anggota menjadi keluarga baru"
        split_at = (split.split_on, split.split_precision, title, split.known_at, "info")
        on, rank, event = _event(*split_at, by=split.split_by.full_name)
        # What has moved to another village since is not read here.
        reachable = other.village_id == household.village_id
        events.append((on, rank, event | ({"url": other.get_absolute_url()} if reachable else {})))
    return events


def _went_over(move, on, title: str, *, kind: str = "info") -> tuple:
    return _event(on, move.moved_precision, title, move.known_at, kind, by=move.moved_by.full_name)


def _moved(stay, title: str) -> tuple:
    """A move of the whole family, or a split: when, and by whom where the rows of either tell."""
    text = f"oleh {stay.noter}" if stay.noter else ""
    return (
        stay.until,
        2,
        {"when": moment_in_words(stay.until, stay.precision), "title": title, "text": text, "kind": "info"},
    )


def _joined(person, title: str) -> tuple:
    by = noter_of(person, "joined_on", person.joined_known_at)
    return _event(person.joined_on, person.joined_precision, title, person.joined_known_at, "done", by=by)


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _left(stay, person) -> tuple:
    """The end of a membership, of the present one or of one before somebody came back."""
    if stay.left_how == LeftHow.MISTAKE:
        title = "Catatan sebagai anggota ternyata keliru"
    else:
        title = f"Keluar dari keluarga: {stay.get_left_how_display().lower()}"
    by = noter_of(person, "left_on", stay.left_known_at)
    return _event(stay.left_on, stay.left_precision, title, stay.left_known_at, "plain", by=by)


def _event(on, precision, title, known_at, kind, *, by: str) -> tuple:
    when, text = moment_in_words(on, precision), recorded_in_words(known_at, by)
    return on, 2, {"when": when, "title": title, "text": text, "kind": kind}
