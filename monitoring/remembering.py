"""What was found of each kind of duty in a village, remembered until somebody has written what may change it."""

import datetime as dt
from collections.abc import Callable

from django.core.cache import cache

from accounts.changes import changes_within
from households.duties import Duty
from monitoring.duties import DUTIES
from monitoring.glance import REMEMBERED_SECONDS
from monitoring.narrow import acts_upon
from regions.models import Level


def of_each_kind(purpose: str, user, day: dt.date, ask: Callable[[tuple[Duty, ...]], dict], acts=None) -> dict:
    """What `ask` finds of each kind for `user` on `day`, by the duty's code; of some kinds there may be nothing.

    Asking for some twenty kinds costs more than the rest of a page, and these pages are opened all day long: for who
    has one village, only the kinds are asked for again that an act since may have changed (decision 25). What is found
    must not hold rows. Wider readers are answered anew each time. `acts` are those of the village, if they are
    known already.
    """
    if user.office.level != Level.VILLAGE:
        return ask(DUTIES)
    acts = changes_within(user.region_id) if acts is None else acts
    key = f"{purpose}:{user.region_id}:{user.role}:{day}"
    states = {duty.code: acts_upon(duty.code, acts) for duty in DUTIES}
    kept = {code: told for code, told in cache.get(key, {}).items() if told[0] == states[code]}
    if old := tuple(duty for duty in DUTIES if duty.code not in kept):
        found = ask(old)
        kept |= {duty.code: (states[duty.code], found.get(duty.code)) for duty in old}
        cache.set(key, kept, REMEMBERED_SECONDS)
    return {duty.code: told for duty in DUTIES if (told := kept[duty.code][1]) is not None}
