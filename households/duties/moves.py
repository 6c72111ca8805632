"""What waits between two villages: families that another village offers, and that the officer takes or declines."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import TruncDate
from django.urls import reverse

from households.duties.declaring import Duty, DutyLine, days_after
from households.models import IncomingMove

PATHS = {"village_id": "to_village_id", "village__name": "to_village__name", "sort_name": "household__sort_name"}
# A family that has come should not stand between two villages for more than two weeks.
DAYS_TO_ANSWER = 14


@dataclass(frozen=True)
class DutyOfArrival(Duty):
    """A duty whose families still live elsewhere: it lies in the receiving village, and in no hamlet yet."""

    def path(self, column: str) -> str:
        """The own village instead of the family's; of where the family lives nothing is said."""
        return PATHS.get(column, "nowhere")


def _offered(user, day: dt.date):
    offers = IncomingMove.objects.visible_to(user).waiting()
    return offers.annotate(since=TruncDate("offered_at"), nowhere=Value(""))


def _line(offer, day: dt.date) -> DutyLine:
    facts = f"{offer.size} orang · dari {offer.from_village.title}"
    url = reverse("households:move_answer", args=[offer.pk])
    return DutyLine(offer.head_name, facts, url, "Jawab", url)


DUTIES = (
    DutyOfArrival(
        "pindah-masuk",
        "Tawaran pindah menunggu jawaban",
        "Desa lain menawarkan keluarga yang sekarang tinggal di desa Anda.",
        rows=_offered,
        line=_line,
        joined=("from_village", "household"),
        fetched=("household__members",),
        due=days_after(DAYS_TO_ANSWER),
    ),
)
