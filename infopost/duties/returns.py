"""Those who came home and wait for a talk, for what was offered, or for the end of the year."""

from django.db.models import F
from django.urls import reverse

from households.duties import Duty, DutyLine
from households.duties.declaring import days_after
from households.duties.families import home_of
from households.rules.homecomings import year_after
from infopost.homecomers import open_tasks, to_talk_with, year_ending
from infopost.rules.returns import TALK_WITHIN
from toolkit.dates import PartialDate, date_in_words


def _line(trip, *, facts: str, act: str, page: str, key=None) -> DutyLine:
    return DutyLine(
        name=trip.person.name,
        facts=facts,
        page_url=reverse("infopost:return_detail", args=[trip.pk]),
        act=act,
        url=reverse(f"infopost:{page}", args=[key or trip.pk]),
        where=home_of(trip.person.household),
    )


def _talk(trip, day) -> DutyLine:
    returned = PartialDate.within(trip.returned_on, trip.returned_precision)
    facts = f"pulang dari {trip.country_label}, {returned}"
    return _line(trip, facts=facts, act="Ajak bicara", page="return_talk_hold")


def _task(task, day) -> DutyLine:
    facts = f"{task.get_offer_display()} · sampai {date_in_words(task.due_on)}"
    return _line(task.trip, facts=facts, act="Perbarui tawaran", page="task_close", key=task.pk)


def _year(trip, day) -> DutyLine:
    facts = f"setahun setelah pulang berakhir {date_in_words(year_after(trip.returned_on))}"
    return _line(trip, facts=facts, act="Catat pendampingan", page="return_talk_hold")


DUTIES = (
    Duty(
        "bicara-setelah-pulang",
        "Baru pulang, belum diajak bicara",
        "Sambut dalam bulan pertama: tanyakan hak yang tertinggal dan keinginannya.",
        rows=to_talk_with,
        line=_talk,
        household="person__household",
        joined=("person__household",),
        due=days_after(TALK_WITHIN),
        noun="orang",
    ),
    Duty(
        "tawaran-setelah-pulang",
        "Tawaran desa yang harinya sudah tiba",
        "Lakukan, atau tanyakan apakah masih diinginkan.",
        rows=lambda user, day: open_tasks(user).filter(due_on__lte=day).annotate(since=F("due_on")),
        line=_task,
        household="trip__person__household",
        joined=("trip__person__household",),
        due=days_after(0),
        noun="tawaran",
    ),
    Duty(
        "setahun-setelah-pulang",
        "Setahun setelah pulang hampir habis",
        "Pemberdayaan sosial hanya sampai setahun setelah pulang. Tanyakan, sudah didampingi?",
        rows=year_ending,
        line=_year,
        household="person__household",
        joined=("person__household",),
        due=year_after,
        noun="orang",
    ),
)
