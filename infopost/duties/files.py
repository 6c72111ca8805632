"""What waits in the candidates' files: offices that do not answer, and people for whom nothing goes on."""

import datetime as dt

from django.db.models import F
from django.db.models.functions import TruncDate
from django.urls import reverse

from households.duties import Duty, DutyLine
from households.duties.declaring import days_after
from households.duties.families import home_of
from households.duties.journeys import under_way
from infopost.files.waiting import idle
from infopost.models import Referral
from infopost.rules.files import IDLE_AFTER
from toolkit.dates import date_in_words

# Our own measure: an office that said nothing for a week is asked again.
ANSWER_WITHIN = 7


def _unanswered(user, day: dt.date):
    kept = under_way(user, day).order_by().values("pk")
    asked = Referral.objects.visible_to(user).waiting().filter(trip__in=kept)
    return asked.filter(referred_on__lte=day - dt.timedelta(days=ANSWER_WITHIN)).annotate(since=F("referred_on"))


def _idle(user, day: dt.date):
    return idle(user, day).annotate(since=TruncDate("changed_at"))


def _referral(referral, day):
    facts = f"dirujuk ke {referral.office_words} {date_in_words(referral.referred_on)}"
    return DutyLine(
        referral.trip.person.name,
        facts,
        reverse("infopost:file_detail", args=[referral.trip_id]),
        "Catat jawaban",
        reverse("infopost:referral_answer", args=[referral.pk]),
        where=home_of(referral.trip.person.household),
    )


def _candidate(trip, day):
    url = reverse("infopost:file_detail", args=[trip.pk])
    facts = f"{trip.country_label} · terakhir dicatat {date_in_words(trip.since)}"
    return DutyLine(trip.person.name, facts, url, "Buka berkasnya", url, where=home_of(trip.person.household))


DUTIES = (
    Duty(
        "rujukan-tanpa-jawaban",
        "Rujukan belum dijawab",
        "Sudah seminggu atau lebih. Tanyakan ke kantornya, lalu catat jawabannya.",
        rows=_unanswered,
        line=_referral,
        household="trip__person__household",
        joined=("trip__person__household",),
        due=days_after(ANSWER_WITHIN),
        noun="rujukan",
    ),
    Duty(
        "berkas-diam",
        "Calon PMI yang berkasnya diam",
        f"Sudah {IDLE_AFTER.days} hari tidak ada yang dicatat. Tanyakan sampai di mana, dan apa yang menghambat.",
        rows=_idle,
        line=_candidate,
        household="person__household",
        joined=("person__household",),
        gathered="calon PMI menunggu langkah berikutnya",
        noun="orang",
    ),
)
