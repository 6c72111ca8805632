"""What the post has promised somebody for a day."""

from django.db.models import F
from django.urls import reverse

from households.duties import Duty, DutyLine
from households.duties.declaring import days_after
from households.duties.families import home_of
from infopost.models import Service
from infopost.service_choices import FollowUp
from toolkit.dates import date_in_words


def _promised(user, day):
    """Of people who still live in the village that made the promise: a nameless visitor has no family to go to."""
    waiting = Service.objects.visible_to(user).standing().filter(follow_up=FollowUp.WAITING, follow_up_on__lte=day)
    return waiting.filter(person__village=F("village")).annotate(since=F("follow_up_on"))


def _line(service, day) -> DutyLine:
    return DutyLine(
        name=service.person.name,
        facts=f"{service.get_topic_display()} · dijanjikan {date_in_words(service.follow_up_on)}",
        page_url=reverse("infopost:person_desk", args=[service.person_id]),
        act="Catat tindak lanjut",
        url=reverse("infopost:service_follow", args=[service.pk]),
        where=home_of(service.person.household),
    )


DUTIES = (
    Duty(
        "janji-layanan",
        "Janji di pos yang harinya sudah tiba",
        "Orangnya menunggu kabar dari pos. Lakukan, lalu catat bagaimana jadinya.",
        rows=_promised,
        line=_line,
        household="person__household",
        joined=("person__household",),
        due=days_after(0),
        noun="orang",
    ),
)
