"""Leaving a shared laptop: nothing of what was seen comes back."""

import pytest

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def account():
    UserFactory(username="sari")
    return UserFactory(username="rina", full_name="Rina Astuti", coordinator=True)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_back_after_signing_out_shows_the_sign_in_page(open_page, account, scripts):
    page = open_page("/masuk/?next=/akun/", scripts=scripts)
    page.get_by_label("Nama pengguna").fill("Rina")
    page.get_by_label("Sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Sari", exact=True).click()
    page.get_by_role("button", name="Keluar").click()
    # The emptied cache takes the old page away; only then does the browser have a way back to ask about.
    page.wait_for_url("**/masuk/**")

    page.go_back()
    page.wait_for_url("**/masuk/**")

    assert page.get_by_role("heading", level=1).inner_text() == "Masuk"
    assert page.get_by_text("Sari").count() == 0
