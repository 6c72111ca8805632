"""What the database itself refuses of extensions and stretches without news, and says in words."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from households.models import ContactLoss, Extension
from tests.factories.journeys import ContactLossFactory, ExtensionFactory

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 2)
BROKEN = {
    "households_extension_once_a_day": (ExtensionFactory, {}, "Perpanjangan pada tanggal ini sudah dicatat."),
    "households_extension_until_precision": (
        ExtensionFactory,
        {"extended_on": DAY, "until_on": dt.date(2028, 1, 1)},
        "Isi sampai kapan, atau kosongkan bila belum diketahui.",
    ),
    "households_extension_ends_after_it_begins": (
        ExtensionFactory,
        {"extended_on": DAY, "until_on": dt.date(2026, 1, 1), "until_precision": "day"},
        "Akhir kontrak lebih awal dari perpanjangannya. Periksa keduanya.",
    ),
    "households_contactloss_one_at_a_time": (ContactLossFactory, {}, "Sudah tercatat tanpa kabar."),
    "households_contactloss_heard_two_dates": (
        ContactLossFactory,
        {"heard_on": dt.date(2026, 6, 1)},
        "Isi kapan ada kabar lagi, atau kosongkan bila belum diketahui.",
    ),
    "households_contactloss_heard_after_lost": (
        ContactLossFactory,
        {
            "heard_on": dt.date(2026, 4, 30),
            "heard_precision": "day",
            "heard_known_at": timezone.now(),
            "heard_by": True,
            "heard_channel": "phone",
        },
        "Kabar baru lebih awal dari kabar terakhir. Periksa keduanya.",
    ),
}


def test_every_constraint_has_a_row_that_breaks_it():
    assert {c.name for model in (Extension, ContactLoss) for c in model._meta.constraints} == set(BROKEN)


@pytest.mark.parametrize("rule", BROKEN)
def test_row_that_breaks_a_rule_is_refused(rule):
    factory, columns, sentence = BROKEN[rule]
    first = factory()
    officer = first.trip.created_by
    columns = columns | ({"heard_by": officer} if "heard_by" in columns else {})
    by = {"extended_by": officer} if factory is ExtensionFactory else {"lost_by": officer}
    row = factory.build(trip=first.trip, **by, **columns)

    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)

    assert refused.value.messages == [sentence]
