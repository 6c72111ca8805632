"""The book of acts in words."""

import pytest

from accounts.models import AuditEvent
from accounts.wording import columns_in_words


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("households.household", ["hamlet", "closed_on"], "dusun, ditutup"),
        ("households.trip", ["extended_on", "lost_on"], "kontrak diperpanjang, tanpa kabar sejak"),
        ("households.trip", ["no_longer_there"], "no longer there"),
        ("households.gone", ["hamlet"], ""),
    ],
)
def test_columns_are_named_as_people_know_them(kind, fields, words):
    assert columns_in_words(AuditEvent(record_kind=kind, fields=fields)) == words
