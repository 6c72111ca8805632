"""The letters about somebody, and those that the village can give him now."""

from django.urls import reverse

from accounts.roles import Verb
from households.choices import Stage
from infopost.letter_choices import LetterKind
from infopost.letters.facts import standing_stage
from infopost.letters.telling import PAGES, chip_of
from infopost.models import Letter
from infopost.sections.declaring import Section

SHOWN = 10
# Who prepares to go, and who has come home; leave of the family is asked of anybody who wants to go.
KINDS = {
    Stage.PROSPECTIVE: (LetterKind.FAMILY, LetterKind.MARITAL, LetterKind.COVER),
    Stage.ACTIVE: (),
    Stage.RETURNED: (LetterKind.RETURN, LetterKind.MARITAL, LetterKind.FAMILY),
    "": (LetterKind.FAMILY,),
}


def letters(person, reader, day) -> Section | None:
    """Letters with their state, the newest first, and the ways to a new one for whoever prepares them."""
    if not reader.may(Verb.READ_LETTERS):
        return None
    found = Letter.objects.visible_to(reader).filter(person=person).defer("crest")[:SHOWN]
    told = []
    for letter in found:
        letter.person = person
        told.append((letter, chip_of(letter)))
    gives = reader.may(Verb.GIVE_LETTERS) and person.is_member_on(day)
    kinds = KINDS[standing_stage(person, day)] if gives else ()
    ways = [(kind.label, reverse(PAGES[kind], args=[person.pk])) for kind in kinds]
    return Section("surat", "Surat dari desa", "infopost/desk/_letters.html", {"letters": told, "ways": ways})
