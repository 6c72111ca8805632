"""The sign-in page."""

import pytest
import time_machine
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse

from accounts import actions, codes
from accounts.models import Act, AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory
from tests.walk.addresses import WORDS, addresses

SIGN_IN = "/masuk/"


@pytest.fixture
def hashings(monkeypatch):
    """How often a password was hashed: the slow work that tells accounts apart by time."""
    done = []
    encode = hashers.MD5PasswordHasher.encode

    def counted(self, password, salt, *args):
        done.append(password)
        return encode(self, password, salt, *args)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counted)
    return done


def sign_in(client, username="sari", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


def test_right_password_leads_to_the_first_page(client, sari):
    response = sign_in(client)

    assert (response.status_code, response["Location"], client.session["_auth_user_id"]) == (302, "/", str(sari.pk))


def test_username_is_found_whatever_its_case(client, sari):
    assert sign_in(client, username=" Sari ").status_code == 302


@pytest.mark.parametrize(
    ("onward", "location"),
    [
        ("/rumah-tangga/", "/rumah-tangga/"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_way_onward_stays_in_the_portal(client, sari, onward, location):
    assert sign_in(client, next=onward)["Location"] == location


def test_session_key_is_new_after_signing_in(client, sari):
    session = client.session
    session["anything"] = 1
    session.save()
    before = session.session_key

    sign_in(client)

    assert client.session.session_key != before


@pytest.mark.parametrize("person", ["known", "unknown", "disabled", "code"])
def test_wrong_password_costs_and_says_the_same_for_every_account(sari, rina, hashings, person):
    UserFactory(username="disabled", is_active=False)
    actions.create_account(by=rina, username="code", full_name="Kode", role="village_officer", region=sari.region)
    codes.issue(by=rina, user=type(sari).objects.get(username="code"))
    username = {"known": "sari"}.get(person, person)
    hashings.clear()

    response = sign_in(Client(), username=username, password="bukan sandi yang benar")

    body = response.content.decode().replace(f'value="{username}"', "")
    token = response.context["csrf_token"]
    known = sign_in(Client(), password="bukan sandi yang benar")
    expected = known.content.decode().replace('value="sari"', "").replace(str(known.context["csrf_token"]), "")
    assert (response.status_code, body.replace(str(token), ""), len(hashings)) == (200, expected, 4)


def test_username_is_kept_and_the_password_is_not(client, sari):
    page = sign_in(client, password="bukan sandi yang benar").content.decode()

    assert ('value="sari"' in page, "bukan sandi" in page) == (True, False)


def test_try_after_the_sixth_is_told_to_wait(client, sari):
    with time_machine.travel("2026-11-22T05:00:00Z", tick=False):
        for _ in range(6):
            sign_in(client, password="bukan sandi yang benar")
        response = sign_in(client)

    assert (response.status_code, response["Retry-After"]) == (429, "30")
    assert "Terlalu banyak percobaan. Tunggu 30 detik, lalu coba lagi." in response.content.decode()


def test_owner_signs_in_after_the_wait(client, sari):
    with time_machine.travel("2026-11-22T05:00:00Z", tick=False) as clock:
        for _ in range(7):
            sign_in(client, password="bukan sandi yang benar")
        clock.shift(30)
        response = sign_in(client)

    assert response.status_code == 302


@pytest.mark.slow  # two hundred requests
@pytest.mark.django_db
def test_two_hundred_posts_meet_a_wait():
    statuses = [sign_in(Client(), username="siapa", password="bukan").status_code for _ in range(200)]

    assert [statuses.count(200), statuses.count(429)] == [6, 194]


@pytest.mark.slow  # two hundred requests at the sign-in
@pytest.mark.django_db
def test_posts_without_an_account_meet_a_wait_or_have_no_effect():
    public = [address for address in addresses() if address.is_public]
    last = {
        (a.name, a.parameters): [post_as_nobody(a) for _ in range(200 if "login" in a.name else 3)][-1] for a in public
    }

    answers = {("accounts:login", ()): 429, ("accounts:logout", ()): 302}
    # What a family asks is judged and forgotten; there is no post in a village that takes no part.
    asked = ("offer_check", "company_check", "charge_ask", "premium_ask")
    answers |= {(f"infopost:{name}", ()): 200 for name in asked} | {("infopost:check_count", ()): 204}
    answers |= {(f"infopost:{name}", ("code",)): 404 for name in (*asked, "check_count")}
    assert {key: status for key, status in last.items() if status != 405} == answers
    assert set(AuditEvent.objects.values_list("act", flat=True)) == {Act.SIGN_IN_FAILED}


def post_as_nobody(address) -> int:
    """The status of a post to a public address, from a browser that was never here."""
    words = WORDS | {"code": lambda: "5203172006"}
    path = reverse(address.name, kwargs={name: words[name]() for name in address.parameters})
    return Client().post(path, {"username": "siapa", "password": "bukan"}).status_code


def test_right_password_is_noted(client, sari):
    sign_in(client)

    event = AuditEvent.objects.get()
    sari.refresh_from_db()
    assert (event.act, event.actor_id, event.at > sari.created_at) == (Act.SIGNED_IN, sari.pk, True)


def test_wrong_password_is_noted_without_what_was_typed(client, sari):
    sign_in(client, username="5203171234567890", password="rahasia sekali")

    event = AuditEvent.objects.get()
    assert (event.act, event.actor_id, len(event.reason), "5203" in event.reason) == (
        Act.SIGN_IN_FAILED,
        None,
        16,
        False,
    )


def test_wrong_password_is_noted_where_the_coordinator_reads_it(client, sari, rina):
    sign_in(client, username="Sari", password="bukan sandi saya")

    assert list(AuditEvent.objects.visible_to(rina).values_list("act", "region_code")) == [
        (Act.SIGN_IN_FAILED, sari.region_id)
    ]


def test_empty_form_is_no_try(client, db):
    response = sign_in(client, username="", password="")

    assert (response.status_code, AuditEvent.objects.count()) == (200, 0)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("berakhir=1", "karena portal lama tidak dipakai"),
        ("tertahan=1", "Isian Anda tidak hilang, tetapi belum disimpan."),
        ("ulang=1", "Halaman ini terlalu lama terbuka."),
    ],
)
def test_page_says_why_one_is_here(client, db, query, sentence):
    assert sentence in client.get(f"{SIGN_IN}?{query}").content.decode()


def test_stale_sign_in_form_is_given_again(sari):
    client = Client(enforce_csrf_checks=True)

    assert sign_in(client)["Location"] == "/masuk/?ulang=1"


@pytest.mark.parametrize("typed", ["\x00", "x" * 100_000, "'; --", "{{ 7*7 }}", "😀"])
def test_hostile_words_are_answered(client, db, typed):
    assert sign_in(client, username=typed, password=typed).status_code == 200
