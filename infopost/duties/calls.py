"""Families of those away whom the post has not spoken with for too long."""

from django.urls import reverse

from households.duties import Duty, DutyLine
from households.duties.declaring import days_after
from households.duties.families import home_of
from infopost.away import to_call
from infopost.rules.silence import FIRST
from toolkit.dates import date_in_words


def _line(trip, day) -> DutyLine:
    return DutyLine(
        name=trip.person.name,
        facts=f"{trip.country_label} · keluarganya tidak dihubungi sejak {date_in_words(trip.since)}",
        page_url=reverse("infopost:person_desk", args=[trip.person_id]),
        act="Catat kabar",
        url=reverse("infopost:call_note", args=[trip.pk]),
        where=home_of(trip.person.household),
    )


DUTIES = (
    Duty(
        "keluarga-dihubungi",
        "Keluarga yang ditinggal perlu dihubungi",
        f"Sudah {FIRST.days} hari pos tidak berbicara dengan keluarganya, atau harinya sudah tiba. Tanyakan kabarnya.",
        rows=to_call,
        line=_line,
        household="person__household",
        joined=("person__household",),
        due=days_after(2 * FIRST.days),
        gathered="keluarga perlu dihubungi",
    ),
)
