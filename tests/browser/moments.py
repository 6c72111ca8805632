"""When the browser tests play."""

import datetime as dt

MORNING = dt.datetime(2026, 11, 24, 1, 14, tzinfo=dt.UTC)
