"""The book of acts as coordinators read it, and denials that stand in it."""

from datetime import UTC, datetime

import pytest
import time_machine

from accounts import audit
from accounts.models import Act, AuditEvent
from toolkit.ids import new_id


def lines(response):
    return [(line.who, line.act, line.what, line.place) for line in response.context["lines"]]


def test_book_is_told_in_words(client_of, rina, sari):
    audit.record(Act.ACCOUNT_CHANGED, by=rina, on=sari, region=sari.region_id, fields=["full_name", "is_active"])

    response = client_of(rina).get("/catatan/")

    assert lines(response) == [("Rina Astuti", "mengubah akun", "akun", "Desa Korleko, Labuhan Haji, Lombok Timur")]
    assert response.context["lines"][0].columns == "nama lengkap, aktif"


def test_book_names_no_family(client_of, rina, neighbours):
    client, place = client_of(rina), neighbours["5203172006"]
    client.get(place.household.get_absolute_url())
    page = client.get("/catatan/").content.decode()

    assert [place.mark in page, *(number in page for number in place.numbers)] == [False] * (1 + len(place.numbers))


def test_book_of_another_region_stays_shut(client_of, rina, wulan):
    audit.record(Act.SIGNED_IN, by=wulan)

    assert lines(client_of(rina).get("/catatan/")) == []


def test_kind_that_is_no_longer_known_is_passed_over(client_of, rina):
    AuditEvent.objects.create(act="viewed", record_kind="old.thing", record_id="1", region_code="5203", fields=["x"])

    assert lines(client_of(rina).get("/catatan/")) == [
        ("Sistem", "membuka", "", "Kabupaten Lombok Timur, Nusa Tenggara Barat")
    ]


@pytest.fixture
def three_acts(rina, sari, budi):
    """Sari on the 20th at 23.30 her time, Budi on the 21st at 00.30, Sari on the 22nd."""
    for day, hour, user, act in (
        (20, 15, sari, Act.SIGNED_IN),
        (20, 16, budi, Act.VIEWED),
        (22, 3, sari, Act.SIGNED_OUT),
    ):
        with time_machine.travel(datetime(2026, 11, day, hour, 30, tzinfo=UTC), tick=False):
            audit.record(act, by=user, on=user)
    return {"sari": sari, "budi": budi}


@pytest.mark.parametrize(
    ("query", "acts"),
    [
        ({}, ["keluar", "membuka", "masuk"]),
        ({"petugas": "sari"}, ["keluar", "masuk"]),
        ({"petugas": "budi", "perbuatan": "signed_in"}, []),
        ({"perbuatan": "viewed"}, ["membuka"]),
        ({"dari": "2026-11-21"}, ["keluar", "membuka"]),
        ({"sampai": "2026-11-20"}, ["masuk"]),
        ({"dari": "2026-11-21", "sampai": "2026-11-21"}, ["membuka"]),
        ({"jenis": "accounts.user", "catatan": "budi"}, ["membuka"]),
        ({"jenis": "households.person", "catatan": "budi"}, []),
    ],
)
def test_book_is_narrowed(client_of, rina, three_acts, query, acts):
    query = {name: str(three_acts[value].pk) if value in three_acts else value for name, value in query.items()}

    response = client_of(rina).get("/catatan/", query)

    assert [line.act for line in response.context["lines"]] == acts


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ({"dari": "2026-11-22", "sampai": "2026-11-21"}, "sampai"),
        ({"dari": "kemarin"}, "dari"),
        ({"petugas": "999999"}, "petugas"),
        ({"perbuatan": "x"}, "perbuatan"),
    ],
)
def test_unclear_filter_is_told_and_shows_nothing(client_of, rina, three_acts, query, wrong):
    response = client_of(rina).get("/catatan/", query)

    assert (list(response.context["form"].errors), lines(response)) == ([wrong], [])


def test_officer_of_another_region_is_no_choice(client_of, rina, wulan):
    response = client_of(rina).get("/catatan/", {"petugas": wulan.pk})

    assert list(response.context["form"].errors) == ["petugas"]


def test_book_goes_on_and_back_by_keyset(client_of, rina, sari):
    events = [audit.record(Act.LISTED, by=sari) for _ in range(60)]
    client, keys = client_of(rina), [event.pk for event in reversed(events)]
    pages = [client.get("/catatan/", {"perbuatan": "listed"})]
    pages += [client.get(pages[0].context["next_url"])]
    pages += [client.get(pages[1].context["next_url"]), client.get(pages[1].context["previous_url"])]

    shown = [[line.event.pk for line in page.context["lines"]] for page in pages]
    assert shown == [keys[:25], keys[25:50], keys[50:], keys[:25]]
    assert [bool(page.context["next_url"]) for page in pages] == [True, True, False, True]


@pytest.mark.parametrize("edge", ["x", "-1", "9" * 30, "", "\x00"])
def test_unknown_edge_shows_the_first_page(client_of, rina, sari, edge):
    audit.record(Act.LISTED, by=sari)

    assert len(lines(client_of(rina).get("/catatan/", {"sesudah": edge}))) == 1


@pytest.mark.parametrize("person", ["sari", "agus", "dewi", "adi"])
def test_book_does_not_exist_for_other_offices(request, client_of, person):
    assert client_of(request.getfixturevalue(person)).get("/catatan/").status_code == 404


@pytest.mark.parametrize("exists", [True, False])
def test_denial_is_noted_alike_whether_the_record_exists(client_of, sari, neighbours, exists):
    key = neighbours["5203212002"].household.pk if exists else new_id()
    before = AuditEvent.objects.count()

    status = client_of(sari).get(f"/rumah-tangga/{key}/").status_code

    event = AuditEvent.objects.order_by("pk").last()
    assert (status, AuditEvent.objects.count() - before) == (404, 1)
    assert (event.act, event.actor_id, event.record_kind, event.record_id, event.region_code, event.reason) == (
        Act.DENIED,
        sari.pk,
        "",
        str(key),
        "5203172006",
        "households:household_detail",
    )


@pytest.mark.parametrize("address", ["/tidak-ada/", "/rumah-tangga/x/", "/sandi/"])
def test_address_without_a_page_or_without_a_refusal_is_not_noted(client_of, sari, address):
    client_of(sari).get(address)

    assert AuditEvent.objects.filter(act=Act.DENIED).count() == 0


def test_stranger_without_an_account_is_not_noted(client, db):
    client.get(f"/rumah-tangga/{new_id()}/")

    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("desa=5203172006", ["Sari Wulandari"] * 2),
        ("tentang=accounts.user", ["Sari Wulandari", "Budi Hartono", "Sari Wulandari"]),
        ("tentang=households.household", []),
        ("beralasan=on", []),
        ("desa=5203212002&perbuatan=viewed", ["Budi Hartono"]),
    ],
)
def test_book_is_narrowed_by_village_kind_and_reason(client_of, rina, three_acts, query, found):
    assert [line[0] for line in lines(client_of(rina).get(f"/catatan/?{query}"))] == found


def test_book_tells_the_reason_and_finds_what_has_one(client_of, rina, sari):
    audit.record(Act.REVEALED, by=sari, region=sari.region_id, reason="Menulis surat")
    audit.record(Act.VIEWED, by=sari, region=sari.region_id)

    response = client_of(rina).get("/catatan/?beralasan=on")

    assert ([line[1] for line in lines(response)], "Menulis surat" in response.content.decode()) == (
        ["melihat nomor"],
        True,
    )


def test_village_of_another_region_cannot_be_asked(client_of, rina, wulan):
    assert lines(client_of(rina).get("/catatan/?desa=3307102004")) == []
