"""Signing in, the first page of everybody, accounts and regions, in their states."""

from tests.browser.hands import box, save_wrong
from tests.browser.scene import Scene

VILLAGE = "/wilayah/{place.village.pk}/"


def wrong_password(page):
    box(page, "username").fill("sari")
    box(page, "password").fill("bukan ini")
    page.locator("form.card .btn-primary").click()
    page.wait_for_selector("[role=alert]")


def empty_passwords(page):
    page.locator("main .btn-primary").click()
    page.wait_for_selector(".field-error")


def open_menu(page):
    """Where the screen is narrow the way through the portal is folded."""
    if page.locator(".site-menu summary").is_visible():
        page.locator(".site-menu summary").click()


def print_code(page):
    """Make a code for the account."""
    page.locator("form[action$='/kode/'] button").click()
    page.wait_for_url("**/kode/")


ACCOUNT_SCENES = (
    Scene("sign in", "accounts:login", "/masuk/"),
    Scene("sign in, wrong", "accounts:login", "/masuk/", "", wrong_password),
    Scene("about", "about", "/tentang/"),
    Scene("not found", "", "/tidak-ada/", "sari"),
    Scene("home, officer", "home", "/", "sari"),
    Scene("home, menu open", "home", "/", "sari", open_menu),
    Scene("home, empty village", "home", "/", "newcomer"),
    Scene("home, coordinator", "home", "/", "rina"),
    Scene("home, ministry", "home", "/", "dewi"),
    Scene("home, administrator", "home", "/", "adi"),
    Scene("password", "accounts:password_change", "/sandi/", "sari"),
    Scene("password, wrong", "accounts:password_change", "/sandi/", "sari", empty_passwords),
    Scene("accounts", "accounts:account_list", "/akun/", "rina"),
    Scene("accounts, administrator", "accounts:account_list", "/akun/", "adi"),
    Scene("account", "accounts:account_detail", "/akun/{sari.pk}/", "rina"),
    Scene("account, code", "accounts:code_issue", "/akun/{budi.pk}/", "rina", print_code),
    Scene("account, new", "accounts:account_create", "/akun/baru/", "adi"),
    Scene("account, new wrong", "accounts:account_create", "/akun/baru/", "adi", save_wrong),
    Scene("book of acts", "accounts:audit_list", "/catatan/", "rina"),
    Scene("regions", "accounts:region_list", "/wilayah/", "adi"),
    Scene("region", "accounts:region_detail", VILLAGE, "adi"),
    Scene("membership", "accounts:membership_create", VILLAGE + "program/baru/", "adi"),
    Scene("membership, wrong", "accounts:membership_create", VILLAGE + "program/baru/", "adi", save_wrong),
    Scene("membership, change", "accounts:membership_change", "/wilayah/program/{place.membership.pk}/ubah/", "adi"),
)
