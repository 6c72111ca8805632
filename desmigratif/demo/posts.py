"""Where the demo's village posts are, when somebody sits there, and what families have read at their screens."""

import datetime as dt
import random

from accounts.models import User
from infopost.actions import open_post
from infopost.choices import Counted
from infopost.models import PageCount
from infopost.rules.verdicts import Colour
from infopost.topics import read_topics
from toolkit.ids import new_id

HOURS = "Senin–Jumat, 08.00–15.00"
DAYS_READ = 75
MOST_A_DAY = 9
SATURDAY = 5


def describe_post(*, by: User) -> None:
    """Let the officer say where the village's post is. It has no telephone: an invented number might be somebody's."""
    values = {"place": f"Balai {by.region.title}", "hours": HOURS, "officer_name": by.full_name, "phone": ""}
    open_post(by=by, post_id=new_id(), values=values)


def read_at_post(*, village: str, today: dt.date) -> None:
    """What was opened at the village's screen on past working days: the same numbers whenever the demo is built."""
    chance = random.Random(f"dibaca {village}")  # noqa: S311 - invented numbers
    subjects = [(Counted.PAGE, slug) for slug in (*read_topics(), "negara")]
    subjects += [(Counted.CHECK, colour.value) for colour in Colour]
    rows = []
    for back in range(1, DAYS_READ):
        day = today - dt.timedelta(days=back)
        for kind, subject in subjects:
            times = chance.randrange(-4, MOST_A_DAY if kind == Counted.PAGE else MOST_A_DAY // 3)
            if times > 0 and day.weekday() < SATURDAY:
                rows.append(PageCount(day=day, village_id=village, kind=kind, subject=subject, times=times))
    PageCount.objects.bulk_create(rows)
