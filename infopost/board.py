"""What stands on the board on a day, and whether each company is still on the list of licensed ones."""

import datetime as dt
from dataclasses import dataclass

from infopost.choices import Placement
from infopost.models import Agency, AgencyList, CalendarEntry, Fact, JobOrder
from infopost.rules.companies import Answer, standing

MOST = 60


@dataclass(frozen=True)
class Offer:
    """A job order with what the newest list says about its company, and whether its country is shut to some work."""

    order: JobOrder
    answer: Answer
    is_country_shut: bool = False

    @property
    def is_licensed(self) -> bool:
        """Whether the company's licence is known to hold."""
        return self.answer is Answer.LICENSED

    @property
    def is_stopped(self) -> bool:
        """Whether the company may not place anybody now."""
        return self.answer in (Answer.REVOKED, Answer.SUSPENDED, Answer.EXPIRED)


@dataclass(frozen=True)
class Board:
    """Everything that is open on a day."""

    offers: list[Offer]
    entries: list[CalendarEntry]

    @property
    def is_invented(self) -> bool:
        """Whether something on it is an example only."""
        rows = [*(offer.order for offer in self.offers), *self.entries]
        return any(row.is_invented for row in rows)


def open_on(day: dt.date, *, village: str | None) -> Board:
    """What is open on `day` for everybody, and for a village where one is named."""
    orders = list(JobOrder.objects.shown_on(day).for_place(village).select_related("region")[:MOST])
    entries = list(CalendarEntry.objects.shown_on(day).for_place(village).select_related("region")[:MOST])
    return Board(_offers(orders, day), entries)


def _offers(orders, day):
    newest = AgencyList.objects.newest()
    keys = {order.licence_key for order in orders} - {""}
    known = {agency.licence_key: agency for agency in Agency.objects.filter(in_list=newest, licence_key__in=keys)}
    shut = _shut_countries({order.country for order in orders})
    return [Offer(order, _answer(known.get(order.licence_key), newest, day), order.country in shut) for order in orders]


def _shut_countries(countries) -> set[str]:
    """Those of these countries in which some branch of work is closed, or placed without an agreement."""
    shut = Fact.objects.shown().filter(placement__in=[Placement.CLOSED, Placement.NO_AGREEMENT])
    return set(shut.filter(country__in=countries).values_list("country", flat=True))


def _answer(agency, newest, day) -> Answer:
    if newest is None:
        return Answer.NO_LIST
    if agency is None:
        return Answer.NOT_FOUND
    return standing(agency, listed_on=newest.listed_on, today=day)
