"""The numbers of a first page, village by village: only what is old is counted, and all of it at one moment."""

import pytest

from monitoring import glance
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.standing import Standing
from monitoring.summaries import by_village
from monitoring.views.home import CODES
from tests.monitoring.conftest import NOW, family, member, went

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def counted(monkeypatch):
    """The villages of each count."""
    lines, counts = glance._lines, []

    def noted(standing, villages, asked):
        counts.append(villages)
        return lines(standing, villages, asked)

    monkeypatch.setattr(glance, "_lines", noted)
    return counts


def lens_of(user):
    return Lens.on(user, place_for(user), Period.parse("2026-11"), NOW)


def seen(user):
    return glance.glance(Standing.of(lens_of(user)), CODES)


def abroad(officer, name):
    return went(member(family(officer, "2026-11-01"), name), "TW", departed="2026-11-02")


def test_village_that_was_written_to_is_counted_and_no_other(sari, budi, rina, counted):
    abroad(sari, "Ani")
    abroad(budi, "Bayu")
    seen(rina)
    abroad(budi, "Cici")

    assert seen(rina).counts["G2.2"] == 3
    assert seen(rina).counts["G2.2"] == 3
    assert counted == [[sari.region_id, budi.region_id], [budi.region_id]]


def test_numbers_that_are_kept_are_read_and_not_counted(village, sari, rina, counted):
    before, lens = seen(sari), lens_of(rina)
    for one in (lens, lens.previous()):
        by_village(one, BY_CODE)

    assert seen(rina) == before
    assert counted == [[sari.region_id]]


def test_whoever_writes_meanwhile_has_all_counted_again(sari, budi, rina, monkeypatch):
    lines, wrote = glance._lines, []
    abroad(sari, "Ani")

    def interrupted(*asked):
        if not wrote:
            wrote.append(abroad(budi, "Bayu") and abroad(sari, "Cici"))
        return lines(*asked)

    monkeypatch.setattr(glance, "_lines", interrupted)

    assert [seen(rina).counts["G2.2"] for _ in range(2)] == [3, 3]
