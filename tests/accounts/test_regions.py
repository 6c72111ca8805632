"""The search for regions, and who may open the administrators' pages about them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from tests.factories.regions import MembershipFactory, RegionFactory, SuccessionFactory

pytestmark = pytest.mark.django_db

SEARCH = "/wilayah/cari/"


def test_region_search_finds_villages_with_their_places(client_of, budi, korleko):
    answer = client_of(budi).get(SEARCH, {"q": "korl", "level": "village"})

    assert answer.json() == {"results": [{"code": "5203172006", "label": "Korleko, Labuhan Haji, Lombok Timur"}]}


def test_region_search_on_another_level(client_of, sari):
    answer = client_of(sari).get(SEARCH, {"q": "lombok", "level": "regency"})

    assert answer.json() == {
        "results": [{"code": "5203", "label": "Kabupaten Lombok Timur, Nusa Tenggara Barat"}],
    }


@pytest.mark.parametrize("query", [{}, {"q": "k"}, {"q": "%"}, {"q": "x" * 5000}, {"q": "korleko\x00", "level": "x"}])
def test_region_search_answers_odd_questions_with_few_or_no_results(client_of, sari, query):
    answer = client_of(sari).get(SEARCH, query)

    assert (answer.status_code, len(answer.json()["results"])) == (200, 1 if "level" in query else 0)


def test_region_search_leaves_out_codes_of_the_past(client_of, sari):
    RegionFactory(code="9101", name="Kabupaten Merauke", valid_to="2022-07-25")
    RegionFactory(code="9301", name="Kabupaten Merauke")

    found = client_of(sari).get(SEARCH, {"q": "merauke"}).json()["results"]

    assert [row["code"] for row in found] == ["9301"]


def test_region_search_without_signing_in_leads_to_the_sign_in_page(client):
    assert client.get(SEARCH, {"q": "korleko"}).url.startswith("/masuk/")


@pytest.mark.parametrize(
    ("person", "status"), [("sari", 404), ("rina", 404), ("agus", 404), ("dewi", 404), ("adi", 200)]
)
@pytest.mark.parametrize("page", ["region_list", "region_detail", "membership_create", "membership_change"])
def test_region_pages_open_for_administrators_only(request, client_of, korleko, person, status, page):
    args = {
        "region_list": [],
        "membership_change": [MembershipFactory(village=korleko).pk],
    }.get(page, [korleko.code])
    client = client_of(request.getfixturevalue(person))

    assert client.get(reverse(f"accounts:{page}", args=args), follow=True).status_code == status


def test_region_list_shows_the_villages_in_a_programme(client_of, adi):
    MembershipFactory()
    MembershipFactory(village=RegionFactory(code="3212162004"), since_year=2016, status="ended")

    page = client_of(adi).get(reverse("accounts:region_list"))

    assert [village.code for village in page.context["villages"]] == ["3212162004", "5203172006"]
    assert page.content.decode().count("Desmigratif 2016, berakhir") == 1


def test_region_list_goes_on_where_the_page_ended(client_of, adi):
    for serial in range(1, 28):
        MembershipFactory(village=RegionFactory(code=f"52031720{serial:02}"))
    client = client_of(adi)

    first = client.get(reverse("accounts:region_list"))
    second = client.get(first.context["next_url"])

    assert [len(page.context["villages"]) for page in (first, second)] == [25, 2]
    assert second.context["next_url"] == ""


def test_region_list_takes_as_many_queries_for_many_villages_as_for_one(client_of, adi):
    client, queries = client_of(adi), []
    client.get(reverse("accounts:region_list"))
    for serial in range(1, 4):
        MembershipFactory(village=RegionFactory(code=f"52031720{serial:02}"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("accounts:region_list"))
        queries.append(len(captured))

    assert queries == [queries[0]] * 3


def test_region_list_finds_a_region_by_name(client_of, adi, korleko):
    page = client_of(adi).get(reverse("accounts:region_list"), {"q": "korleko lombok"})

    assert [region.code for region in page.context["found"]] == ["5203172006"]


def test_region_detail_counts_what_lies_below(client_of, adi, korleko, lenek_lauk):
    RegionFactory(code="5203172099", valid_to="2020-01-01")
    MembershipFactory(village=korleko)

    page = client_of(adi).get(reverse("accounts:region_detail", args=["52"]))

    assert page.context["counts"] == [("Kabupaten/Kota", 1), ("Kecamatan", 2), ("Desa/Kelurahan", 2)]
    assert page.context["programmes_below"] == 1


def test_region_detail_tells_what_came_before_and_after(client_of, adi):
    SuccessionFactory()
    client = client_of(adi)

    aikmel, lenek = (client.get(reverse("accounts:region_detail", args=[code])) for code in ("520309", "520321"))

    assert "Sebagian menjadi" in aikmel.content.decode()
    assert "Bagian dari" in lenek.content.decode()


def test_region_detail_of_an_unknown_code_is_not_found(client_of, adi):
    assert client_of(adi).get("/wilayah/9999/").status_code == 404


@pytest.mark.parametrize("address", ["/wilayah/%00/", "/wilayah/5203%00/program/baru/"])
def test_region_that_no_code_can_name_is_not_found_and_noted(client_of, adi, address):
    status = client_of(adi).get(address).status_code

    event = AuditEvent.objects.get(act=Act.DENIED)
    assert (status, event.record_id) == (404, "5203" if "5203" in address else "")


def test_region_list_after_what_is_no_code_begins_at_the_start(client_of, adi):
    korleko = MembershipFactory().village

    page = client_of(adi).get("/wilayah/", {"sesudah": "\x00"})

    assert list(page.context["villages"]) == [korleko]
