"""Whether the person of a row is already in the registry, and in which household a new one belongs.

By NIK within the village; else by family card, name and birth. What could be two different people is never decided
here: such rows go to review.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from households.imports.registry import KnownPerson, Registry, births_agree, births_differ
from households.imports.rows import Row
from households.rules.dates import birth_to_keep
from toolkit.dates import date_in_words

SAME_NIK = "NIK yang sama ada di baris {}. Pastikan baris mana yang benar."
SAME_PERSON = "Orang yang sama (Nomor KK, nama, tanggal lahir) ada di baris {}."
OTHER_PERSON = "NIK ini sudah terdata di desa ini atas nama dan tanggal lahir lain. Cocokkan dengan Kartu Keluarga."
OTHER_CARD = "Orang ini sudah terdata di desa ini dengan Nomor KK lain. Bila pindah KK, ubah lewat halaman orangnya."
OTHER_NIK = "Orang ini (Nomor KK, nama, tanggal lahir) sudah terdata dengan NIK lain. Cocokkan dengan Kartu Keluarga."
SEVERAL_PEOPLE = "Beberapa orang di keluarga ini bernama sama. Tambahkan atau ubah lewat halaman rumah tangganya."
SEVERAL_HOMES = "Nomor KK ini dipakai beberapa rumah tangga. Tambahkan orang ini lewat halaman rumah tangganya."
SAME_RECORD = "Baris {} menunjuk orang yang sama di data desa. Pastikan baris mana yang benar."
NOBODY = "Kode orang ini tidak ada di desa ini. Kosongkan bila orang ini baru."
OTHER_FAMILY = (
    "Orang ini anggota keluarga lain di desa ini{}. Betulkan Nomor KK di berkas, atau pindahkan lewat halaman orangnya."
)
NAMESAKE = "Nama sama dengan anggota keluarga yang sudah terdata"
ELSEWHERE = "Nama dan tanggal lahir sama dengan orang yang sudah terdata di desa ini"


@dataclass
class Draft:
    """A row on its way to its outcome: `doubts` send it to review; `household_id` None is a household to be made."""

    row: Row
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    person: KnownPerson | None = None
    household_id: object = None

    @property
    def is_settled(self) -> bool:
        """Whether the row may be written."""
        return self.row.is_live and not self.doubts


def match(drafts: list[Draft], registry: Registry) -> dict:
    """Find person and household of each row that may be written.

    The answer names the households without a card number that get one, because a member with NIK came with it.
    """
    mark_doubles(drafts)
    families, told = defaultdict(list), {}
    for draft in drafts:
        if draft.is_settled and draft.row.person_key:
            _match_key(draft, registry, told)
        elif draft.is_settled:
            families[draft.row.card].append(draft)
    for family in families.values():
        for draft in family:
            _match_nik(draft, registry)
    adopted = _adopted(families, registry)
    for card, family in families.items():
        _match_family(family, adopted.get(card), registry)
    _mark_shared_records(drafts)
    return {home: card for card, home in adopted.items()} | told


def mark_doubles(drafts: list[Draft]) -> None:
    """Rows that stand twice: one valid row among them counts, of several valid ones none."""
    by_nik, by_person = defaultdict(list), defaultdict(list)
    for draft in drafts:
        if draft.row.nik:
            by_nik[draft.row.nik].append(draft)
        if draft.row.is_live and not draft.row.person_key:
            by_person[draft.row.card, draft.row.search_name, draft.row.birth].append(draft)
    for twins in by_nik.values():
        live = [draft for draft in twins if draft.row.is_live]
        for draft in twins if len(live) != 1 else [d for d in twins if d is not live[0]]:
            _mark(draft, twins, SAME_NIK)
    for twins in by_person.values():
        with_nik = [draft for draft in twins if draft.row.nik]
        without = [draft for draft in twins if not draft.row.nik]
        if without and len(twins) > 1:
            for draft in without if len(with_nik) == 1 else twins:
                _mark(draft, twins, SAME_PERSON)


def _mark(draft: Draft, twins: list[Draft], sentence: str) -> None:
    others = [str(twin.row.number) for twin in twins if twin is not draft]
    # Rows of people who are all gone are not in doubt: none of them is written anyway.
    if others and (draft.row.is_live or any(twin.row.is_live for twin in twins)):
        draft.doubts.append(sentence.format(", ".join(others)))


def _adopted(families: dict, registry: Registry) -> dict:
    """By card number of the file the one household without a card whose members it lists, if it is clear which."""
    claims = {
        card: {draft.person.household_id for draft in family if draft.person and not draft.person.is_gone}
        for card, family in families.items()
        if not registry.by_card.get(card)
    }
    times = Counter(home for homes in claims.values() for home in homes)
    return {
        card: next(iter(homes)) for card, homes in claims.items() if len(homes) == 1 and times[next(iter(homes))] == 1
    }


def _match_family(family: list[Draft], adopted, registry: Registry) -> None:
    homes = [adopted] if adopted else registry.by_card.get(family[0].row.card, [])
    for draft in family:
        if draft.person is None and not draft.doubts:
            _match_name(draft, homes, registry)
        if draft.person is not None:
            draft.household_id = draft.person.household_id
        elif not draft.doubts and len(homes) > 1:
            draft.doubts.append(SEVERAL_HOMES)
        elif homes:
            draft.household_id = homes[0]
        if draft.person is None and NAMESAKE not in draft.notes and _is_elsewhere(draft.row, registry):
            draft.notes.append(ELSEWHERE)


def _is_elsewhere(row: Row, registry: Registry) -> bool:
    return any(births_agree(person, row.birth) for person in registry.by_name.get(row.search_name, ()))


def _match_key(draft: Draft, registry: Registry, told: dict) -> None:
    """A person by the key that the portal's own table carries; `told` takes the cards of families without one."""
    row, person = draft.row, registry.people.get(draft.row.person_key)
    if person is None:
        draft.doubts.append(NOBODY)
        return
    draft.person, draft.household_id = person, person.household_id
    card = registry.households[person.household_id].family_card_number or told.get(person.household_id, "")
    if row.nik and registry.by_nik.get(row.nik, person) is not person:
        draft.doubts.append(OTHER_PERSON)
    elif row.nik and person.nik and row.nik != person.nik:
        draft.doubts.append(OTHER_NIK)
    elif row.card and card and row.card != card:
        draft.doubts.append(OTHER_CARD)
    elif row.card and not card:
        told[person.household_id] = row.card


