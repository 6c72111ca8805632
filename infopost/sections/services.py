"""What the post has done for somebody."""

from infopost.models import Service
from infopost.sections.declaring import Section
from infopost.views.service_lines import line_of

SHOWN = 5


def services(person, reader, day) -> Section:
    """The last visits and calls, and the way to note the next."""
    rows = Service.objects.visible_to(reader).filter(person=person, village=person.village_id)
    lines = [line_of(row, reader) for row in rows.with_lines()[:SHOWN]]
    return Section("layanan", "Layanan", "infopost/desk/_services.html", {"lines": lines})
