"""May this person work there: the age, the country, the company and its job order. Only what is certain is ever 'ok'.

By law: article 5 (the age), 72 and 86 (closed countries), 49 (who may place). A country or a branch of work may ask for
more years: that is a fact that ages, like whether the country is open.
"""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from households.choices import Precision
from households.rules.dates import age
from infopost.choices import Placement
from infopost.file_choices import OrderAnswer, Verdict
from infopost.rules.companies import OLD_AFTER, Answer

# The facts that say how old one must be: of all countries, or of one.
AGE_FACT = re.compile(r"\A(rule|[a-z]{2})-age(-[a-z0-9-]+)?\Z")
YEARS = re.compile(r"\A(\d{2})(?: sampai (\d{2}))? tahun\b")
ADULT = 18


@dataclass(frozen=True)
class Told:
    """A fact as the rules weigh it: what it says, for which branches of work (none: each), and how certain it is."""

    words: str
    title: str = ""
    placement: str = ""
    sectors: frozenset[str] = frozenset()
    is_certain: bool = False
    verified_on: dt.date | None = None

    def covers(self, sector: str) -> bool:
        """Whether it is about this branch of work."""
        return not self.sectors or sector in self.sectors


@dataclass(frozen=True)
class Ruling:
    """What a check says and why, with the fact that names its article, and when that was last compared."""

    verdict: Verdict
    reason: str
    law: str = ""
    verified_on: dt.date | None = None
    is_unverified: bool = False


