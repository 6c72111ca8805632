"""The summary of `make test`: nothing that failed, or that did nothing, may end well."""

import sys

import pytest

from tools.test import Summary


def run_python(code, **environment):
    """The summary after one check that runs this code."""
    summary = Summary()
    summary.run("check", sys.executable, "-c", code, **environment)
    return summary


def test_summary_of_a_check_that_went_well():
    summary = run_python("pass")

    assert (summary.failed, summary.lines[0][0].split(",")[0]) == (False, "ok")


@pytest.mark.parametrize("code", [1, 2, 5])
def test_summary_of_any_other_exit_is_a_failure(code):
    # 5 is pytest's answer when it found no test.
    summary = run_python(f"raise SystemExit({code})")

    assert (summary.failed, summary.lines[0][0].split(",")[0]) == (True, f"FAILED (exit {code})")


def test_summary_stays_failed_when_later_checks_go_well():
    summary = run_python("raise SystemExit(1)")

    summary.run("next", sys.executable, "-c", "pass")

    assert (summary.failed, len(summary.lines)) == (True, 2)


def test_check_runs_in_its_own_environment():
    code = "import os; raise SystemExit(os.environ['DATABASE_URL'] != 'postgres:///x')"

    assert not run_python(code, DATABASE_URL="postgres:///x").failed


@pytest.mark.parametrize(("ci", "failed"), [("", False), ("true", True)])
def test_what_cannot_be_checked_fails_in_ci_only(monkeypatch, capsys, ci, failed):
    monkeypatch.setenv("CI", ci)
    summary = Summary()

    summary.skip("tests in a browser", "no Chromium")

    assert summary.failed == failed
    assert capsys.readouterr().out.strip() == "!!! tests in a browser WAS NOT RUN: no Chromium"


def test_summary_names_every_check_once(capsys):
    summary = run_python("raise SystemExit(1)")
    summary.add("other", "ok, 1 s", failed=False)
    capsys.readouterr()

    summary.show()

    lines = capsys.readouterr().out.split("\n")
    assert [line.split("  ")[0] for line in lines if line] == ["=== summary", "check", "other", "make test: FAILED"]
