"""Rows of people who left: the office's list may still have who has died, gone away, or belongs to another family now.

Nobody is brought back or changed by such a row. It goes to review with what this village's registry knows and what is
to be done; where the row says plainly that somebody is back, the officer is asked.
"""

from collections import defaultdict

from households.choices import ClosingReason, LeftHow, Relation
from households.imports.matching import Draft
from households.imports.outcomes import Question
from households.imports.registry import Registry
from toolkit.dates import PartialDate

DEAD = "Orang ini tercatat meninggal{}. Bila keliru, tarik dulu catatan meninggalnya di halaman orangnya."
LEFT = (
    "Orang ini tercatat keluar dari keluarganya: {}{}. Bila sudah kembali, catat dulu kembalinya di halaman orangnya."
)
NEVER_MEMBER = "Orang ini tercatat keliru sejak awal. Bila ternyata anggota, tarik dulu catatan keluarnya."
MOVED_OUT = (
    "Keluarga orang ini pindah dari desa ini ke {}{}. Bila sudah kembali, minta petugas di sana menawarkan pindahnya."
)
CLOSED_FAMILY = "Keluarga ini sudah ditutup. Buka kembali dulu bila memang masih di desa."
CLOSED_TWICE = (
    "Keluarga ini ditutup karena tercatat dua kali. Betulkan Nomor KK di berkas menurut keluarga yang satunya."
)
CLOSED_MERGED = "Keluarga ini ditutup karena bergabung dengan keluarga lain. Betulkan Nomor KK di berkas."
CLOSED_WITH = {ClosingReason.TWICE: CLOSED_TWICE, ClosingReason.MERGED: CLOSED_MERGED}
# After these a family that stands in the office's list may well be back; a family recorded twice is not.
MAY_COME_BACK = {ClosingReason.MOVED, ClosingReason.OTHER}
ASK_PERSON = "{} tercatat keluar dari keluarganya: {}{}. Apakah sudah kembali ke keluarga ini?"
ASK_FAMILY = "Keluarga {} ditutup{}: {}. Apakah sudah kembali ke desa ini?"


def leave_those_gone(drafts: list[Draft], registry: Registry, *, all_back: bool = False) -> list[Question]:
    """Send the rows of those who left to review; the answer is what the officer may be asked about them.

    `all_back` is how the rows stand once every question is answered with yes. Rows of the portal's own table name
    people by its own key, the late ones too, and claim nothing about who is here.
    """
    questions, families = [], defaultdict(list)
    for draft in drafts:
        if not draft.row.is_live:
            continue
        if draft.household_id in registry.closed:
            families[draft.household_id].append(draft)
        if draft.row.person_key:
            continue
        if draft.person is None:
            _leave_moved(draft, registry)
        elif draft.person.died_on is not None:
            draft.doubts = [DEAD.format(_when(draft.person.died_on, draft.person.died_precision))]
        elif draft.person.left_on is not None:
            questions += _leave_left(draft, registry, all_back)
    for household_id, family in families.items():
        questions += _leave_closed(household_id, family, registry, all_back)
    return questions


def _leave_moved(draft: Draft, registry: Registry) -> None:
    """Who is in no family of the village by this row, but was in one, or moved out with one."""
    row = draft.row
    out = registry.moved_out.get(row.nik) if row.nik else None
    if out is None and draft.household_id is None and not registry.by_card.get(row.card):
        out = registry.moved_out.get(row.card)
    if out is not None:
        draft.doubts.append(MOVED_OUT.format(out.place, _when(out.on, out.precision)))


def _leave_left(draft: Draft, registry: Registry, all_back: bool) -> list[Question]:
    person = draft.person
    if person.left_how == LeftHow.MISTAKE:
        draft.doubts = [NEVER_MEMBER]
        return []
    how, when = LeftHow(person.left_how).label.lower(), _when(person.left_on, person.left_precision)
    # In a closed family the family comes first: somebody cannot be back where nobody is.
    card = registry.households[person.household_id].family_card_number
    if draft.doubts or draft.row.card != card or draft.household_id in registry.closed:
        draft.doubts = [LEFT.format(how, when)]
        return []
    if not all_back:
        draft.doubts = [LEFT.format(how, when)]
    words = ASK_PERSON.format(person.name, how, when)
    return [Question(draft.row.number, words, (draft.row.number,), person_id=person.id, version=person.version)]


def _leave_closed(household_id, family: list[Draft], registry: Registry, all_back: bool) -> list[Question]:
    closing = registry.closed[household_id]
    here = [draft for draft in family if not draft.doubts]
    known = [draft for draft in here if draft.person is not None]
    asks = bool(known) and closing.reason in MAY_COME_BACK
    for draft in family:
        if not (asks and all_back):
            draft.doubts.append(CLOSED_WITH.get(closing.reason, CLOSED_FAMILY))
    if not asks:
        return []
    speaker = next((draft for draft in known if draft.row.relation == Relation.HEAD), known[0])
    when, reason = _when(closing.on, closing.precision), ClosingReason(closing.reason).label
    words = ASK_FAMILY.format(speaker.person.name, when, reason[0].lower() + reason[1:])
    rows = tuple(draft.row.number for draft in here)
    version = registry.households[household_id].version
    return [Question(speaker.row.number, words, rows, household_id=household_id, version=version)]


def _when(on, precision) -> str:
    """' pada 3 Maret 2025', or nothing where the day is not known."""
    known = PartialDate.within(on, precision)
    return f" pada {known}" if known else ""
