"""Months, quarters and years."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.periods import EARLIEST_YEAR, LATEST_YEAR, FuturePeriod, Period, Span, UnclearPeriod, recent

YEARS = st.integers(EARLIEST_YEAR, LATEST_YEAR)
PERIODS = st.one_of(
    st.builds(Period, YEARS, st.just(Span.MONTH), st.integers(1, 12)),
    st.builds(Period, YEARS, st.just(Span.QUARTER), st.integers(1, 4)),
    st.builds(Period, YEARS, st.just(Span.YEAR)),
)


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("2026-11", "2026-11-01", "2026-11-30", "November 2026"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "Triwulan IV 2026"),
        ("2026-q1", "2026-01-01", "2026-03-31", "Triwulan I 2026"),
        ("2026", "2026-01-01", "2026-12-31", "Tahun 2026"),
        (" 2024-02 ", "2024-02-01", "2024-02-29", "Februari 2024"),
    ],
)
def test_period_reads_what_addresses_write(text, start, end, label):
    period = Period.parse(text)

    assert (period.start.isoformat(), period.end.isoformat(), period.label) == (start, end, label)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "2026-Q5", "26-11", "2026-1", "٢٠٢٦", "1989", "9999", "2026-11-01"]
)
def test_period_refuses_what_is_none(text):
    with pytest.raises(UnclearPeriod):
        Period.parse(text)


@given(st.one_of(st.text(max_size=12), st.from_regex(r"[0-9]{4}(-Q?[0-9]{1,2})?")))
def test_period_parser_knows_or_refuses_every_text(text):
    assert _is_known(text) in (True, False)


def _is_known(text):
    """Any other exception than the parser's own is a fault."""
    try:
        return Period.parse(text).start.year >= EARLIEST_YEAR
    except UnclearPeriod:
        return False


@given(PERIODS)
def test_period_code_is_read_back(period):
    assert Period.parse(period.code) == period


@given(PERIODS)
def test_period_follows_its_previous_without_a_gap(period):
    assert period.previous().end + dt.timedelta(days=1) == period.start


@given(PERIODS, st.dates(dt.date(1980, 1, 1), dt.date(2210, 1, 1)))
def test_period_never_counts_beyond_today(period, today):
    if today < period.start:
        with pytest.raises(FuturePeriod):
            period.as_of(today)
    else:
        assert period.as_of(today) == min(period.end, today)


@pytest.mark.parametrize(
    ("today", "label"),
    [
        ("2026-11-23", "November 2026, sampai 23 November 2026"),
        ("2026-11-30", "November 2026, sampai 30 November 2026"),
        ("2026-12-01", "November 2026"),
    ],
)
def test_period_that_runs_says_until_when(today, label):
    assert Period.parse("2026-11").label_on(dt.date.fromisoformat(today)) == label


def test_recent_periods_begin_with_those_that_run():
    groups = recent(dt.date(2026, 1, 31))

    assert {name: periods[:2] for name, periods in groups.items()} == {
        "Bulan": [Period.parse("2026-01"), Period.parse("2025-12")],
        "Triwulan": [Period.parse("2026-Q1"), Period.parse("2025-Q4")],
        "Tahun": [Period.parse("2026"), Period.parse("2025")],
    }
