"""The lists of what waits, in the order of a walk, on screen and on paper."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.choices import Check, Relation
from tests.factories.households import ConsentFactory
from tests.monitoring.conftest import family, member

pytestmark = pytest.mark.usefixtures("morning")
LIST, WALK = reverse("monitoring:duty_list"), reverse("monitoring:duty_walk")


def to_check(officer, name, *, hamlet="Montong", rt="001", reasons=(Check.NIK_BIRTH_DIFFERS,)):
    """A family of whose head something is to be checked."""
    household = family(officer, "2026-11-01", hamlet=hamlet, rt=rt, needs_check=True, sort_name=name.lower())
    ConsentFactory(household=household)
    member(household, name, relation=Relation.HEAD, checks=list(reasons))
    return household


def told(response):
    return [(street.heading, [line.name for _, line in street.lines]) for street in response.context["streets"]]


def test_list_goes_through_the_village_as_one_walks(sari, client_of):
    for name, hamlet, rt in (("Ani", "Montong", "002"), ("Bayu", "Dasan", "001"), ("Cici", "Montong", "001"),
                             ("Dedi", "Montong", "002")):  # fmt: skip
        to_check(sari, name, hamlet=hamlet, rt=rt)

    assert told(client_of(sari).get(f"{LIST}?daftar=perlu-dicek")) == [
        ("Dusun Dasan · RT 001 / RW 002", ["Bayu"]),
        ("Dusun Montong · RT 001 / RW 002", ["Cici"]),
        ("Dusun Montong · RT 002 / RW 002", ["Ani", "Dedi"]),
    ]


def test_list_says_why_and_leads_to_the_box(sari, client_of):
    household = to_check(sari, "Ani", reasons=(Check.NIK_BIRTH_DIFFERS, Check.SEX_UNKNOWN))
    person = household.members.get()

    (street,) = client_of(sari).get(f"{LIST}?daftar=perlu-dicek").context["streets"]

    assert [(reason.text, reason.url, reason.clear_url) for reason in street.lines[0][1].reasons] == [
        ("Ani: tanggal lahir di NIK berbeda", f"/orang/{person.pk}/ubah/#id_nik", f"/orang/{person.pk}/dicek/"),
        ("Ani: jenis kelamin belum diketahui", f"/orang/{person.pk}/ubah/#id_sex_0", ""),
    ]


def test_list_of_visits_says_how_late_each_is(sari, client_of):
    family(sari, "2026-05-20")

    ((urgency, line),) = client_of(sari).get(f"{LIST}?daftar=perlu-pemutakhiran").context["streets"][0].lines

    assert (urgency.word, line.act) == ("Terlambat 3 hari", "Catat kunjungan")


def test_list_is_narrowed_to_one_hamlet(sari, client_of):
    to_check(sari, "Ani", hamlet="Montong")
    to_check(sari, "Bayu", hamlet="Dasan")

    page = client_of(sari).get(f"{LIST}?daftar=perlu-dicek&dusun=Dasan")

    assert [names for _, names in told(page)] == [["Bayu"]]
    assert [(name, chosen) for name, _, chosen in page.context["hamlets"]] == [
        ("Semua dusun", False), ("Dasan", True), ("Montong", False),
    ]  # fmt: skip


def test_list_goes_on_and_back_by_keyset(sari, client_of):
    for number in range(30):
        to_check(sari, f"Warga {number:02}", rt=f"00{number % 3}")
    client, shown, query = client_of(sari), [], f"{LIST}?daftar=perlu-dicek"
    for edge in ("next_url", "previous_url", ""):
        page = client.get(query)
        shown.append(sum(len(names) for _, names in told(page)))
        query = page.context[edge] if edge else ""

    assert shown == [25, 5, 25]


def test_paper_holds_all_of_a_walk_and_no_number(sari, client_of):
    for number in range(30):
        household = to_check(sari, f"Warga {number:02}")
    household.members.update(nik="5203170201800001", nik_missing="")

    page = client_of(sari).get(f"{WALK}?daftar=perlu-dicek")

    assert sum(len(names) for _, names in told(page)) == 30
    assert ("5203170201800001" in page.content.decode(), page.content.decode().count('class="tick"')) == (False, 30)


@pytest.mark.parametrize(("page", "act"), [(LIST, Act.LISTED), (WALK, Act.PRINTED)])
def test_list_and_paper_are_noted(sari, client_of, page, act):
    client_of(sari).get(f"{page}?daftar=perlu-dicek")

    event = AuditEvent.objects.get(act=act)
    assert (event.actor, event.region_code, "perlu dicek" in event.reason) == (sari, "5203172006", True)


@pytest.mark.parametrize("page", [LIST, WALK])
def test_coordinator_reads_one_village_and_no_stranger(sari, budi, wulan, rina, client_of, page):
    for officer in (sari, budi, wulan):
        to_check(officer, f"Kanari {officer.region_id}")
    client = client_of(rina)

    one = client.get(f"{page}?daftar=perlu-dicek&wilayah=5203172006")
    wide = client.get(f"{page}?daftar=perlu-dicek").content.decode()

    assert [names for _, names in told(one)] == [["Kanari 5203172006"]]
    assert [f"Kanari {code}" in wide for code in ("5203172006", "5203212002", "3307102004")] == [True, True, False]
    assert client.get(f"{page}?daftar=perlu-dicek&wilayah=3307102004").status_code == 404


@pytest.mark.parametrize("query", ["daftar=entah", "daftar=", "daftar=perlu-dicek&wilayah=5203"])
def test_list_that_is_not_there(sari, client_of, query):
    assert client_of(sari).get(f"{LIST}?{query}").status_code == 404


def test_overview_counts_each_kind(sari, client_of):
    to_check(sari, "Ani")

    lines = client_of(sari).get(LIST).context["lines"]

    assert [(duty.code, total) for duty, total, _ in lines] == [("perlu-dicek", 1)]


def test_list_asks_the_same_number_of_queries(sari, client_of):
    client, asked = client_of(sari), []
    to_check(sari, "Ani", hamlet="Dasan")
    client.get(LIST)
    for names in (("Bayu",), ("Cici", "Dedi", "Eka")):
        for name in names:
            to_check(sari, name)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{LIST}?daftar=perlu-dicek")
        asked.append(len(queries))

    assert asked == [asked[0]] * 2
    assert asked[0] <= 12
