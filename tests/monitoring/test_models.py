"""What monitoring keeps of its own."""

import datetime as dt

import pytest
from django.db import IntegrityError

from accounts.models import VillageChange
from monitoring.models import VillageSummary


def test_village_has_one_summary_for_a_period_and_day(korleko):
    kept = {"village": korleko, "period": "2026-11", "last": dt.date(2026, 11, 23), "state": "1"}
    VillageSummary.objects.create(**kept)

    with pytest.raises(IntegrityError):
        VillageSummary.objects.create(**kept)


def test_changes_of_a_village_are_summed_over_its_lines(korleko, lenek_lauk):
    for village, acts in ((korleko, 5), (korleko, 1), (lenek_lauk, 2)):
        VillageChange.objects.create(village=village, acts=acts)

    assert VillageChange.objects.all().by_village() == {korleko.pk: 6, lenek_lauk.pk: 2}
