"""A story on paper, for the officer's folder."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string

from monitoring.places import Place
from monitoring.stories import families, people
from monitoring.stories.chapters import Chapter, Story
from toolkit import pdf

SECONDS = 10


def family_story(household, *, by, now: dt.datetime) -> Story:
    """The card of a family."""
    day = _day(household, now)
    told = families.chapters(household, day)
    return _story("Kartu Rumah Tangga", families.title(household, day), household, told, by, now)


def person_story(person, *, by, now: dt.datetime) -> Story:
    """The summary of a person."""
    told = people.chapters(person, _day(person, now), by)
    return _story("Ringkasan Anggota", person.name, person, told, by, now)


def draw(story: Story) -> pdf.Pdf:
    """The story as PDF. Raises PdfFailed."""
    context = {"story": story, "programme": settings.PROGRAMME_NAME, "institution": settings.INSTITUTION_NAME}
    with pdf.Press(SECONDS) as press:
        return press.draw(render_to_string("monitoring/story_print.html", context))


def file_name(story: Story) -> str:
    """What the file is called: its kind, village and day, and no name of a person."""
    kind = story.kind.lower().replace(" ", "-")
    return f"{kind}-{story.place.code}-{story.made_at:%Y-%m-%d}.pdf"


def _day(record, now) -> dt.date:
    return now.astimezone(ZoneInfo(record.village.timezone)).date()


def _story(kind, title, record, told: tuple[Chapter, ...], by, now) -> Story:
    place = Place(record.village)
    return Story(
        kind=kind,
        title=title,
        place=place,
        chapters=told,
        made_at=now.astimezone(ZoneInfo(place.timezone)),
        made_by=f"{by.full_name}, {by.get_role_display()}",
        zone=place.zone_word,
    )
