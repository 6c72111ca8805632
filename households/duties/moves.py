"""What waits between two villages: families that are offered, and those that were offered and not taken."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import TruncDate
from django.urls import reverse

from households.duties.declaring import Duty, DutyLine, Reason, days_after
from households.duties.families import family_line, kept
from households.models import IncomingMove, MoveOffer

PATHS = {"village_id": "to_village_id", "village__name": "to_village__name", "sort_name": "household__sort_name"}
# A family that has come should not stand between two villages for more than two weeks.
DAYS_TO_ANSWER = 14
# The officer thinks that the family has gone: he should know within a week where it is.
DAYS_TO_ASK = 7
# What may have become of a family that the other village did not take.
AFTER_REFUSAL = (
    ("Ternyata masih di desa ini", "Catat kunjungan", "household_verify"),
    ("Tinggal di desa lain", "Tawarkan lagi", "household_move"),
    ("Tidak diketahui di mana", "Tutup rumah tangga", "household_close"),
)


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


def _declined(user, day: dt.date):
    """Until something is done about the family: a visit, another offer, a closing."""
    offers = MoveOffer.objects.visible_to(user).declined_and_unsettled()
    return offers.filter(household__in=kept(user, day)).annotate(since=TruncDate("answered_at"))


def _answer(offer, day: dt.date) -> DutyLine:
    household = offer.household
    why = [Reason(text, act, reverse(f"households:{page}", args=[household.pk])) for text, act, page in AFTER_REFUSAL]
    reason = offer.get_decline_reason_display()
    more = f"jawaban {offer.to_village.title}: {reason[:1].lower()}{reason[1:]}"
    return family_line(household, day, act="Buka", url=household.get_absolute_url(), why=why, more=more)


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
    Duty(
        "pindah-ditolak",
        "Tawaran pindah ditolak desa tujuan",
        "Keluarga ini masih terdata di desa Anda. Tanyakan di mana mereka tinggal sekarang.",
        rows=_declined,
        line=_answer,
        household="household",
        joined=("household", "to_village"),
        fetched=("household__members",),
        due=days_after(DAYS_TO_ASK),
    ),
)
