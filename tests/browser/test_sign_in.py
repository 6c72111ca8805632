"""Signing in and out by hand."""

from accounts.codes import issue
from tests.browser.hands import box, sign_in, words
from tests.factories.accounts import PASSWORD


def try_password(page, password):
    box(page, "username").fill("sari")
    box(page, "password").fill(password)
    box(page, "password").press("Enter")


def test_officer_signs_in_and_is_where_he_wanted_to_go(open_page, sari):
    page = open_page("/rumah-tangga/")
    sign_in(page, "sari")
    assert page.url.endswith("/rumah-tangga/")
    assert words(page.locator(".site-name span")) == "Desa Korleko · Labuhan Haji · Lombok Timur"


def test_wrong_password_keeps_the_name_and_says_what_to_do(open_page, sari):
    page = open_page("/masuk/")
    try_password(page, "bukan ini sandinya")
    page.wait_for_selector("[role=alert]")
    said = "Nama pengguna atau sandi tidak cocok. Periksa huruf besar-kecilnya, lalu coba lagi."
    assert words(page.locator("[role=alert]")) == said
    assert box(page, "username").input_value() == "sari"


def test_sign_in_works_without_scripts(open_page, sari):
    page = open_page("/masuk/", scripts=False)
    try_password(page, PASSWORD)
    page.wait_for_url(lambda address: "/masuk/" not in address)
    assert words(page.locator(".site-user .site-person")) == "Sari Wulandari"


def test_printed_code_lets_in_once_and_asks_for_a_password(open_page, sari, rina):
    code = issue(by=rina, user=sari)
    page = open_page("/masuk/")
    try_password(page, code.lower())
    page.wait_for_url("**/sandi/")
    box(page, "new_password").fill("kuda hijau makan ombak")
    box(page, "repeated").fill("kuda hijau makan ombak")
    page.locator("main form .btn-primary").click()
    page.wait_for_url(lambda address: "/sandi/" not in address)
    sari.refresh_from_db()
    assert sari.check_password("kuda hijau makan ombak")


def test_back_after_signing_out_shows_no_family(open_page, sari, place_of):
    place = place_of(sari)
    page = open_page(place.household.get_absolute_url(), user=sari)
    page.locator(".site-user button").click()
    page.wait_for_url("**/masuk/**")
    page.go_back()
    page.wait_for_url("**/masuk/**")
    assert words(page.locator("h1")) == "Masuk"
    assert place.mark not in page.content()
