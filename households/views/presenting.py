"""Rows of pages: what is shown of people, families and journeys, in words."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from households.choices import Evidence, Precision, Relation, Stage
from households.countries import REFUSED, country_name
from households.person_choices import LivesNow
from households.rules.journeys import STEP_NAMES, Standing, Step, asks_where_he_lives, evidence_of, standing_of
from toolkit.dates import PartialDate, date_in_words

CHIP_OF = {Stage.ACTIVE: "info", Stage.PROSPECTIVE: "wait", Stage.RETURNED: "done"}
SIGN_OF = {Stage.ACTIVE: "plane", Stage.PROSPECTIVE: "document", Stage.RETURNED: "home"}
WAY_OF = {Stage.ACTIVE: "di", Stage.PROSPECTIVE: "ke", Stage.RETURNED: "dari"}
STEP_TITLES = {
    Stage.PROSPECTIVE: "Menjadi calon PMI",
    Stage.ACTIVE: "Berangkat",
    Stage.RETURNED: "Pulang ke desa",
}


@dataclass(frozen=True)
class MemberLine:
    """A person in a list: name, relation, sex and age (never the birth date), status, and what to check."""

    person: object
    age: str
    facts: str
    status: "StatusChip | None"
    lives: bool = True
    care: str = ""
    belongs: bool = True


@dataclass(frozen=True)
class StatusChip:
    """A person's status with its place: sign, colour and word together."""

    kind: str
    sign: str
    word: str


def head_first(household, day: dt.date) -> list:
    """The family's members, the head before the others and last whoever has died or left; they must be prefetched."""
    members = household.members.all()
    return sorted(members, key=lambda p: (not p.is_member_on(day), p.relation != Relation.HEAD, p.pk))


def member_line(person, day: dt.date) -> MemberLine:
    """The line of one person; journeys must be prefetched."""
    relation = person.get_relation_display() if person.relation else "Hubungan belum diketahui"
    lives = person.is_alive_on(day)
    facts = [relation, person.get_sex_display().lower() if person.sex else ""]
    age = age_in_words(person, day) if lives else death_in_words(person)
    if lives and person.left_on is not None:
        age = left_in_words(person)
    facts.append(age)
    return MemberLine(
        person,
        age,
        " · ".join(fact for fact in facts if fact),
        person_chip(person, day),
        lives,
        belongs=person.is_member_on(day),
    )


def lives_elsewhere(person, day: dt.date) -> bool:
    """Whether a member of the family lives in another place of the country; journeys must be prefetched."""
    return person.lives_now == LivesNow.ELSEWHERE and asks_where_he_lives(person, day)


def person_chip(person, day: dt.date) -> "StatusChip | None":
    """What somebody is on `day`: dead, or where he stands with work abroad; journeys must be prefetched."""
    if not person.is_alive_on(day):
        return StatusChip("plain", "person", "Meninggal")
    if person.left_on is not None and person.left_on <= day:
        return StatusChip("plain", "person", "Sudah keluar")
    standing = standing_of(person, day)
    return status_chip(standing) if standing else None


def death_in_words(person) -> str:
    """'meninggal 3 Maret 2026', 'meninggal tahun 2020', or that nobody knows when."""
    when = PartialDate.within(person.died_on, person.died_precision)
    return f"meninggal {when}" if when else "meninggal, tanggalnya belum diketahui"


def left_in_words(person) -> str:
    """'keluar dari keluarga 3 Maret 2026', or that nobody knows when."""
    when = PartialDate.within(person.left_on, person.left_precision)
    return f"keluar dari keluarga {when}" if when else "keluar dari keluarga, tanggalnya belum diketahui"


def age_in_words(person, day: dt.date) -> str:
    """'31 th', 'sekitar 56 th' where only the year is known, '5 bulan' for babies, '22 hari' for the newborn."""
    years = person.age_on(day)
    if years is None:
        return "umur belum diketahui"
    if years == 0 and person.birth_precision == Precision.DAY:
        months = (day.year - person.birth_on.year) * 12 + day.month - person.birth_on.month
        months -= day.day < person.birth_on.day
        return f"{months} bulan" if months else f"{(day - person.birth_on).days} hari"
    return f"{years} th" if person.birth_precision == Precision.DAY else f"sekitar {years} th"


def status_chip(standing: Standing) -> StatusChip:
    """The status of a person in a few words, such as 'PMI aktif di Arab Saudi sejak 2024'."""
    known = standing.trip.country not in ("", REFUSED)
    country = f"{WAY_OF[standing.stage]} {country_name(standing.trip.country)}" if known else ""
    since = f"sejak {standing.since.year}" if not _undated(standing) else ""
    words = [word for word in (standing.label, country, since) if word]
    return StatusChip(CHIP_OF[standing.stage], SIGN_OF[standing.stage], " ".join(words))


def step_line(step: Step) -> dict:
    """A point on the life-line for the timeline component, with who noted it where the journey is marked with that."""
    by = noter_in_words(step.trip, STEP_NAMES[step.what])
    when = str(step.happened) if step.happened else f"Tanggal belum diketahui, tercatat {date_in_words(step.on)}"
    known_by = Evidence(evidence_of(step.trip, STEP_NAMES[step.what]))
    texts = [f"Diketahui dari: {known_by.label.lower()}"]
    if step.trip.sector:
        texts.insert(0, step.trip.get_sector_display())
    if step.what == Stage.RETURNED and step.trip.return_reason:
        texts.insert(0, f"Alasan: {step.trip.get_return_reason_display()}")
    if step.happened:
        texts.append(f"{recorded_in_words(step.known_at)} {by}".rstrip())
    elif by:
        texts.append(f"dicatat {by}")
    title = f"{STEP_TITLES[step.what]} · {country_name(step.trip.country)}"
    return {"when": when, "title": title, "text": " · ".join(texts), "kind": CHIP_OF[step.what]}


def noter_in_words(trip, step: str) -> str:
    """'oleh Sari Wulandari', or nothing where nobody knows who noted that step (households.views.noters)."""
    name = getattr(trip, "noted_by", {}).get(step, "")
    return f"oleh {name}" if name else ""


def _undated(standing: Standing) -> bool:
    return getattr(standing.trip, f"{STEP_NAMES[standing.stage]}_precision") == Precision.UNKNOWN


def moment_in_words(on: dt.date, precision: str) -> str:
    """When something happened, as exactly as it is known."""
    if precision == Precision.UNKNOWN:
        return f"Tanggal belum diketahui, tercatat {date_in_words(on)}"
    return str(PartialDate.within(on, precision))


def recorded_in_words(at: dt.datetime, by: str = "") -> str:
    """'tercatat 3 Maret 2026 oleh Sari Wulandari', by the clocks of the reader; nobody where nobody is known."""
    return f"tercatat {date_in_words(timezone.localdate(at))}{f' oleh {by}' if by else ''}"
