"""Money sent home, in words and summed up by year."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from households.models import Remittance
from households.models.remittances import period_in_words
from households.remittances import Amount, ReceiverAnswer, Use
from households.rules.remittances import PARTS, invested, mean_in_words
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import inside


@dataclass(frozen=True)
class RemittanceLine:
    """One month or quarter: when, how much from whom to whom, and what it was used for."""

    remittance: Remittance
    facts: str
    used: str
    recorded: str


@dataclass(frozen=True)
class YearLine:
    """A year: how many notes, how much most of them say, what most went to, and what went to business and savings."""

    year: int
    notes: int
    usual: str
    most: str
    invested: str


def remittance_line(one: Remittance) -> RemittanceLine:
    """A note in words; family, sender and receiver must be joined."""
    facts = [inside(one.get_amount_display()) if one.amount else "jumlah belum ditanyakan"]
    if one.trip:
        facts.append(f"dari {_name(one, one.trip.person)}")
    if one.receiver:
        facts.append(f"diterima {_name(one, one.receiver)}")
    elif one.receiver_answer == ReceiverAnswer.OUTSIDE:
        facts.append("diterima orang di luar keluarga")
    elif one.receiver_answer:
        facts.append(f"penerima: {inside(one.get_receiver_answer_display())}")
    if one.channel:
        facts.append(f"lewat: {inside(one.get_channel_display())}")
    if one.currency:
        facts.append(f"dalam {one.get_currency_display()}")
    used = "" if one.amount == Amount.NONE else uses_in_words(one.tenths)
    recorded = f"dicatat {date_in_words(timezone.localdate(one.known_at))} oleh {one.created_by.full_name}"
    return RemittanceLine(one, " · ".join(facts), used, recorded)


def _name(one: Remittance, person) -> str:
    """Of who lives in another village by now no name is read."""
    return person.name if person.village_id == one.household.village_id else "orang yang kini di desa lain"


def uses_in_words(tenths: dict) -> str:
    """'Dari 10 bagian: 5 kebutuhan sehari-hari, 3 sekolah anak, 2 usaha'; or that nobody asked."""
    told = sorted(((part, use) for use, part in tenths.items() if part), key=lambda one: -one[0])
    if not told:
        return "Pemakaian belum ditanyakan"
    return f"Dari {PARTS} bagian: " + ", ".join(f"{part} {use.label.lower()}" for part, use in told)


def year_lines(remittances) -> list[YearLine]:
    """The years, the last first; the notes must be in this order."""
    return [_year(year, list(notes)) for year, notes in groupby(remittances, lambda one: one.first_on.year)]


def _year(year, notes):
    amounts = Counter(one.amount for one in notes if one.amount)
    used = Counter()
    for one in notes:
        used.update({use: part for use, part in one.tenths.items() if part})
    untold = "Belum ditanyakan" if any(one.amount != Amount.NONE for one in notes) else "–"
    return YearLine(
        year=year,
        notes=len(notes),
        usual=Amount(amounts.most_common(1)[0][0]).label if amounts else "Belum ditanyakan",
        most=used.most_common(1)[0][0].label if used else untold,
        invested=mean_in_words(one.invested for one in notes) or untold,
    )


def last_in_words(last: dict | None) -> list[str]:
    """The last note on the family's page: when, how much, and what went to business and savings."""
    if not last:
        return []
    when = period_in_words(dt.date.fromisoformat(last["first_on"]), last["span"])
    if last["amount"] == Amount.NONE:
        return [f"{when}: tidak ada kiriman"]
    amount = Amount(last["amount"]).label.lower() if last["amount"] else "jumlah belum ditanyakan"
    parts = invested({Use.BUSINESS: last["used_business"], Use.SAVINGS: last["used_savings"]})
    share = "pemakaian belum ditanyakan" if parts is None else f"{parts} dari {PARTS} bagian untuk usaha dan tabungan"
    return [f"{when}: {amount}", share]
