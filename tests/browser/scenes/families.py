"""Families and what happens to them, in their states."""

from tests.browser.hands import FIVE, REGISTER, add_member, box, save_wrong, type_family
from tests.browser.scene import Scene

FAMILY = "/rumah-tangga/{place.household.pk}/"


def fill_family(page):
    type_family(page)


def save_wrong_family(page):
    """Leave a card half filled."""
    type_family(page, FIVE[:2])
    add_member(page)
    box(page, "members-2-name").fill("Baiq Nur'aini")
    box(page, "members-2-abroad", "active").check()
    box(page, "members-2-birth_year").fill("1823")
    save_wrong(page)


def clear_visit(page):
    box(page, "visited_day").fill("")
    save_wrong(page)


def search_nobody(page):
    box(page, "words").fill("tidak ada")
    box(page, "words").press("Enter")
    page.wait_for_url("**cari=*")


def open_filters(page):
    page.locator("details.filters summary").first.click()


FAMILY_SCENES = (
    Scene("families", "households:household_list", "/rumah-tangga/", "sari"),
    Scene("families, filters", "households:household_list", "/rumah-tangga/", "sari", open_filters),
    Scene("families, none found", "households:household_list", "/rumah-tangga/", "sari", search_nobody),
    Scene("families, empty village", "households:household_list", "/rumah-tangga/", "newcomer"),
    Scene("families, coordinator", "households:household_list", "/rumah-tangga/", "rina"),
    Scene("families, export", "households:household_export", "/rumah-tangga/unduh/", "sari"),
    Scene("families, export wrong", "households:household_export", "/rumah-tangga/unduh/", "sari", save_wrong),
    Scene("register", "households:household_register", REGISTER, "sari"),
    Scene("register, filled", "households:household_register", REGISTER, "sari", fill_family),
    Scene("register, wrong", "households:household_register", REGISTER, "sari", save_wrong_family),
    Scene("register, nothing filled", "households:household_register", REGISTER, "sari", save_wrong),
    Scene("family", "households:household_detail", FAMILY, "sari"),
    Scene("family, coordinator", "households:household_detail", FAMILY, "rina"),
    Scene("family, history", "households:household_history", FAMILY + "riwayat/", "rina"),
    Scene("family, change", "households:household_change", FAMILY + "ubah/", "sari"),
    Scene("family, visit", "households:household_verify", FAMILY + "kunjungan/", "sari"),
    Scene("family, visit wrong", "households:household_verify", FAMILY + "kunjungan/", "sari", clear_visit),
    Scene("family, head", "households:household_head", FAMILY + "kepala-keluarga/", "sari"),
    Scene("family, head wrong", "households:household_head", FAMILY + "kepala-keluarga/", "sari", save_wrong),
    Scene("family, close", "households:household_close", FAMILY + "tutup/", "sari"),
    Scene("family, close wrong", "households:household_close", FAMILY + "tutup/", "sari", save_wrong),
    Scene("card number, reason", "households:card_reveal", FAMILY + "kk/", "sari"),
    Scene("family, consent", "households:consent_add", FAMILY + "persetujuan/", "sari"),
    Scene("family, consent wrong", "households:consent_add", FAMILY + "persetujuan/", "sari", save_wrong),
    Scene("family, checked", "households:household_clear", FAMILY + "dicek/", "sari"),
)
