"""What an officer types, as a browser posts it."""

from households.wording import CURRENT_VERSION

FAMILY_OF_THREE = [
    {"name": "Ahlul", "relation": "head", "sex": "L", "birth": (20, 5, 1970), "nik": "5203172005706996"},
    {
        "name": "Rusdah",
        "relation": "wife",
        "sex": "P",
        "birth": ("", "", 1975),
        "nik_missing": "not_at_hand",
        "abroad": "active",
        "country": "SA",
        "since": ("", "", 2024),
        "evidence": "told",
    },
    {"name": "Adini As'ad", "relation": "child", "sex": "P", "birth": (10, 3, 2016), "nik_missing": "not_issued"},
]


def member_post(answers: dict, prefix: str = "") -> dict:
    """One person's answers as fields; dates are written as (day, month, year)."""
    post = {f"{prefix}abroad": "none", f"{prefix}nik": ""} | ({} if prefix else {"joined_how": "forgotten"})
    for name, answer in answers.items():
        if isinstance(answer, tuple):
            post |= {
                f"{prefix}{name}_{part}": str(value)
                for part, value in zip(("day", "month", "year"), answer, strict=True)
            }
        else:
            post[f"{prefix}{name}"] = answer
    return post


def registration_post(members=FAMILY_OF_THREE, **changes) -> dict:
    """The registering page filled in."""
    post = {
        "version": "0",
        "consent-told": "on",
        "consent-wording": CURRENT_VERSION,
        "consent-given_by": "Ahlul",
        "consent-how": "spoken",
        "consent-guardian": "Ahlul",
        "address-hamlet": "Mangsit",
        "address-rt": "4",
        "address-rw": "002",
        "members-TOTAL_FORMS": str(len(members)),
        "members-INITIAL_FORMS": "1",
    }
    for place, answers in enumerate(members):
        post |= member_post(answers, f"members-{place}-")
    return post | changes
