"""The list behind a number holds exactly what was counted."""

from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from monitoring.indicators.catalogue import BY_CODE, INDICATORS, rows_of
from monitoring.indicators.dimensions import Completeness, NoSuchPart
from monitoring.indicators.lens import Lens
from monitoring.links import list_url
from monitoring.listing import lines, ordered_page
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.households import build
from tests.monitoring.conftest import NOW

LIST = reverse("monitoring:indicator_list")


def lens_of(user, region=""):
    """The lens of November 2026."""
    return Lens.on(user, place_for(user, region), Period.parse("2026-11"), NOW)


def tables_of(report):
    """Every table of a report but that of the regions."""
    return [report.basics, *report.workers, report.ages, report.movements, *report.living, report.quality]


@pytest.mark.parametrize("code", [indicator.code for indicator in INDICATORS])
def test_list_has_as_many_rows_as_the_number_says(village, stranger_next_door, sari, code):
    counted = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW).counts[code]

    assert len(rows_of(BY_CODE[code], lens_of(sari).with_names())) == counted


def test_list_of_each_part_has_as_many_rows_as_its_cell(village, stranger_next_door, sari):
    report = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW)
    cells = [
        cell
        for table in tables_of(report)
        for row in (*table.rows, *([table.total] if table.total else []))
        for cell in row.cells
        if cell.indicator
    ]

    lens = lens_of(sari).with_names()

    assert [len(rows_of(BY_CODE[cell.indicator], lens, cell.part)) for cell in cells] == [cell.count for cell in cells]


def test_list_is_empty_for_who_may_only_count(village, dewi):
    lens = lens_of(dewi)

    assert (rows_of(BY_CODE["G1.1"], lens).count(), rows_of(BY_CODE["G1.1"], lens.with_names()).count()) == (6, 0)


@pytest.mark.parametrize("part", ["negara", "negara:zz", "x:y", "nik:mungkin"])
def test_list_knows_no_other_part(village, sari, part):
    with pytest.raises(NoSuchPart):
        rows_of(BY_CODE["G2"], lens_of(sari), part)


def test_each_question_has_two_answers():
    questions = [part for indicator in INDICATORS for part in indicator.parts if isinstance(part, Completeness)]

    assert {tuple(question.label(part) for part in ("ada", "belum")) for question in questions} == {
        ("Terisi", "Belum terdata")
    }


@time_machine.travel(NOW, tick=False)
def test_list_page_names_the_people_behind_the_number(village, stranger_next_door, sari, client_of):
    page = client_of(sari).get(list_url("G2.2", village.code, "2026-11")).content.decode()

    assert [name in page for name in ("Ani", "Dedi", "Hadi", "Gita", "Kanari")] == [True, True, True, False, False]


@time_machine.travel(NOW, tick=False)
def test_list_page_is_noted(village, sari, client_of):
    client_of(sari).get(list_url("G2.2", village.code, "2026-11", "negara:TW"))

    event = AuditEvent.objects.get(act=Act.LISTED)
    assert (event.actor_id, event.region_code, event.reason) == (sari.pk, village.code, "G2.2 negara:TW 2026-11")


@time_machine.travel(NOW, tick=False)
def test_list_pages_hold_everybody_once(long_village, sari, client_of):
    client, names = client_of(sari), []
    url = list_url("G2.2", long_village.code, "2026-11")

    while url:
        context = client.get(url).context
        names += [line.name for line in context["lines"]]
        url = context["next_url"]

    assert names == sorted(f"Warga {number:02}" for number in range(28))


@time_machine.travel(NOW, tick=False)
def test_list_page_leads_back(long_village, sari, client_of):
    client = client_of(sari)
    first = client.get(list_url("G2.2", long_village.code, "2026-11")).context

    second = client.get(first["next_url"]).context

    assert [line.name for line in client.get(second["previous_url"]).context["lines"]] == [
        line.name for line in first["lines"]
    ]


@time_machine.travel(NOW, tick=False)
def test_list_address_holds_only_codes(long_village, sari, client_of):
    context = client_of(sari).get(list_url("G2.2", long_village.code, "2026-11")).context

    query = parse_qs(urlsplit(context["next_url"]).query)

    assert (sorted(query), len(query["sesudah"][0])) == (["indikator", "periode", "sesudah", "wilayah"], 36)


@pytest.mark.parametrize(
    "query",
    [
        "indikator=G2.2&wilayah=5203212002&periode=2026-11",
        "indikator=X&periode=2026-11",
        "indikator=G2.2&periode=2027-01",
        "indikator=G2.2&periode=kapan",
        "indikator=G2.2&periode=2026-11&nilai=negara:zz",
    ],
)
@time_machine.travel(NOW, tick=False)
def test_list_page_that_is_not_there(village, lenek_lauk, sari, client_of, query):
    assert client_of(sari).get(f"{LIST}?{query}").status_code == 404


@time_machine.travel(NOW, tick=False)
def test_list_page_opens_for_a_coordinator_in_his_kabupaten(village, stranger_next_door, rina, client_of):
    page = client_of(rina).get(list_url("G2.2", "5203", "2026-11"))

    assert page.context["total"] == 4


@time_machine.travel(NOW, tick=False)
def test_list_page_stays_shut_for_monitors(village, dewi, client_of):
    assert client_of(dewi).get(list_url("G2.2", village.code, "2026-11")).status_code == 404


@time_machine.travel(NOW, tick=False)
def test_list_page_asks_as_often_for_one_as_for_many(village, long_village, sari, client_of):
    client, asked = client_of(sari), []
    client.get(LIST)

    for part in ("negara:SA", "negara:TW"):
        with CaptureQueriesContext(connection) as queries:
            client.get(list_url("G2.2", village.code, "2026-11", part))
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_list_of_journeys_says_of_what_nothing_is_known(village, sari):
    journeys = ordered_page(rows_of(BY_CODE["G2.2"], lens_of(sari).with_names())).rows

    facts = [line.facts for line in lines(journeys, NOW.date())]
    assert [text.rsplit(" · ", 1)[1] for text in facts][1] == "diketahui dari: belum diketahui"