def years_in(words: str) -> tuple[int, int | None] | None:
    """The youngest and the oldest age that a fact says; None where it says neither in the usual words."""
    found = YEARS.match(words.strip())
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def ages_on(birth_on: dt.date | None, precision: str, day: dt.date) -> tuple[int, int] | None:
    """The least and the most years somebody may be old on `day`; None where the birth is unknown."""
    if birth_on is None:
        return None
    first = last = birth_on
    if precision == Precision.YEAR:
        first, last = dt.date(birth_on.year, 1, 1), dt.date(birth_on.year, 12, 31)
    elif precision == Precision.MONTH:
        first = birth_on.replace(day=1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    if last > day:
        return (0, age(first, day) or 0)
    return age(last, day), age(first, day)


def age_ruling(ages: tuple[int, int] | None, sector: str, rules: Collection[Told]) -> Ruling:
    """Whether somebody is old enough. `rules` are the facts about age of the country and of all countries."""
    law = "law-requirements"
    if ages is None:
        return Ruling(Verdict.NOT_KNOWN, "Tanggal lahirnya belum diketahui.", law)
    least, most = ages
    if most < ADULT:
        return Ruling(Verdict.NOT_OK, f"Umurnya belum {ADULT} tahun.", law)
    limits = [(rule, years_in(rule.words)) for rule in rules if rule.covers(sector)]
    for rule, years in limits:
        if years and most < years[0]:
            return _of(rule, Verdict.NOT_OK, f"Di sana paling muda {years[0]} tahun.", law)
        if years and years[1] and least > years[1]:
            return _of(rule, Verdict.NOT_OK, f"Di sana paling tua {years[1]} tahun.", law)
    return _old_enough(ages, sector, rules, limits, law)


def _old_enough(ages, sector, rules, limits, law) -> Ruling:
    least = ages[0]
    if least < max([ADULT, *(years[0] for _, years in limits if years)]):
        return Ruling(Verdict.NOT_KNOWN, "Tanggal lahirnya belum pasti, jadi umurnya belum bisa dipastikan.", law)
    if not sector and any(rule.sectors for rule in rules):
        return Ruling(Verdict.NOT_KNOWN, "Bidang kerjanya belum diketahui; ada yang meminta lebih tua.", law)
    doubtful = next((rule for rule, years in limits if not rule.is_certain or years is None), None)
    if not limits or doubtful:
        reason = f"Sudah {ADULT} tahun, tetapi umur yang diminta di sana belum bisa dipastikan."
        return _of(doubtful, Verdict.NOT_KNOWN, reason, law) if doubtful else Ruling(Verdict.NOT_KNOWN, reason, law)
    oldest = min((rule.verified_on for rule, _ in limits if rule.verified_on), default=None)
    return Ruling(Verdict.OK, "Umurnya cukup.", law, oldest)


def country_ruling(country: str, sector: str, statuses: Collection[Told]) -> Ruling:
    """Whether people may be placed in a branch of work of a country, by the facts about that country."""
    law = "law-closed-country"
    if not country or country == "-":
        return Ruling(Verdict.NOT_KNOWN, "Negara tujuannya belum diketahui.", law)
    covering = [one for one in statuses if one.covers(sector)]
    for one in covering:
        if one.placement in (Placement.CLOSED, Placement.NO_AGREEMENT):
            return _of(one, Verdict.NOT_OK, CLOSED[one.placement], law)
    if not sector and any(one.placement in CLOSED for one in statuses):
        reason = "Negara ini ditutup untuk sebagian pekerjaan, dan bidang kerjanya belum diketahui."
        return Ruling(Verdict.NOT_KNOWN, reason, law)
    for one in covering:
        if one.placement == Placement.RESTRICTED:
            return _of(one, Verdict.NOT_KNOWN, "Dibatasi: hanya lewat jalur tertentu. Pastikan dulu ke dinas.", law)
    is_open = [one for one in covering if one.placement == Placement.OPEN]
    certain = [one for one in is_open if one.is_certain]
    if certain:
        return _of(certain[0], Verdict.OK, "Dibuka untuk pekerjaan ini.", law)
    if is_open:
        return _of(is_open[0], Verdict.NOT_KNOWN, "Katanya dibuka, tetapi belum diperiksa. Pastikan dulu.", law)
    return Ruling(Verdict.NOT_KNOWN, "Belum ada keterangan untuk negara dan pekerjaan ini.", law)


CLOSED = {
    Placement.CLOSED: "Sedang ditutup untuk pekerjaan ini. Jangan berangkat dulu.",
    Placement.NO_AGREEMENT: "Tidak ada perjanjian penempatan dengan negara ini. Jangan berangkat.",
}
STOPPED = {Answer.REVOKED.value, Answer.SUSPENDED.value, Answer.EXPIRED.value, Answer.GONE.value}


def agency_ruling(
    answer: str, *, listed_on: dt.date | None, today: dt.date, order_answer: str, is_newest: bool
) -> Ruling:
    """What a look at the list says today: an answer grows old with its list, and the job order must fit too.

    `is_newest` says that no later list answers by now.
    """
    law = "law-who-places"
    if answer in STOPPED:
        return Ruling(Verdict.NOT_OK, "Izin perusahaannya tidak berlaku. Jangan bayar dan jangan berangkat.", law)
    if answer != Answer.LICENSED.value or listed_on is None:
        return Ruling(Verdict.NOT_KNOWN, "Izin perusahaannya belum bisa dipastikan.", law)
    if order_answer in WRONG_ORDER:
        return Ruling(Verdict.NOT_OK, f"Lowongannya: {OrderAnswer(order_answer).label.lower()}.", law, listed_on)
    if today - listed_on >= OLD_AFTER or not is_newest:
        return Ruling(
            Verdict.NOT_KNOWN, "Daftarnya bukan yang terbaru. Periksa lagi dengan daftar yang baru.", law, listed_on
        )
    if order_answer != OrderAnswer.FITS:
        return Ruling(Verdict.NOT_KNOWN, "Perusahaannya berizin, tetapi lowongannya belum cocok.", law, listed_on)
    return Ruling(Verdict.OK, "Perusahaannya berizin dan lowongannya sesuai.", law, listed_on)


WRONG_ORDER = {
    OrderAnswer.COUNTRY,
    OrderAnswer.SECTOR,
    OrderAnswer.COMPANY,
    OrderAnswer.CLOSED,
    OrderAnswer.CANCELLED,
    OrderAnswer.FILLED,
}


def order_fits(order, *, country: str, sector: str, licence: str, today: dt.date) -> OrderAnswer:
    """Whether a job order covers country and work and is open still; `licence` is the company's, as it is compared."""
    if order is None:
        return OrderAnswer.NONE
    if order.state in (OrderAnswer.FILLED, OrderAnswer.CANCELLED):
        return OrderAnswer(order.state)
    if order.closes_on < today:
        return OrderAnswer.CLOSED
    if country and order.country != country:
        return OrderAnswer.COUNTRY
    if sector and order.sector != sector:
        return OrderAnswer.SECTOR
    if licence and order.licence_key and order.licence_key != licence:
        return OrderAnswer.COMPANY
    known = country and sector and licence and order.licence_key
    return OrderAnswer.FITS if known else OrderAnswer.UNSURE


def _of(fact: Told, verdict: Verdict, reason: str, law: str) -> Ruling:
    return Ruling(verdict, reason, law, fact.verified_on, not fact.is_certain)