def _match_nik(draft: Draft, registry: Registry) -> None:
    row = draft.row
    person = registry.by_nik.get(row.nik) if row.nik else None
    if person is None:
        return
    card = registry.households[person.household_id].family_card_number
    if person.search_name != row.search_name and not births_agree(person, row.birth):
        draft.doubts.append(OTHER_PERSON)
    elif person.is_gone:
        draft.person = person
    elif since := registry.left_for_another_family(person, row.card):
        draft.doubts.append(_of_another_family(since))
    elif card and card != row.card:
        draft.doubts.append(OTHER_CARD)
    elif not card and registry.by_card.get(row.card):
        draft.doubts.append(OTHER_FAMILY.format(""))
    else:
        draft.person = person


def _of_another_family(since: dt.date) -> str:
    return OTHER_FAMILY.format(f" sejak {date_in_words(since)}")


def _match_name(draft: Draft, homes: list, registry: Registry) -> None:
    """Card, name and birth; a birth known alike comes before one that may be the same day.

    Where one birth is unknown, a namesake counts when there is only one.
    """
    row = draft.row
    namesakes = [p for home in homes for p in registry.members[home] if p.search_name == row.search_name]
    found = [p for p in namesakes if _born_alike(p, row)]
    found = found or [p for p in namesakes if births_agree(p, row.birth)]
    if not found and len(namesakes) == 1 and not births_differ(namesakes[0], row.birth):
        found = namesakes
    if row.nik and found and all(person.nik for person in found):
        draft.doubts.append(OTHER_NIK)
    elif len(found) == 1:
        draft.person = found[0]
    elif found or (namesakes and not row.birth):
        draft.doubts.append(SEVERAL_PEOPLE)
    elif went := _went(row, homes, registry):
        draft.doubts.append(_of_another_family(went))
    elif namesakes:
        draft.notes.append(NAMESAKE)


def _went(row: Row, homes: list, registry: Registry) -> dt.date | None:
    """Since when somebody of this name, who was a member here, belongs to another family of the village."""
    former = [stay for home in homes for stay in registry.former[home] if stay[0].search_name == row.search_name]
    return max((until for person, until in former if not births_differ(person, row.birth)), default=None)


def _mark_shared_records(drafts: list[Draft]) -> None:
    """Rows that found the same person: the one that is certain counts, by NIK or else by the very same birth."""
    by_person = defaultdict(list)
    for draft in drafts:
        if draft.person is not None and draft.is_settled:
            by_person[draft.person.id].append(draft)
    for twins in by_person.values():
        by_nik = [draft for draft in twins if draft.row.nik and draft.row.nik == draft.person.nik]
        certain = by_nik or [draft for draft in twins if _born_alike(draft.person, draft.row)]
        for draft in twins:
            if len(certain) != 1 or draft is not certain[0]:
                _mark(draft, twins, SAME_RECORD)


def _born_alike(person: KnownPerson, row: Row) -> bool:
    return (person.birth_on, person.birth_precision) == birth_to_keep(row.birth)
