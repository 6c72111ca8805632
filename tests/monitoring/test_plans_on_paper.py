"""What somebody means to do stands on paper with his journey, and makes no chapter of his placement."""

import pytest

from monitoring.stories import families, placements
from tests.factories.journeys import PlacementFactory
from tests.monitoring.conftest import NOW, on

pytestmark = pytest.mark.usefixtures("morning")


@pytest.mark.parametrize(("port", "said"), [("", []), ("Bandara Lombok", ["Bandara Lombok · Diceritakan keluarga"])])
def test_plan_alone_makes_no_line_of_the_way(place_of, sari, port, said):
    trip = place_of(sari).trip
    plan = {"return_planned_on": on("2027-04-01"), "return_planned_precision": "month", "port": port}
    PlacementFactory(trip=trip, scheme="", visa="", way_evidence="told", contact_evidence="told", **plan)

    told = placements.of_person([trip], NOW.date()).groups
    assert [words for _, facts in told for label, words in facts if label == "Cara berangkat"] == said
    assert [line["title"] for line in families.journey_lines([trip])][-1] == "Rencana pulang · Malaysia"
