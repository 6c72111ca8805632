"""News of somebody who has come home while a silence was noted."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.households.test_abroad_acts import hear, lose
from tests.households.test_journey_acts import come_home


@pytest.fixture
def away(sari):
    person = PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))
    return TripFactory(person=person, departed_on=dt.date(2025, 3, 4))


def test_news_of_somebody_who_is_home_is_of_a_day_before_the_return(sari, away):
    lose(sari, away)
    come_home(sari, away, "2026-06-10")

    with pytest.raises(ValidationError, match="sesudah tanggal pulang"):
        hear(sari, away, "2026-06-11")
    hear(sari, away, None)

    assert away.contact_losses.get().heard_on == dt.date(2026, 6, 10)


def test_news_within_the_month_of_a_return_is_before_it_for_all_that_is_known(sari, away):
    lose(sari, away)
    come_home(sari, away, "2026-06")

    with pytest.raises(ValidationError, match="sesudah tanggal pulang"):
        hear(sari, away, "2026-07-01")

    assert hear(sari, away, "2026-06-11").open_loss is None
