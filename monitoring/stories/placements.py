"""By which way somebody went abroad and where the documents are, journey by journey, on paper."""

import datetime as dt

from households.actions.placements import placement_of
from households.models.placements import Section
from households.placement_choices import Placed
from households.rules.documents import masked
from households.views.papers import document_lines, section_lines
from monitoring.stories.chapters import Chapter
from toolkit.dates import PartialDate

TITLE = "Penempatan dan dokumen"
# What of the answers is for paper: not the money, and no address abroad.
TOLD = {
    Section.WAY: ("Skema", "P3MI", "Visa", "Lewat", "Diketahui dari"),
    Section.WORK: ("Pemberi kerja", "Kota", "Diketahui dari"),
}
# What was decided, in the words that are said in public.
COMPLETE = {
    Placed.PROCEDURAL_SEEN: "berdokumen lengkap (dokumen dilihat)",
    Placed.PROCEDURAL_TOLD: "berdokumen lengkap (diceritakan keluarga)",
    Placed.INCOMPLETE_SEEN: "berdokumen tidak lengkap (dokumen dilihat)",
    Placed.INCOMPLETE_TOLD: "berdokumen tidak lengkap (diceritakan keluarga)",
    Placed.REFUSED: "tidak bersedia menjawab",
    Placed.UNSURE: "belum dapat dipastikan",
}
GENTLY = "Keterangan ini untuk mengarahkan bantuan; tidak pernah dipakai untuk menyalahkan keluarga."


def of_person(trips, day: dt.date) -> Chapter:
    """Every journey of which something is known, each document on a line of its own."""
    return _chapter([(f"Ke {_titled(trip)}", _facts(trip, day), _papers(trip, day)) for trip in trips])


def of_family(members, day: dt.date) -> Chapter:
    """The journeys that are under way, under the traveller's name, the documents in one sentence."""
    told = []
    for person in members:
        trips = person.trips.all() if person.is_member_on(day) else ()
        for trip in (trip for trip in trips if not (trip.cancelled_on or trip.returned_on)):
            papers = [f"{name}: {said[:1].lower()}{said[1:]}" for name, said in _papers(trip, day)]
            facts = (("Dokumen", "; ".join(papers)),) if papers else ()
            told.append((f"{person.name} · {trip.country_label}", _facts(trip, day), facts))
    return _chapter(told)


def _chapter(told) -> Chapter:
    groups = tuple((heading, (*facts, *papers)) for heading, facts, papers in told if facts or papers)
    return Chapter(TITLE, groups=groups, sentences=(GENTLY,) if groups else ())


def _titled(trip) -> str:
    """'Malaysia, berangkat 4 Maret 2025'."""
    left = f"berangkat {PartialDate.within(trip.departed_on, trip.departed_precision)}" if trip.departed_on else ""
    return ", ".join(filter(None, [trip.country_label, left]))


def _facts(trip, day) -> tuple[tuple[str, str], ...]:
    """The way, the employer, the contract, and what was decided; nothing where nobody asked."""
    placement = placement_of(trip=trip)
    answers = {section.code: dict(section.facts) for section in section_lines(placement)}
    way, work = ([answers[section][label] for label in TOLD[section] if label in answers[section]] for section in TOLD)
    # How something is known says nothing alone: a plan, which is told with the journey, is asked with the way.
    knows_way = answers[Section.WAY].keys() & set(TOLD[Section.WAY]) - {"Diketahui dari"}
    facts = [
        ("Cara berangkat", " · ".join(way) if knows_way else ""),
        ("Pemberi kerja", " · ".join(work) if "Pemberi kerja" in answers[Section.WORK] else ""),
        ("Kontrak", _contract(placement, answers[Section.WORK])),
        ("Kelengkapan", COMPLETE[trip.placed] if trip.placed else ""),
    ]
    facts = [(label, said) for label, said in facts if said]
    if not trip.placed and (facts or trip.documents.all()):
        facts.append(("Kelengkapan", "belum dipastikan petugas"))
    return tuple(facts)


def _contract(placement, answers) -> str:
    """Its masked number, from when until when, and how it is known."""
    if placement is None or not {"Nomor kontrak", "Mulai", "Selesai"} & answers.keys():
        return ""
    dates = [
        f"{word} {answers[label]}" for word, label in (("mulai", "Mulai"), ("sampai", "Selesai")) if label in answers
    ]
    return " · ".join(filter(None, [masked(placement.contract_number), *dates, answers.get("Diketahui dari", "")]))


def _papers(trip, day) -> tuple[tuple[str, str], ...]:
    """Each document that somebody was asked about: where it is, masked number, expiry, how it is known."""
    lines = [line for line in document_lines(trip.documents.all(), day) if line.is_asked]
    return tuple((line.name, " · ".join(filter(None, (line.word, line.facts)))) for line in lines)
