"""A family's card: everything in the order in which an officer asks at a kitchen table."""

import datetime as dt

from households.duties.checking import reasons
from households.living import SECTIONS
from households.querysets.households import with_rare_kinds
from households.querysets.trips import with_all_kinds
from households.rules.journeys import life_line
from households.views.children import with_care
from households.views.journey_lines import lines_of, planned_lines
from households.views.living import section_lines
from households.views.noters import mark_with_noters
from households.views.presenting import head_first, lives_elsewhere, member_line, step_line
from households.views.reading import families_told
from households.views.timelines import household_line
from monitoring.stories import placements
from monitoring.stories.chapters import Chapter
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import mask_number

# A telephone number is for the screen of who may call, not for paper that is carried about.
NOT_ON_PAPER = {SECTIONS["contact"].title}


def find(user, key):
    """The family with everything that its chapters read, as far as `user` may read it by name; else None."""
    family = families_told(user).filter(pk=key).first()
    if family is None:
        return None
    trips = [trip for person in family.members.all() for trip in person.trips.all()]
    with_all_kinds(trips)
    mark_with_noters(user, trips, people=family.members.all())
    return with_rare_kinds(family)


def title(household, day: dt.date) -> str:
    """'Keluarga Amaq Sahdan'."""
    members = head_first(household, day)
    return f"Keluarga {members[0].name}" if members else "Keluarga tanpa anggota"


def home(household) -> Chapter:
    """Where they live, the card, and how fresh the data are."""
    closing, visit = household.closing, household.last_visit
    numbers = [f"{word} {number}" for word, number in (("RT", household.rt), ("RW", household.rw)) if number]
    hamlet = f"Dusun {household.hamlet}" if household.hamlet else "dusun belum terdata"
    seen = f"{date_in_words(visit.visited_on)}, oleh {visit.visited_by.full_name}" if visit else "belum pernah"
    facts = [
        ("Alamat", ", ".join(filter(None, [household.address, hamlet, *numbers]))),
        ("Nomor KK", mask_number(household.family_card_number) or "belum diisi"),
        ("Didata", f"{date_in_words(household.registered_on)}, oleh {household.created_by.full_name}"),
        ("Diverifikasi saat kunjungan", seen),
    ]
    if household.source:
        facts.insert(2, ("Diketahui dari", household.get_source_display()))
    if closing:
        facts.append(("Keadaan", f"ditutup ({closing.get_reason_display().lower()})"))
    return Chapter("Rumah tangga", facts=tuple(facts))


def members(household, day: dt.date) -> Chapter:
    """Everybody with relation, sex, age and status; whoever has died last."""
    rows, said = [], []
    for line in with_care([member_line(person, day) for person in head_first(household, day)], day):
        person = line.person
        nik = mask_number(person.nik) if person.nik else person.get_nik_missing_display()
        status = line.status.word if line.status else "–"
        sex = person.get_sex_display() if person.sex else "belum diketahui"
        relation = person.get_relation_display() if person.relation else "belum diketahui"
        rows.append((person.name, relation, sex, line.age, status, nik))
        said += [f"{person.name} tinggal di tempat lain di Indonesia."] if lives_elsewhere(person, day) else []
        said += [f"Pengasuh {person.name}: {line.care}."] if line.care else []
    head = ("Nama", "Hubungan", "Jenis kelamin", "Umur", "Pekerja migran", "NIK")
    return Chapter("Anggota", head=head, rows=tuple(rows), sentences=tuple(said))


def living(household) -> Chapter:
    """Dwelling, aid and income, as they were told."""
    told = [line for line in section_lines(household, locates=False) if line.title not in NOT_ON_PAPER]
    facts = [
        (line.title, " · ".join(filter(None, [*line.texts, line.told])) if line.texts else "belum ditanyakan")
        for line in told
    ]
    return Chapter("Keadaan rumah tangga", facts=tuple(facts))


def journeys(household, day: dt.date) -> Chapter:
    """Every step of every journey and what happened on it, under the name of the member who went."""
    events = []
    for person in head_first(household, day):
        lines = journey_lines([trip for trip in person.trips.all() if not trip.is_mistake])
        events += [line | {"group": "" if place else person.name} for place, line in enumerate(lines)]
    return Chapter("Perjalanan kerja", events=tuple(events))


def journey_lines(trips) -> list[dict]:
    """What happened on somebody's journeys, in its order, and last what is planned."""
    events = [(step.on, step_line(step)) for step in life_line(trips)]
    events += [(on, event) for trip in trips for on, event in lines_of(trip)]
    return [event for _, event in sorted(events, key=lambda one: one[0])] + planned_lines(trips)


def to_check(household, day: dt.date) -> Chapter:
    """What is still to be checked."""
    return Chapter("Perlu dicek", sentences=tuple(f"{reason.text}." for reason in reasons(household, day)))


def consents(household) -> Chapter:
    """Who agreed, when and how."""
    told = [
        f"{consent.given_by} setuju pada {date_in_words(consent.given_on)} ({consent.get_how_display().lower()}; teks "
        f"{consent.wording_version}){f'; wali anak: {consent.guardian}' if consent.guardian else ''}."
        for consent in household.consents.all()
    ]
    return Chapter("Persetujuan", sentences=tuple(told or ["Persetujuan belum dicatat."]))


def life(household) -> Chapter:
    """What happened to the family; its journeys have a chapter of their own."""
    return Chapter("Riwayat keluarga", events=tuple(household_line(household, journeys=False)))


def chapters(household, day: dt.date) -> tuple[Chapter, ...]:
    """All chapters of a family's card. A pillar's chapters will be added here."""
    return (
        home(household),
        members(household, day),
        living(household),
        journeys(household, day),
        placements.of_family(head_first(household, day), day),
        to_check(household, day),
        consents(household),
        life(household),
    )
