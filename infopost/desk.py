"""One person at the village post: what was done for somebody there, and what can be done next, section by section.

A new section: a file with a function, and its line in `SECTIONS`; the page draws them in this order.
"""

import datetime as dt
from collections.abc import Callable

from households.models import Person
from infopost.sections.calls import calls
from infopost.sections.declaring import Section
from infopost.sections.files import candidate_file
from infopost.sections.letters import letters
from infopost.sections.messages import messages
from infopost.sections.returns import homecoming
from infopost.sections.services import services

# Each asks for (person, reader, day), makes two queries at most, and answers None where it has nothing to say.
SECTIONS: tuple[Callable[[Person, object, dt.date], Section | None], ...] = (
    services,
    candidate_file,
    letters,
    calls,
    homecoming,
    messages,
)


def sections_of(person: Person, reader, day: dt.date) -> list[Section]:
    """The sections that have something to say about this person to this reader."""
    return [section for make in SECTIONS if (section := make(person, reader, day)) is not None]
