"""A family that was accepted by mistake goes back by the same way."""

import datetime as dt

from households.models import PastMembership, PastResidence
from tests.households.test_moves import TENTH, accept, offer, villages


def test_family_accepted_by_mistake_goes_back_as_if_it_had_never_come(sari, budi, place_of):
    family = place_of(sari).household
    offer(sari, family, budi.region)
    accept(budi)
    offer(budi, family, sari.region)
    accept(sari)

    assert villages() == [[sari.region_id]] * 2
    for kind in (PastResidence, PastMembership):
        were = [
            kind.objects.covering(TENTH.value + dt.timedelta(days=days)).values_list("village_id")
            for days in (-1, 0, 1)
        ]
        assert [{village for (village,) in rows} for rows in were] == [{sari.region_id}, set(), set()]
