"""The book of acts of a kabupaten opens at its newest line by an index, on both databases."""

import pytest
from django.db import connection

from accounts.admin import paging
from accounts.models import Act, AuditEvent
from toolkit.keyset import PAGE_SIZE

LINES, OF_OTHERS = 300, 9000


def lines(code, act=Act.VIEWED, count=1):
    return [AuditEvent(act=act, actor_name="Petugas", region_code=code) for _ in range(count)]


def test_kabupaten_reads_its_own_lines_and_those_of_all_below_it(rina):
    codes = ["5203", "520317", "5203172006", "5202102001", "5204", "52", ""]
    AuditEvent.objects.bulk_create([line for code in codes for line in lines(code)])

    found = AuditEvent.objects.visible_to(rina).order_by("pk").values_list("region_code", flat=True)

    assert list(found) == ["5203", "520317", "5203172006"]


@pytest.fixture
def long_book(rina):
    """The kabupaten's lines are the oldest, as where the newest are always another's."""
    own = lines("5203172006", count=LINES) + lines("5203172006", Act.EXPORTED, 3)
    AuditEvent.objects.bulk_create(own + lines("3307102004", count=OF_OTHERS))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return AuditEvent.objects.visible_to(rina).order_by("-pk")


@pytest.mark.slow  # writes 9,000 lines
def test_newest_lines_are_found_by_an_index(long_book):
    page, rare = long_book[:PAGE_SIZE], long_book.filter(act=Act.EXPORTED)[:PAGE_SIZE]

    assert "audit_regency" in page.explain()
    assert "audit_regency_act" in rare.explain()
    assert [plan.explain() for plan in (page, rare) if "B-TREE" in plan.explain()] == []


@pytest.mark.slow  # writes 9,000 lines
def test_lines_are_counted_as_far_as_they_can_be_leafed_through(long_book, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 100)
    paginator = paging.NewestFirst(long_book, PAGE_SIZE)

    assert (paginator.count, paginator.is_cut) == (100, True)
