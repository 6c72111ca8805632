"""A person's summary: who somebody is, schooling and work, and the way abroad and back."""

import datetime as dt

from households.duties.checking import person_reasons
from households.rules.children import is_asked_as_child
from households.rules.clearing import in_force
from households.views.children import care_lines, child_facts
from households.views.homecomings import homecoming_lines
from households.views.noters import mark_with_noters
from households.views.presenting import age_in_words, death_in_words, person_chip
from households.views.profiles import profile_facts
from households.views.reading import people_told
from households.views.timelines import person_line
from monitoring.stories import placements, post
from monitoring.stories.chapters import Chapter
from toolkit.templatetags.indonesian import mask_number, partial_date

WINDOW = "Pemberdayaan sosial, sampai satu tahun setelah pulang: {}."


def find(user, key):
    """The person with everything that the chapters read, as far as `user` may read it by name; None for a stranger."""
    person = people_told(user).with_caregivers().prefetch_related("trips__documents").filter(pk=key).first()
    if person is not None:
        mark_with_noters(user, person.trips.all(), people=[person], care=person.caregivers.all())
    return person


def identity(person, day: dt.date) -> Chapter:
    """Relation, sex, birth and age, the masked NIK, where the family lives, and the status."""
    household, chip = person.household, person_chip(person, day)
    born = partial_date(person.birth_on, person.birth_precision) if person.birth_on else "belum diketahui"
    age = age_in_words(person, day) if person.is_alive_on(day) else death_in_words(person)
    hamlet = f"Dusun {household.hamlet}" if household.hamlet else "dusun belum terdata"
    facts = (
        ("Hubungan dengan kepala keluarga", person.get_relation_display()),
        ("Jenis kelamin", person.get_sex_display()),
        ("Lahir", f"{born} ({age})" if born != age else born),
        ("NIK", mask_number(person.nik) if person.nik else person.get_nik_missing_display()),
        ("Rumah", f"{hamlet} RT {household.rt}" if household.rt else hamlet),
        ("Pekerja migran", chip.word if chip else "tidak sedang dan belum pernah tercatat"),
    )
    return Chapter("Data diri", facts=facts)


def profile(person, day: dt.date) -> Chapter:
    """Schooling and work, and what was not asked yet."""
    known = profile_facts(person, day)
    asked = (f"Belum ditanyakan: {', '.join(known.open)}.",) if known.open else ()
    return Chapter("Pendidikan dan pekerjaan", facts=tuple(known.answers), sentences=asked)


def childhood(person, day: dt.date) -> Chapter:
    """Who looks after a child, its school and its papers; nothing of a grown person."""
    if not is_asked_as_child(person.age_on(day), person.in_school):
        return Chapter("")
    care = tuple((f"Pengasuh: {line.who}", line.when) for line in care_lines(person.caregivers.all(), day))
    known = child_facts(person, day, on_paper=True)
    asked = (f"Belum ditanyakan: {', '.join(known.open)}.",) if known.open else ()
    return Chapter("Pengasuhan, sekolah, dan surat", facts=(*care, *known.answers), sentences=asked)


def life(person) -> Chapter:
    """Every step of every journey, who looked after a child, and the death."""
    events = person_line(person, person.trips.all(), person.caregivers.all())
    return Chapter("Perjalanan kerja dan riwayat", events=tuple(events))


def homecomings(person, day: dt.date) -> Chapter:
    """What is known after each return, the latest first, and how long help is possible."""
    lines = homecoming_lines([trip for trip in person.trips.all() if not trip.is_mistake], day)
    facts = tuple((f"{label} ({one.trip.country_label})", said) for one in lines for label, said in one.told.answers)
    return Chapter("Setelah pulang", facts=facts, sentences=tuple(WINDOW.format(one.window) for one in lines[:1]))


def to_check(person) -> Chapter:
    """What is still to be checked, and what was found right as it is."""
    waiting = [f"{reason.text}." for reason in person_reasons(person)]
    cleared = [f"Sudah dicek, memang begitu: {one.in_sentence}. {one.note}." for one in in_force(person)]
    return Chapter("Perlu dicek", sentences=(*waiting, *cleared))


def chapters(person, day: dt.date, reader) -> tuple[Chapter, ...]:
    """All chapters of a person's summary, as far as `reader` may read them. A pillar's chapters are added here."""
    return (
        identity(person, day),
        profile(person, day),
        childhood(person, day),
        life(person),
        placements.of_person([trip for trip in person.trips.all() if not trip.is_mistake], day),
        homecomings(person, day),
        post.of_person(person, reader),
        to_check(person),
    )
