"""What has to be looked up again after an act: everything, but for a few records that little is read from.

An officer notes forty visits a day. Each is an act, and after each act his first page is counted anew (decision 25); of
what stands there a visit changes two numbers and one kind of what waits.
"""

# Acts upon these records change no other table. Who reads theirs is named by the code of a duty or an indicator; what
# is not named is still as it was. A test looks at every query.
READ_BY = {
    "infopost.service": frozenset({"janji-layanan", "P1.1", "P1.2"}),
    "infopost.familycall": frozenset({"keluarga-dihubungi", "P1.8", "P1.9"}),
    "infopost.message": frozenset(),
    "infopost.writingconsent": frozenset(),
    # How a family lives is asked section by section, and no first page tells of it.
    "households.circumstances": frozenset(),
    "households.need": frozenset(),
    "households.remittance": frozenset(),
}


def acts_upon(code: str, acts: dict[str, int]) -> int:
    """How many of a village's acts, given by what they were about, may have changed what the code stands for."""
    return sum(times for kind, times in acts.items() if kind not in READ_BY or code in READ_BY[kind])
