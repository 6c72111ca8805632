"""One account's page, its code slip, closing and opening; and the list of accounts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import actions
from accounts.models import AuditEvent, OneTimeCode, User
from tests.factories.accounts import UserFactory


def listed(response):
    return [row["account"].username for row in response.context["rows"]]


def test_page_shows_the_account(client_of, rina, sari):
    page = client_of(rina).get(f"/akun/{sari.pk}/").content.decode()

    assert [words in page for words in ("Sari Wulandari", "Desa Korleko, Kec. Labuhan Haji", "belum pernah")] == [
        True
    ] * 3


@pytest.mark.parametrize("way", ["", "kode/", "nonaktifkan/", "aktifkan/"])
@pytest.mark.parametrize("stranger", ["wulan", "rina", "adi"])
def test_account_that_one_does_not_keep_does_not_exist(request, client_of, rina, way, stranger):
    other, client = request.getfixturevalue(stranger), client_of(rina)
    before = User.objects.values().get(pk=other.pk)

    response = (client.post if way else client.get)(f"/akun/{other.pk}/{way}")

    assert (response.status_code, User.objects.values().get(pk=other.pk)) == (404, before)


def test_code_is_shown_once_and_signs_in(client_of, client, rina, sari):
    page = client_of(rina).post(f"/akun/{sari.pk}/kode/")

    code = page.context["code"]
    signed_in = client.post("/masuk/", {"username": "sari", "password": code})
    again = client_of(rina).get(f"/akun/{sari.pk}/").content.decode()
    assert (page["Cache-Control"], code in page.content.decode(), signed_in.status_code, code in again) == (
        "no-store",
        True,
        302,
        False,
    )


def test_code_is_not_logged(client_of, rina, sari, caplog):
    code = client_of(rina).post(f"/akun/{sari.pk}/kode/").context["code"]

    assert code not in caplog.text


def test_code_is_made_by_post_only(client_of, rina, sari):
    assert (client_of(rina).get(f"/akun/{sari.pk}/kode/").status_code, OneTimeCode.objects.count()) == (405, 0)


def test_code_for_a_disabled_account_is_refused_in_words(client_of, rina, sari):
    actions.set_active(by=rina, pk=sari.pk, active=False)

    page = client_of(rina).post(f"/akun/{sari.pk}/kode/", follow=True).content.decode()

    assert (actions.DISABLED in page, OneTimeCode.objects.count()) == (True, 0)


def test_account_is_closed_and_opened_again(client_of, rina, sari):
    client, states = client_of(rina), []
    for way in ("nonaktifkan", "aktifkan"):
        client.post(f"/akun/{sari.pk}/{way}/")
        states.append(User.objects.get(pk=sari.pk).is_active)

    assert (states, AuditEvent.objects.filter(act="account_changed").count()) == ([False, True], 2)


def test_closed_account_is_out_at_once(client_of, rina, sari):
    hers = client_of(sari)
    client_of(rina).post(f"/akun/{sari.pk}/nonaktifkan/")

    assert hers.get("/sandi/").status_code == 302


def test_list_shows_the_accounts_that_one_keeps(client_of, rina, sari, budi, wulan, adi):
    assert listed(client_of(rina).get("/akun/")) == ["budi", "sari"]


@pytest.mark.parametrize(
    ("state", "usernames"), [("aktif", ["sari"]), ("nonaktif", ["budi"]), ("lain", ["budi", "sari"])]
)
def test_list_is_narrowed_by_state(client_of, rina, sari, budi, state, usernames):
    actions.set_active(by=rina, pk=budi.pk, active=False)

    assert listed(client_of(rina).get("/akun/", {"keadaan": state})) == usernames


@pytest.mark.parametrize(
    ("words", "usernames"),
    [
        ("wuland", ["sari"]),
        ("BUDI", ["budi"]),
        ("korleko", ["sari"]),
        ("lombok timur", ["budi", "sari"]),
        ("wulan.", []),
        ("x\x00", []),
        ("%", []),
    ],
)
def test_list_is_searched_by_post(client_of, rina, sari, budi, wulan, words, usernames):
    assert listed(client_of(rina).post("/akun/", {"cari": words})) == usernames


def test_list_goes_on_and_back_by_keyset(client_of, rina, sari):
    for n in range(30):
        UserFactory(username=f"petugas{n:02}")
    client = client_of(rina)
    first = client.get("/akun/")
    second = client.get(first.context["next_url"])
    back = client.get(second.context["previous_url"])

    assert (len(listed(first)), listed(second), listed(back)) == (
        25,
        [*(f"petugas{n}" for n in range(25, 30)), "sari"],
        listed(first),
    )
    assert (second.context["next_url"], back.context["previous_url"]) == ("", "")


def test_list_asks_as_often_for_many_accounts_as_for_one(client_of, rina, sari):
    client, asked = client_of(rina), []
    client.get("/akun/")
    for n in range(3):
        UserFactory(username=f"petugas{n:02}")
        with CaptureQueriesContext(connection) as queries:
            client.get("/akun/")
        asked.append(len(queries))

    assert asked == [asked[0]] * 3
