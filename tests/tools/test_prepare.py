"""The stamp that lets a second run start at once."""

import pytest

from tools import chromium, prepare


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A checkout with two locks and nothing installed."""
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(prepare, "STAMP", tmp_path / ".venv" / ".installed")
    (tmp_path / "requirements.lock").write_text("django")
    (tmp_path / "requirements-dev.lock").write_text("django\npytest")
    (tmp_path / ".venv").mkdir()
    return tmp_path


def stamp(kind):
    prepare.STAMP.write_text("\n".join(prepare.marks(kind)))


def test_what_the_tests_need_is_enough_for_the_demo(place):
    stamp("test")

    assert prepare.marks("run") <= prepare.installed()


def test_what_the_demo_needs_is_not_enough_for_the_tests(place):
    stamp("run")

    assert not prepare.marks("test") <= prepare.installed()


def test_another_lock_is_installed_anew(place):
    stamp("test")

    (place / "requirements.lock").write_text("django 6")

    assert not prepare.marks("run") <= prepare.installed()


def test_environment_that_was_moved_is_made_anew(place, monkeypatch):
    stamp("run")

    monkeypatch.setattr(prepare, "VENV", place / "elsewhere")

    assert not prepare.marks("run") <= prepare.installed()


def test_broken_environment_is_noticed(place):
    (place / ".venv" / "bin").mkdir()
    (place / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")
    (place / ".venv" / "bin" / "python").chmod(0o755)

    assert not prepare.works()


@pytest.fixture
def named(monkeypatch):
    """Looks for the browser that CHROMIUM names."""

    def find(path):
        monkeypatch.setenv("CHROMIUM", str(path))
        return chromium.find()

    return find


def test_browser_that_is_installed_meanwhile_is_found(named, tmp_path):
    path = tmp_path / "browser"
    before = named(path)
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)

    assert (before, named(path)) == (None, str(path))


def test_browser_that_is_named_is_taken(named, tmp_path):
    path = tmp_path / "browser"
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)

    assert named(path) == str(path)


def test_browser_that_is_named_but_does_not_start_is_none(named, tmp_path):
    path = tmp_path / "browser"
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)

    assert named(path) is None
