"""How a family lives, in words, for its page."""

from dataclasses import dataclass

from django.urls import reverse

from households.living import AID, NO_ANSWER, SECTIONS, MayCall, NeedsAnswer, Section, WhatsappAnswer, YesNo
from households.models import Circumstances
from households.rules.contacts import phone_in_words, place_in_words
from households.views.remittance_lines import last_in_words
from toolkit.dates import date_in_words


@dataclass(frozen=True)
class SectionLine:
    """A section on the family's page: what was answered, when, and where it is asked."""

    title: str
    texts: list[str]
    told: str
    url: str
    is_form: bool = True


def address_of(section: Section) -> str:
    """The name of the address where a section is asked."""
    return f"households:household_{section.name}"


def section_lines(household, *, locates: bool) -> list[SectionLine]:
    """A line for each section and one for money sent home; the family comes `with_life`.

    `locates` says whether the reader may see where the house stands.
    """
    known = Circumstances.of(household)
    tell = {"dwelling": _dwelling, "contact": _contact, "aid": _aid, "income": _income, "needs": _needs}
    lines = []
    for section in SECTIONS.values():
        told_on = getattr(known, section.told_on)
        texts = tell[section.name](known)
        if section.name == "dwelling" and locates and known.latitude is not None:
            texts.append(f"titik {place_in_words(known.latitude, known.longitude)}")
        told = f"ditanyakan {date_in_words(told_on)}" if told_on else ""
        lines.append(SectionLine(section.title, texts, told, reverse(address_of(section), args=[household.pk])))
    sent = reverse("households:household_remittances", args=[household.pk])
    money = SectionLine("Kiriman", last_in_words(household.last_remittance), "", sent, is_form=False)
    # In the order in which it is asked: needs come last.
    return [*lines[:-1], money, lines[-1]]


def _dwelling(known):
    return _said(known, "dwelling", "rumah")


def _contact(known):
    texts = [phone_in_words(known.phone)] if known.phone else _said(known, "phone_answer", "telepon")
    if known.whatsapp_answer == WhatsappAnswer.OTHER:
        texts.append(f"WhatsApp {phone_in_words(known.whatsapp)}")
    elif known.whatsapp_answer == WhatsappAnswer.SAME:
        texts.append("WhatsApp nomor yang sama")
    else:
        texts += _said(known, "whatsapp_answer", "WhatsApp")
    if known.may_call == MayCall.NAMED:
        texts.append(f"boleh ditelepon: {known.may_call_name}")
    elif known.may_call == MayCall.NOBODY:
        texts.append("jangan ditelepon")
    elif known.may_call == MayCall.ANYBODY:
        texts.append("boleh ditelepon: siapa saja di rumah")
    else:
        texts += _said(known, "may_call", "boleh ditelepon")
    return texts


def _aid(known):
    """Each kind of aid under its answer: 'ya: PKH, BPNT', 'tidak: PIP'."""
    texts = []
    for answer in YesNo:
        kinds = [_word(known, name) for name in AID if getattr(known, name) == answer]
        if kinds:
            texts.append(f"{answer.label.lower()}: {', '.join(kinds)}")
    return texts


def _income(known):
    texts = _said(known, "income_source", "sumber")
    if known.income_band:
        texts.append(f"sebulan: {known.get_income_band_display().lower()}")
    if known.remittance_share:
        texts.append(f"dari kiriman: {known.get_remittance_share_display().lower()}")
    return texts


def needs_in_words(known, needs) -> list[str]:
    """What the family needs still; without anything, what it said."""
    still = [need.get_kind_display() for need in needs if need.met_on is None]
    if still:
        return still
    if known.needs_answer == NeedsAnswer.SOME:
        return ["semua yang disebut sudah terpenuhi"]
    return _said(known, "needs_answer", "kebutuhan")


def _needs(known):
    return needs_in_words(known, known.household.needs.all())


def _said(known, name, about):
    """The answer in words; one that says nothing of the matter with what it is about."""
    value = getattr(known, name)
    if not value:
        return []
    words = known._meta.get_field(name).choices
    label = dict(words)[value]
    return [f"{about}: {label.lower()}"] if value in NO_ANSWER else [label]


def _word(known, name):
    return {"aid_registered": "DTSEN"}.get(name, str(known._meta.get_field(name).verbose_name))
