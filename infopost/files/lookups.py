"""Looking a candidate's company and job order up: in the list of licensed companies, and on the board."""

import datetime as dt
from dataclasses import dataclass

from households.models import Trip
from infopost.companies import ask
from infopost.models import Agency, AgencyList, JobOrder
from infopost.rules.companies import Answer, licence_key, standing
from infopost.rules.requirements import order_fits

# As many letters as the registry keeps of a company's name.
NAME_LENGTH = 120
LISTED_ORDERS = 60


@dataclass(frozen=True)
class Found:
    """The company's name and licence for the registry, and the columns of the check."""

    name: str
    licence: str
    columns: dict


def look_up(trip: Trip, *, agency: Agency | None, name: str, order: JobOrder | None, today: dt.date) -> Found:
    """What the newest list says of a company that was chosen from it, or of a name that is not on it."""
    newest = AgencyList.objects.newest()
    if agency is not None:
        answer = standing(agency, listed_on=newest.listed_on, today=today)
        name, licence = agency.name, agency.licence
    else:
        finding = ask(name, newest=newest, today=today)
        # A name that is typed stands for no company on the list, however alike the two are.
        answer = Answer.ALIKE if finding.answer is Answer.LICENSED else finding.answer
        licence = ""
    fits = order_fits(
        order, country=trip.country, sector=trip.sector, licence=licence_key(licence), today=today
    )  # fmt: skip
    columns = {
        "name": name[:NAME_LENGTH],
        "in_list": newest,
        "agency": agency,
        "answer": answer.value,
        "order": order,
        "order_answer": fits,
    }
    return Found(name[:NAME_LENGTH], licence[:60], columns)


def orders_for(village: str) -> list[JobOrder]:
    """Job orders that the village is told of, the last to close first; those that have closed say so themselves."""
    return list(JobOrder.objects.for_place(village).order_by("-closes_on", "pk")[:LISTED_ORDERS])
