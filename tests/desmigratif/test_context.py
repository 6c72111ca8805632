"""What every page shows around its content."""

from dataclasses import dataclass, field

import pytest
from django.test import RequestFactory, override_settings
from django.urls import include, path

from desmigratif import context
from desmigratif.context import portal

# Addresses of our own, so that the test says which exist; the import and the audit do not.
urlpatterns = [
    path("", portal, name="home"),
    path("keluarga/", include(([path("", portal, name="household_list")], "households"))),
    path("laporan/", include(([path("", portal, name="report_households")], "monitoring"))),
]


@dataclass
class Visitor:
    verbs: set[str] = field(default_factory=set)
    is_authenticated: bool = True

    def may(self, verb):
        return verb in self.verbs


def entries(user, address="/"):
    request = RequestFactory().get(address)
    request.user = user
    with override_settings(ROOT_URLCONF=__name__):
        return portal(request)["portal"]["entries"]


def test_portal_shows_only_what_the_user_may_open():
    assert [entry["label"] for entry in entries(Visitor({"count"}))] == ["Beranda", "Laporan"]


def test_portal_leaves_out_pages_that_do_not_exist():
    everything = Visitor({"read_households", "import", "count", "read_audit"})
    assert [entry["label"] for entry in entries(everything)] == ["Beranda", "Rumah tangga", "Laporan"]


def test_portal_shows_a_stranger_nothing():
    assert entries(Visitor({"count"}, is_authenticated=False)) == []


@pytest.mark.parametrize(
    ("address", "active"),
    [("/", ["Beranda"]), ("/keluarga/", ["Rumah tangga"]), ("/keluarga/baru/", ["Rumah tangga"]), ("/tentang/", [])],
)
def test_portal_marks_the_page_one_is_on(address, active):
    shown = entries(Visitor({"read_households", "count"}), address)
    assert [entry["label"] for entry in shown if entry["active"]] == active


def test_portal_asks_nothing_until_a_page_does():
    class Broken:
        @property
        def user(self):
            raise RuntimeError("the database is away")

    assert list(portal(Broken())) == ["portal"]


def test_portal_names_the_version_of_the_project():
    request = RequestFactory().get("/")
    request.user = Visitor(is_authenticated=False)
    assert portal(request)["portal"]["version"].count(".") == 2


@pytest.mark.parametrize(("most", "aside"), [(3, []), (2, ["Rumah tangga", "Laporan"])])
def test_portal_puts_the_rarer_pages_aside_where_one_line_has_no_room(monkeypatch, most, aside):
    monkeypatch.setattr(context, "MOST_BESIDE", most)
    monkeypatch.setattr(context, "BESIDE_MORE", most - 1)
    shown = entries(Visitor({"read_households", "count"}))

    assert [entry["label"] for entry in shown if entry["is_aside"]] == aside
