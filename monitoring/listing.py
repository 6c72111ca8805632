"""Rows of the lists behind numbers: one shape for families, people, journeys, needs and money sent home."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse

from households.choices import Evidence
from households.countries import country_name
from households.models import Household, Need, Person, Remittance, Trip
from households.views.presenting import StatusChip, age_in_words, head_first, person_chip
from infopost.models import DocumentHelp, FamilyCall, Letter, Referral, Service
from infopost.views.service_lines import who_in_words
from toolkit.dates import date_in_words
from toolkit.ids import as_id
from toolkit.keyset import Page, page_of
from toolkit.templatetags.indonesian import inside

# What is noted of a journey at the post is listed by its days.
TOLD_ON = {FamilyCall: "called_on", DocumentHelp: "helped_on", Referral: "referred_on"}
STEPS = (("returned", "pulang"), ("departed", "berangkat"), ("prospective", "calon sejak"))


@dataclass(frozen=True)
class Line:
    """A row of a list: where it leads, whom it is about, what tells them apart, and their status."""

    url: str
    name: str
    facts: str
    status: StatusChip | None = None
    needs_check: bool = False


def ordered_page(rows, *, after=None, before=None) -> Page:
    """25 rows by village and name."""
    rows, order = _listed(rows)
    return page_of(rows, order=order, after=after, before=before)


def edge_of(rows, request, name: str):
    """The row of this very list at which a page begins or ends; None without one."""
    key = as_id(request.GET.get(name))
    return _listed(rows)[0].filter(pk=key).first() if key else None


def lines(rows, day: dt.date) -> list[Line]:
    """The rows as they are shown."""
    makers = {
        Household: _family_line,
        Person: _person_line,
        Trip: _journey_line,
        Need: _need_line,
        Remittance: _remittance_line,
        Service: _service_line,
        FamilyCall: _call_line,
        DocumentHelp: _document_line,
        Referral: _referral_line,
        Letter: _letter_line,
    }
    return [makers[type(row)](row, day) for row in rows]


def _listed(rows):
    if rows.model is Household:
        listed = rows.select_related("village").prefetch_related("members")
        return listed, ("village_id", "sort_name", "pk")
    if rows.model in (Need, Remittance):
        # What belongs to a family is found under its village and name.
        listed = rows.annotate(village_id=F("household__village_id"), sort_name=F("household__sort_name"))
        listed = listed.select_related("household__village").prefetch_related("household__members")
        return listed, ("village_id", "sort_name", "pk")
    if rows.model is Person:
        listed = rows.select_related("household__village").prefetch_related("trips")
        return listed, ("village_id", "search_name", "pk")
    if rows.model is Letter:
        # By the register's numbers; a key tells the order of those without one.
        listed = rows.select_related("person__household__village").prefetch_related("person__trips")
        return listed, ("village_id", "pk")
    if rows.model in TOLD_ON:
        listed = rows.select_related("trip__person__household__village").prefetch_related("trip__person__trips")
        listed = listed if rows.model is FamilyCall else listed.annotate(village_id=F("trip__village_id"))
        return listed, ("village_id", TOLD_ON[rows.model], "pk")
    if rows.model is Service:
        # A book is read by its days, the latest last.
        return rows.select_related("person", "village"), ("village_id", "happened_on", "pk")
    # A journey is found under its traveller's village and name.
    listed = rows.annotate(search_name=F("person__search_name"))
    listed = listed.select_related("person__household__village").prefetch_related("person__trips")
    return listed, ("village_id", "search_name", "pk")


def _family_line(household, day):
    members = head_first(household, day)
    name = members[0].name if members else "Keluarga tanpa anggota"
    facts = [
        f"{sum(person.is_member_on(day) for person in members)} orang",
        *_where(household),
        f"didata {date_in_words(household.registered_on)}",
    ]
    return Line(household.get_absolute_url(), name, " · ".join(facts), needs_check=household.needs_check)


def _person_line(person, day):
    sex = inside(person.get_sex_display()) if person.sex else "jenis kelamin belum diketahui"
    facts = [sex, age_in_words(person, day), *_where(person.household)]
    return Line(person.get_absolute_url(), person.name, " · ".join(facts), person_chip(person, day))


def _journey_line(trip, day):
    line = _person_line(trip.person, day)
    # Of those who stand at no step in this list, as the journey is.
    known_by = Evidence(getattr(trip, "known_by", trip.evidence))
    facts = [line.facts, country_name(trip.country), _step(trip, day), f"diketahui dari: {inside(known_by.label)}"]
    return Line(line.url, line.name, " · ".join(facts), line.status)


def _need_line(need, day):
    line = _family_line(need.household, day)
    facts = [inside(need.get_kind_display()), f"disebut {date_in_words(need.noted_on)}", *_where(need.household)]
    return Line(line.url, line.name, " · ".join(facts))


def _remittance_line(sent, day):
    line = _family_line(sent.household, day)
    amount = inside(sent.get_amount_display()) if sent.amount else "jumlah belum ditanyakan"
    used = "pemakaian belum terdata"
    if sent.invested is not None:
        used = f"{sent.invested} dari 10 bagian untuk usaha dan tabungan"
    return Line(sent.get_absolute_url(), line.name, " · ".join([sent.when, amount, used, *_where(sent.household)]))


def _service_line(service, day):
    facts = [
        inside(service.get_topic_display()),
        inside(service.get_way_display()),
        date_in_words(service.happened_on),
        service.village.name,
    ]
    # Whoever reads the list may be a coordinator, who corrects nothing: the register itself opens for both.
    register = f"{reverse('infopost:service_list')}?{urlencode({'bulan': service.happened_on.strftime('%Y-%m')})}"
    return Line(register, who_in_words(service), " · ".join(facts))


def _call_line(call, day):
    person = call.trip.person
    # Of a family that has moved on since, another village reads nothing.
    stays = person.village_id == call.village_id
    name = person.name if stays else "Orang yang sudah pindah desa"
    url = reverse("infopost:person_desk", args=[person.pk]) if stays else reverse("infopost:call_list")
    facts = [inside(call.get_said_display()), inside(call.get_way_display()), date_in_words(call.called_on)]
    return Line(url, name, " · ".join(facts))


def _document_line(help_given, day):
    facts = [inside(help_given.get_kind_display()), inside(help_given.get_state_display())]
    return _at_post(help_given.trip.person, day, *facts, date_in_words(help_given.helped_on))


def _referral_line(referral, day):
    answer = inside(referral.get_answer_display()) if referral.answer else "belum dijawab"
    facts = [referral.office_words, inside(referral.get_reason_display()), date_in_words(referral.referred_on), answer]
    return _at_post(referral.trip.person, day, *facts)


def _letter_line(letter, day):
    stays = letter.person.village_id == letter.village_id
    name = letter.person.name if stays else "Orang yang sudah pindah desa"
    told = [f"nomor {letter.number}", date_in_words(letter.signed_on)] if letter.number else []
    if letter.refusal:
        told = [inside(letter.get_refusal_display()), date_in_words(letter.refused_on)]
    facts = [inside(letter.get_kind_display()), *told, inside(letter.get_state_display())]
    return Line(letter.get_absolute_url(), name, " · ".join(facts))


def _at_post(person, day, *facts):
    url = reverse("infopost:person_desk", args=[person.pk])
    return Line(url, person.name, " · ".join([*facts, *_where(person.household)]), person_chip(person, day))


def _step(trip, day):
    """The journey's last step by that day, as exactly as it is known."""
    for step, word in STEPS:
        on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
        if on and on <= day:
            shown = {"day": date_in_words(on), "month": date_in_words(on).split(" ", 1)[1], "year": str(on.year)}
            return f"{word} {shown.get(precision, 'pada tanggal yang belum diketahui')}"
    return "belum berangkat"


def _where(household):
    hamlet = f"Dusun {household.hamlet}" if household.hamlet else "dusun belum terdata"
    return [hamlet, household.village.name]
