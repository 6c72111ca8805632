"""Where the demo's village posts are, and when somebody sits there."""

from accounts.models import User
from infopost.actions import open_post
from toolkit.ids import new_id

HOURS = "Senin–Jumat, 08.00–15.00"


def describe_post(*, by: User) -> None:
    """Let the officer say where the village's post is. It has no telephone: an invented number might be somebody's."""
    values = {"place": f"Balai {by.region.title}", "hours": HOURS, "officer_name": by.full_name, "phone": ""}
    open_post(by=by, post_id=new_id(), values=values)
