"""A person's status on any date, from all journeys."""

import datetime as dt

import pytest

from households.choices import Stage
from households.models import Trip
from households.rules.journeys import life_line, stage_on, standing_on
from toolkit.dates import PartialDate

JAN, MAR, MAY, JUL, SEP = (dt.date(2026, month, 1) for month in (1, 3, 5, 7, 9))


@pytest.mark.parametrize(
    ("steps", "day", "stage"),
    [
        ({"prospective_on": JAN}, dt.date(2025, 12, 31), None),
        ({"prospective_on": JAN}, JAN, (Stage.PROSPECTIVE, JAN)),
        ({"prospective_on": JAN, "departed_on": MAR}, MAR, (Stage.ACTIVE, MAR)),
        ({"departed_on": MAR, "returned_on": MAY}, dt.date(2026, 4, 30), (Stage.ACTIVE, MAR)),
        ({"departed_on": MAR, "returned_on": MAY}, MAY, (Stage.RETURNED, MAY)),
        ({"returned_on": MAY}, MAR, None),
        ({"prospective_on": JAN, "cancelled_on": MAR}, JAN, (Stage.PROSPECTIVE, JAN)),
        ({"prospective_on": JAN, "cancelled_on": MAR}, MAR, None),
    ],
)
def test_stage_of_a_journey_on_a_day(steps, day, stage):
    assert stage_on(Trip(**steps), day) == stage


@pytest.mark.parametrize(
    ("trips", "stage", "country"),
    [
        ([], None, None),
        ([{"departed_on": JAN, "returned_on": MAR, "country": "MY"}], Stage.RETURNED, "MY"),
        (
            [
                {"departed_on": JAN, "returned_on": MAR, "country": "MY"},
                {"prospective_on": MAY, "country": "TW"},
            ],
            Stage.PROSPECTIVE,
            "TW",
        ),
        (
            [
                {"departed_on": MAY, "country": "TW"},
                {"prospective_on": JUL, "country": "HK"},
            ],
            Stage.ACTIVE,
            "TW",
        ),
        (
            [
                {"departed_on": JAN, "country": "MY"},
                {"departed_on": MAY, "country": "TW"},
            ],
            Stage.ACTIVE,
            "TW",
        ),
    ],
)
def test_standing_takes_the_weightier_stage_and_of_equals_the_later(trips, stage, country):
    standing = standing_on([Trip(**steps) for steps in trips], SEP)

    assert (standing and standing.stage, standing and standing.trip.country) == (stage, country)


def test_life_line_is_in_the_order_things_happened():
    first = Trip(departed_on=JAN, departed_precision="year", returned_on=JUL, returned_precision="unknown")
    second = Trip(prospective_on=MAY, prospective_precision="day")

    steps = [(step.on, step.what, step.happened) for step in life_line([second, first])]

    assert steps == [
        (JAN, Stage.ACTIVE, PartialDate(JAN, "year")),
        (MAY, Stage.PROSPECTIVE, PartialDate(MAY, "day")),
        (JUL, Stage.RETURNED, PartialDate()),
    ]
