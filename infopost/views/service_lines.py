"""A service as a line of the register."""

from dataclasses import dataclass

from accounts.roles import Verb
from infopost.forms.services import VISITORS


@dataclass(frozen=True)
class ServiceLine:
    """Who came, with the link to his page at the post where the registry knows him, and what can be done."""

    service: object
    who: str
    person: object
    is_visitor: bool
    can_edit: bool


def line_of(service, reader) -> ServiceLine:
    """The line; the person must be joined."""
    person = service.known_person
    return ServiceLine(
        service=service,
        who=who_in_words(service),
        person=person,
        is_visitor=service.person_id is None and not service.is_gathering,
        can_edit=reader.may(Verb.EDIT_HOUSEHOLDS),
    )


def who_in_words(service) -> str:
    """The name, or what is known without one."""
    if service.is_gathering:
        where = f" di Dusun {service.hamlet}" if service.hamlet else ""
        return f"Penyuluhan{where}, {service.people} orang"
    if service.known_person:
        return service.person.name
    if service.person_id:
        return "Orang yang sudah pindah desa"
    return service.visitor_name or VISITORS.get(service.sex, "Tamu")
