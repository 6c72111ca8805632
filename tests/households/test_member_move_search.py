"""The family to which a member goes over is looked for on the page itself."""

import pytest

from accounts.models import Act, AuditEvent
from tests.factories.households import ClosingFactory, HouseholdFactory, PersonFactory
from tests.households.two_families import LINE, family_of_hadi, offered, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def hadi(sari):
    return family_of_hadi(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.mark.parametrize("words", ["hadi", "LALU", "5203 1701 0120 7777"])
def test_family_is_found_by_a_piece_of_a_name_or_the_whole_card(client, place, hadi, words):
    response = post(client, place.child, words=words, find="1", relation="wife")

    assert offered(response) == [LINE]
    assert response.context["form"].errors == {}
    assert response.context["form"]["relation"].value() == "wife"
    assert "hadi" not in response.request["PATH_INFO"]


def test_family_is_found_by_a_member_and_says_who_it_is(client, place, hadi):
    assert offered(post(client, place.child, words="ahyar", find="1")) == [f"{LINE} · ada Ahyar"]


def test_enter_after_new_words_looks_for_them_and_says_nothing_of_empty_boxes(client, place, hadi):
    response = post(client, place.child, words="hadi", searched="ahyar")

    assert (offered(response), response.context["form"].errors) == ([LINE], {})


def test_families_that_nobody_can_go_to_are_not_found(client, place, hadi, budi):
    PersonFactory(household=HouseholdFactory(village=budi.region, created_by=budi), name="Hadi Lenek", head=True)
    closed = HouseholdFactory(village=place.village, created_by=place.officer)
    PersonFactory(household=closed, name="Hadi Tertutup", head=True)
    ClosingFactory(household=closed)
    PersonFactory(household=place.household, name="Hadi Serumah")

    assert offered(post(client, place.child, words="hadi", find="1")) == [LINE]


def test_nobody_found_is_said_in_words(client, place):
    page = post(client, place.child, words="Tidak Ada", find="1").content.decode()

    assert "Tidak ada yang cocok" in page


def test_looking_for_a_family_is_noted_without_the_name(client, place, hadi, sari):
    post(client, place.child, words="hadi", find="1")
    post(client, place.child, words="5203170101207777", find="1")

    lines = AuditEvent.objects.filter(act__in=[Act.LISTED, Act.SEARCHED_NUMBER]).order_by("pk")
    assert [(line.act, line.reason.partition(" tujuan ")[0]) for line in lines][::2] == [
        (Act.LISTED, "keluarga"), (Act.LISTED, "keluarga"),
    ]  # fmt: skip
    assert [word for line in lines for word in ("hadi", "7777") if word in line.reason] == []


def test_numbers_are_not_looked_for_without_end(client, place, settings, monkeypatch):
    monkeypatch.setattr("accounts.throttle.wait_for", lambda limit, subject: 20)

    page = post(client, place.child, words="5203170101207777", find="1").content.decode()

    assert "Tunggu 20 detik" in page
