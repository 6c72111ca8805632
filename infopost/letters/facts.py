"""What a letter says about somebody: the values of its places, from the registry and from what was answered."""

from households.countries import REFUSED, country_name
from households.person_choices import SILENT
from households.rules.dates import birth_as_typed
from households.rules.journeys import standing_of
from infopost.letter_choices import CivilStatus, Kinship, LetterKind
from infopost.models import Fact, Letter
from infopost.rules.letters import Leave, Traveller, kinship_of
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import inside

UNDECIDED, NOTHING = "yang belum ditentukan", "–"
# The facts that name the article behind each letter; where one is missing, the letter names none.
LAWS = {
    LetterKind.FAMILY: "law-family-permission",
    LetterKind.MARITAL: "law-documents",
    LetterKind.COVER: "law-village",
    LetterKind.RETURN: "law-after",
}
NO_LAW = "yang berlaku"
SPOUSES = {"L": "Suami", "P": "Istri"}


def standing_stage(person, day) -> str:
    """Where somebody stands with work abroad on `day`; empty for nowhere."""
    standing = standing_of(person, day)
    return standing.stage if standing else ""


def traveller_of(person) -> Traveller:
    """What the rules look at of whoever wants to go."""
    return Traveller(person.birth_on, person.birth_precision, person.marital, person.relation)


def leave_of(person, entry, signer) -> Leave:
    """What the rules look at of whoever gives leave; `signer` is his row where he is of the registry."""
    birth = birth_as_typed(signer.birth_on, signer.birth_precision) if signer else entry.birth
    is_member = signer is not None and signer.household_id == person.household_id
    return Leave(
        kinship=entry.kinship,
        birth_on=birth.value,
        birth_precision=birth.precision,
        is_traveller=(signer is not None and signer.pk == person.pk) or (bool(entry.nik) and entry.nik == person.nik),
        is_member=is_member,
        relation=signer.relation if is_member else "",
        identity_seen=entry.identity_seen,
        kinship_seen=entry.kinship_seen,
        is_present=entry.is_present,
        consent=entry.consent,
    )


def has_spouse(person, members, day) -> bool:
    """Whether a husband or wife of somebody belongs to his family on `day`; the members must be at hand."""
    others = (one for one in members if one.pk != person.pk and one.is_member_on(day))
    return any(kinship_of(one.relation, person.relation) == Kinship.SPOUSE for one in others)


def values_of(letter: Letter, person, trip, *, laws: dict[str, str] | None = None) -> dict[str, str]:
    """The value of every place of the letter, without whole numbers; braces in what people typed are harmless.

    Whoever writes many letters has looked up the `laws` of their kinds already.
    """
    kind = LetterKind(letter.kind)
    law = (laws or laws_of([kind]))[kind]
    values = _places(person.village) | _about(person, trip) | OF_KIND[kind](letter, trip) | {"dasar": law}
    return {name: value.replace("{", "(").replace("}", ")") or NOTHING for name, value in values.items()}


def head_values(village, office_address: str) -> dict[str, str]:
    """The values of the letterhead's places."""
    return _places(village) | {"alamat_kantor": office_address}


def address_of(household) -> str:
    """Where a family lives, as a letter says it."""
    numbers = " ".join(f"{word} {value}" for word, value in (("RT", household.rt), ("RW", household.rw)) if value)
    hamlet = f"Dusun {household.hamlet}" if household.hamlet else ""
    above = household.village.parent
    parts = (household.address, f"{hamlet} {numbers}".strip(), household.village.title, f"Kecamatan {above.name}")
    return ", ".join(part for part in parts if part)


def kinship_in_words(letter: Letter) -> str:
    """'Suami', 'Istri', 'Orang tua' or 'Wali'."""
    if letter.kinship != Kinship.SPOUSE:
        return Kinship(letter.kinship).label
    sex = letter.signer.sex if letter.signer else ""
    if not sex and letter.person.sex:
        sex = "P" if letter.person.sex == "L" else "L"
    return SPOUSES.get(sex, Kinship.SPOUSE.label)


def laws_of(kinds) -> dict[str, str]:
    """For each kind of letter the law and article behind it, as the facts have it now."""
    found = Fact.objects.by_code([LAWS[kind] for kind in kinds])
    return {kind: found[LAWS[kind]].value if LAWS[kind] in found else NO_LAW for kind in kinds}


def _places(village) -> dict[str, str]:
    district = village.parent
    regency = district.parent
    return {
        "desa": village.title,
        "kecamatan": district.name,
        "kabupaten": regency.name,
        "provinsi": regency.parent.name,
    }


def _about(person, trip) -> dict[str, str]:
    birth = birth_as_typed(person.birth_on, person.birth_precision)
    job = "" if person.occupation in SILENT else person.get_occupation_display()
    known = trip is not None and trip.country not in ("", REFUSED)
    return {
        "nama": person.name,
        "lahir": ", ".join(filter(None, (person.birth_place, str(birth)))),
        "kelamin": person.get_sex_display() if person.sex else "",
        "pekerjaan": person.occupation_words or job,
        "alamat": address_of(person.household),
        "negara": country_name(trip.country) if known else f"negara {UNDECIDED}",
        "bidang": inside(trip.get_sector_display()) if trip is not None and trip.sector else UNDECIDED,
    }


def _family(letter, trip):
    return {
        "pemberi": letter.signer_name,
        "lahir_pemberi": str(letter.signer_birth),
        "alamat_pemberi": letter.signer_address,
        "hubungan": kinship_in_words(letter).lower(),
    }


def _marital(letter, trip):
    return {"status": CivilStatus(letter.marital).label}


def _cover(letter, trip):
    return {"kepada": letter.addressee, "keperluan": letter.purpose, "berkas": letter.enclosed}


def _return(letter, trip):
    def when(on, precision):
        known = PartialDate.within(on, precision) if on else PartialDate()
        return f"pada {known}" if known else "pada tanggal yang belum diketahui"

    return {
        "berangkat": when(trip.departed_on, trip.departed_precision),
        "pulang": when(trip.returned_on, trip.returned_precision),
    }


OF_KIND = {
    LetterKind.FAMILY: _family,
    LetterKind.MARITAL: _marital,
    LetterKind.COVER: _cover,
    LetterKind.RETURN: _return,
}
