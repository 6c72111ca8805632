"""What the demo's officers warn of at their posts: invented, and told as deeds."""

import datetime as dt

from accounts.models import User
from infopost.actions import note_warning
from infopost.models import VillageWarning
from toolkit.ids import new_id


def warn(*, by: User, today: dt.date) -> None:
    """Let an officer warn of what happened in his village, for the whole kabupaten."""
    noted = note_warning(
        by=by,
        warning_id=new_id(),
        values={
            "poses_as": "petugas kementerian",
            "how": "Ia datang ke rumah, membawa surat bercap, dan minta uang muka. Katanya berangkat minggu depan.",
            "since": (today - dt.timedelta(days=40)).replace(day=1),
            "since_precision": "month",
            "until": today + dt.timedelta(days=60),
            "for_regency": True,
        },
    )
    # The actions write the present, and the demo has a past.
    at = dt.datetime.combine(today - dt.timedelta(days=12), dt.time(3), dt.UTC)
    VillageWarning.objects.editable_by(by).filter(pk=noted.pk).update(known_at=at)
