"""Days as the loaders write them: every day of a century is put into words once, because millions are needed."""

import datetime as dt
from zoneinfo import ZoneInfo

from regions.places import zone_of

CENTURY = 366 * 105


class Calendar:
    """Days counted backwards from the world's today, as text."""

    def __init__(self, today: dt.date):
        self.today = today
        days = [today - dt.timedelta(days=ago) for ago in range(CENTURY)]
        # 29 February is no birthday here: a NIK tells two digits of the year, and not every century has that day.
        self.days = [day.isoformat() for day in days]
        self.births = ["28".join(day.rsplit("29", 1)) if day.endswith("02-29") else day for day in self.days]
        self.months = [f"{day[:8]}01" for day in self.days]
        self.years = [f"{day[:5]}01-01" for day in self.days]
        morning = dt.datetime.combine(today, dt.time(2), tzinfo=dt.UTC)
        self.stamps = [f"{int((morning - dt.timedelta(days=ago)).timestamp() * 1000):012x}" for ago in range(CENTURY)]
        self.digits = [f"{day[8:10]}{day[5:7]}{day[2:4]}" for day in self.births]
        self.women_digits = [f"{int(text[:2]) + 40}{text[2:]}" for text in self.digits]

    def ago(self, day: str) -> int:
        """How many days before today that was."""
        return (self.today - dt.date.fromisoformat(day)).days

    def weekday(self, ago: int) -> int:
        """The day of the week, from Monday as 0."""
        return (self.today.weekday() - ago) % 7

    def hour_in(self, code: str) -> str:
        """Half past nine in the village, as the databases keep it: ' 02:30:00' for WIB."""
        at = dt.datetime.combine(self.today, dt.time(9, 30), tzinfo=ZoneInfo(zone_of(code)))
        return f" {at.astimezone(dt.UTC):%H:%M:%S}"
