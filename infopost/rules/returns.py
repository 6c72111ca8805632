"""What the village offers somebody who came home, and the year in which the rules give him social empowerment.

The year is that of `households.rules.homecomings`, where its article stands.
"""

import datetime as dt

from households.homecoming_choices import Reintegration, Wellbeing, Wish
from households.rules.dates import years_before
from households.rules.homecomings import year_after
from infopost.return_choices import Left, Offer

DAY = dt.timedelta(days=1)
# So long before the year ends somebody is reminded of it.
NOTICE = dt.timedelta(days=30)
TALK_WITHIN = 30
# Answers after which nobody has to be reminded of the year.
ACCOMPANIED = (Reintegration.DONE, Reintegration.NOT_WANTED, Reintegration.REFUSED)
OFFERS = {
    Wish.STAY: (Offer.GROUP, Offer.COOPERATIVE, Offer.TRAINING),
    Wish.BUSINESS: (Offer.BUSINESS, Offer.TRAINING, Offer.COOPERATIVE, Offer.GROUP),
    Wish.JOB: (Offer.JOB, Offer.TRAINING, Offer.SCHOOL),
    Wish.AGAIN: (Offer.AGAIN, Offer.TRAINING),
    Wish.UNDECIDED: (Offer.GROUP, Offer.TRAINING),
}


def offers_for(wish: str, *, rights=(), wellbeing: str = "") -> tuple[Offer, ...]:
    """What to offer first: what is his by right, then what heals, then what fits the wish."""
    offers = [Offer.RIGHTS] if Left.LEFT in rights else []
    offers += [Offer.HEALTH] if wellbeing == Wellbeing.HELP else []
    return (*offers, *OFFERS.get(wish, ()))


def first_return_open_on(day: dt.date) -> dt.date:
    """The earliest return of which the year has not ended before `day`."""
    back = years_before(day, 1)
    return back if year_after(back) >= day else back + DAY


def last_return_over_by(day: dt.date) -> dt.date:
    """The latest return of which the year ends on `day` or earlier."""
    back = years_before(day, 1)
    while year_after(back + DAY) <= day:
        back += DAY
    return back if year_after(back) <= day else back - DAY
