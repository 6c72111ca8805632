"""Which reasons to check may be right as they are, and as long as what answers stand."""

import hashlib

from households.choices import Check

# The answers that each such reason is about. A NIK stays for life although its date was corrected (UU 23/2006 article
# 13), and families may share a card; but consent has to be asked, and somebody is the head of every family.
ABOUT: dict[str, tuple[str, ...]] = {
    Check.NIK_SERIAL_ZERO: ("nik",),
    Check.NIK_REGION_UNKNOWN: ("nik",),
    Check.NIK_DATE_IMPOSSIBLE: ("nik",),
    Check.NIK_BIRTH_DIFFERS: ("nik", "birth_on", "birth_precision"),
    Check.NIK_SEX_DIFFERS: ("nik", "sex"),
    Check.BIRTH_UNKNOWN: ("birth_on",),
    Check.CARD_SHARED: ("family_card_number",),
}


def may_clear(code: str) -> bool:
    """Whether the answer can be right although it looks wrong."""
    return code in ABOUT


def basis(code: str, record) -> str:
    """What the answers that the reason is about look like now; another text once one of them changes."""
    answers = [str(getattr(record, column) or "") for column in ABOUT[code]]
    return hashlib.sha256("\n".join([str(record.pk), code, *answers]).encode()).hexdigest()


def uncleared(codes: list[str], record, cleared: dict[str, str]) -> list[str]:
    """The reasons that still stand; `cleared` are the bases by code of those that were found right as they are."""
    return [code for code in codes if not (code in cleared and cleared[code] == basis(code, record))]


def in_force(record) -> list:
    """What was found right as it is and still stands so; the record's clearances must be prefetched."""
    return [each for each in record.clearances.all() if may_clear(each.code) and each.basis == basis(each.code, record)]
