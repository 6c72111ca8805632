"""Forms whose session had ended."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client, RequestFactory

from accounts import form_tokens, held_posts
from accounts.models import HeldPost

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"
PATH = "/akun/baru/01900000-0000-7000-8000-000000000001/"


def post(user, *, path=PATH, token=None, **fields):
    """A post without a session, as it arrives after the session has ended."""
    fields["form_token"] = form_tokens.make(user=user, path=path) if token is None else token
    return RequestFactory().post(path, urlencode(fields, doseq=True), FORM)


def take(user, path=PATH):
    request = RequestFactory().get(path)
    request.user = user
    return held_posts.take(request)


def test_post_is_shown_to_its_user_as_he_had_typed_it(sari):
    held_posts.hold(post(sari, name="Ahlul", pets=["a", "b"]))

    taken = take(sari)
    assert (taken["name"], taken.getlist("pets")) == ("Ahlul", ["a", "b"])


def test_post_is_shown_once(sari):
    held_posts.hold(post(sari))
    take(sari)

    assert (take(sari), HeldPost.objects.count()) == (None, 0)


def test_post_is_not_shown_to_somebody_else(sari, budi):
    held_posts.hold(post(sari, name="Ahlul"))

    assert take(budi) is None


def test_post_is_not_shown_on_another_form(sari):
    held_posts.hold(post(sari, name="Ahlul"))

    assert take(sari, path="/sandi/") is None


@pytest.mark.parametrize("token", ["", "x", "WzEsICIvIl0:1vMxyz:abc"])
def test_post_without_our_token_is_not_kept(sari, token):
    assert (held_posts.hold(post(sari, token=token)), HeldPost.objects.count()) == (False, 0)


def test_post_with_the_token_of_another_form_is_not_kept(sari):
    token = form_tokens.make(user=sari, path="/sandi/")

    assert held_posts.hold(post(sari, token=token)) is False


def test_post_of_a_disabled_account_is_not_kept(sari):
    request = post(sari)
    sari.is_active = False
    sari.save()

    assert held_posts.hold(request) is False


def test_post_with_a_file_is_not_kept(sari):
    request = RequestFactory().post(PATH, {"form_token": form_tokens.make(user=sari, path=PATH)})

    assert (request.content_type, held_posts.hold(request)) == ("multipart/form-data", False)


def test_one_post_is_kept_a_form_and_user(sari):
    held_posts.hold(post(sari, name="Ahlul"))
    held_posts.hold(post(sari, name="Rusdah"))

    assert (HeldPost.objects.count(), take(sari)["name"]) == (1, "Rusdah")


@pytest.mark.parametrize(("size", "kept"), [(held_posts.LARGEST_BODY - 1000, True), (held_posts.LARGEST_BODY, False)])
def test_post_larger_than_a_form_is_not_kept(sari, size, kept):
    assert held_posts.hold(post(sari, name="x" * size)) is kept


@pytest.mark.parametrize(("later", "shown"), [(held_posts.KEPT_FOR, True), (held_posts.KEPT_FOR * 2, False)])
def test_post_is_kept_for_a_day(sari, later, shown):
    with time_machine.travel(NOON, tick=False) as clock:
        held_posts.hold(post(sari))
        clock.shift(later)

        assert (take(sari) is not None) == shown


@pytest.mark.parametrize(("days", "reads"), [(7, True), (7.001, False)])
def test_token_is_good_for_seven_days(sari, days, reads):
    with time_machine.travel(NOON, tick=False) as clock:
        token = form_tokens.make(user=sari, path=PATH)
        clock.shift(timedelta(days=days))

        assert (form_tokens.read(token, path=PATH) == sari.pk) == reads


def test_form_that_meets_an_ended_session_is_filled_after_signing_in(rina, client_of):
    client = client_of(rina)
    address = client.get("/akun/baru/")["Location"]
    token = client.get(address).context["form_token"]
    client.logout()

    sent = client.post(address, urlencode({"full_name": "Lalu Hasan", "form_token": token}), FORM)
    client.force_login(rina)
    page = client.get(address)

    assert sent["Location"] == f"/masuk/?next={address.replace('/', '%2F')}&tertahan=1"
    assert page.context["form"]["full_name"].value() == "Lalu Hasan"
    assert "periksa, lalu simpan" in page.content.decode()


def test_form_with_a_stale_csrf_token_is_filled_again(rina):
    client = Client(enforce_csrf_checks=True)
    client.force_login(rina)
    address = client.get("/akun/baru/")["Location"]
    token = client.get(address).context["form_token"]

    sent = client.post(address, urlencode({"full_name": "Lalu Hasan", "form_token": token}), FORM)

    assert sent["Location"] == f"{address}?tertahan=1"
    assert client.get(sent["Location"]).context["form"]["full_name"].value() == "Lalu Hasan"
