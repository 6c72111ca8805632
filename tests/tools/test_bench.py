"""How measurements are told."""

from tools.bench import as_markdown

ONE = {"median_ms": 12.5, "p95_ms": 20, "cpu_ms": 11, "queries": 3, "repeats": 5}
RESULTS = {
    "measured_on": "2026-11-26",
    "machine": {"cores": 2, "cpu": "Contoh", "memory_gb": 24, "python": "3.11.7"},
    "worlds": {
        "sqlite-40072": {
            "reports": {"report of the village, first": ONE, "report of the nation, first": ONE | {"repeats": 1}},
            "revisions": {"reports": "abc"},
        }
    },
}


def row(results, begins):
    (line,) = [line for line in as_markdown(results).splitlines() if line.startswith(f"| {begins}")]
    return line


def test_what_was_done_once_has_one_number():
    assert row(RESULTS, "report of the village").endswith("| 12.5 / 20, 11 (3) |")
    assert row(RESULTS, "report of the nation").endswith("| 12.5, 11 (3) |")


def test_cold_start_has_a_row_with_its_revision():
    results = RESULTS | {"cold start": {"median_s": 3.1, "p95_s": 3.4, "repeats": 5, "revision": "def"}}

    assert row(results, "cold start").endswith("| 3.1 / 3.4 |")
    assert "- cold start: of def" in as_markdown(results)


def test_growth_is_measured_by_the_pace_of_the_processor():
    slow, quick = {"cpu_ms": 30, "pace_ms": 3}, {"cpu_ms": 20, "pace_ms": 2.5}
    worlds = {
        f"postgresql-{scale}": {"reports": {"report of the village": ONE | one}, "revisions": {"reports": "abc"}}
        for scale, one in ((40_072, quick), (1_000_000, slow))
    }

    assert "| 1.25 |" in row(RESULTS | {"worlds": worlds}, "report of the village")
