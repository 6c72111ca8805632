"""Whether somebody's family may be written to, and what was sent."""

from infopost.models import Message, WritingConsent
from infopost.sections.declaring import Section
from infopost.views.messages import title_of

SHOWN = 3


def messages(person, reader, day) -> Section:
    """The consent that holds, and the last messages to the family."""
    about = {"household": person.household_id, "village": person.village_id}
    consents = WritingConsent.objects.visible_to(reader).filter(ended_on=None, withdrawn_at=None, **about)
    rows = Message.objects.visible_to(reader).filter(**about)[:SHOWN]
    facts = {"consent": consents.first(), "rows": [{"message": row, "title": title_of(row)} for row in rows]}
    return Section("pesan", "Pesan", "infopost/desk/_messages.html", facts)
