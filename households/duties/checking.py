"""Why a family is 'perlu dicek', and for each reason the page where it is put right."""

import datetime as dt

from django.urls import reverse

from households.choices import Check
from households.duties.declaring import Reason
from households.rules.clearing import may_clear

# What is done about a reason, the page of the act, and the box on it.
OF_FAMILY = {
    Check.NO_HEAD: ("Pilih kepala keluarga", "household_head", ""),
    Check.CARD_SHARED: ("Cocokkan nomor KK", "household_change", "#id_family_card_number"),
    Check.CONSENT_MISSING: ("Catat persetujuan", "consent_add", ""),
}
OF_PERSON = {
    Check.BIRTH_UNKNOWN: ("Isi tanggal lahir", "person_change", "#id_birth_0"),
    Check.SEX_UNKNOWN: ("Isi jenis kelamin", "person_change", "#id_sex_0"),
    Check.LEFT_UNDER_AGE: ("Cocokkan tanggal lahir", "person_change", "#id_birth_0"),
    Check.ABROAD_TWICE: ("Betulkan perjalanannya", "person_detail", "#perjalanan"),
}
MATCH_NIK = ("Cocokkan NIK", "person_change", "#id_nik")
FALLBACK = ("Periksa", "person_change", "")


def reasons(household, day: dt.date) -> tuple[Reason, ...]:
    """Everything to check about a family and its living members; the members must be prefetched."""
    living = [person for person in household.members.all() if person.is_alive_on(day)]
    found = family_reasons(household)
    return (*found, *(reason for person in living for reason in person_reasons(person, whose=f"{person.name}: ")))


def family_reasons(household) -> tuple[Reason, ...]:
    """What is to be checked about the family itself."""
    acts = ((code, OF_FAMILY.get(code, ("Periksa", "household_detail", ""))) for code in household.checks)
    return tuple(_reason(code, act, household, "household_clear") for code, act in acts)


def person_reasons(person, *, whose: str = "") -> tuple[Reason, ...]:
    """What is to be checked about one member."""
    acts = ((code, OF_PERSON.get(code, MATCH_NIK if code.startswith("nik_") else FALLBACK)) for code in person.checks)
    return tuple(_reason(code, act, person, "person_clear", whose) for code, act in acts)


def _reason(code, act, record, clear, whose="") -> Reason:
    label, page, box = act
    text = Check(code).label
    return Reason(
        text=f"{whose}{text[:1].lower() if whose and not text.startswith('NIK') else text[:1]}{text[1:]}",
        act=label,
        url=reverse(f"households:{page}", args=[record.pk]) + box,
        clear_url=reverse(f"households:{clear}", args=[record.pk]) if may_clear(code) else "",
    )
