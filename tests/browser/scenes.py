"""Every page of the portal in its states: who opens it, where, and what he does there. Tests and their eyes walk these.

A scene's `open` may name a field of the world: `{place.head.pk}`.
"""

from tests.browser.hands import FIVE, REGISTER, add_member, box, save, type_family
from tests.browser.info_scenes import INFO_SCENES
from tests.browser.scene import Scene
from tests.households.imports import workbooks


def save_wrong(page):
    """Press the main act of a form as it stands."""
    save(page)
    page.wait_for_selector(".error-summary")


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


def reveal_number(page):
    """The whole number, after a reason."""
    page.get_by_label("Menulis surat").check()
    page.get_by_role("button", name="Tampilkan nomor").click()


def type_known_name(page):
    """The name of somebody who is in the village already."""
    box(page, "name").fill("kanari5203172006 i onx 1 anak")
    page.wait_for_selector("[data-alike-note] button")


def save_known_name(page):
    """The same, sent before the browser could compare."""
    page.route("**/orang/terdata/", lambda route: route.fulfill(status=503))
    box(page, "name").fill("kanari5203172006 i onx 1 anak")
    box(page, "relation").select_option("child")
    box(page, "sex", "P").check()
    box(page, "nik_missing", "not_at_hand").check()
    save(page)
    page.wait_for_selector("[name=warning_seen]")


def clear_name(page):
    box(page, "name").fill("")
    save_wrong(page)


def clear_visit(page):
    box(page, "visited_day").fill("")
    save_wrong(page)


def die_too_early(page):
    box(page, "died_year").fill("1950")
    save_wrong(page)


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


def search_nobody(page):
    box(page, "words").fill("tidak ada")
    box(page, "words").press("Enter")
    page.wait_for_url("**cari=*")


def open_filters(page):
    page.locator("details.filters summary").first.click()


def print_code(page):
    """Make a code for the account."""
    page.locator("form[action$='/kode/'] button").click()
    page.wait_for_url("**/kode/")


def follow_number(page):
    """From a number of the report to the families behind it."""
    page.locator("a[href^='/laporan/daftar/']").first.click()
    page.wait_for_url("**/laporan/daftar/**")


def show_workbook(page):
    """A workbook with a family, a row to review and one without a name, for another village."""
    people = (
        {},
        {"NIK": "5203175705900002", "Nama Penduduk": "BAIQ NURHAYATI", "SHDK": "Anak", "Status": "Tidak Valid"},
        {"NIK": "5203175705900003", "Nama Penduduk": "LALU SUHAILI", "SHDK": "Anak", "Status": "Meninggal"},
        {"NIK": "5203175705900004", "Nama Penduduk": None, "SHDK": "Anak"},
    )
    content = workbooks.siak(*({"Desa/Kel": "TANJUNG", **person} for person in people))
    page.set_input_files("[name=file]", {"name": "siak_korleko.xls", "mimeType": "", "buffer": content})
    page.locator("main form .btn-primary").first.click()
    page.wait_for_url("**/impor/*-*/")


def save_workbook(page):
    """The same, saved; where it was saved before there is nothing to press."""
    show_workbook(page)
    if page.locator(".action-bar").count():
        page.locator("[name=other_village]").check()
        save(page)
        page.wait_for_selector(".note-done")


def show_no_workbook(page):
    """A file that is something else."""
    page.set_input_files("[name=file]", {"name": "surat.xlsx", "mimeType": "", "buffer": b"%PDF-1.7"})
    page.locator("main form .btn-primary").first.click()
    page.wait_for_selector(".error-summary")


HEAD, FAMILY, TRIP = "/orang/{place.head.pk}/", "/rumah-tangga/{place.household.pk}/", "/perjalanan/{place.trip.pk}/"
VILLAGE = "/wilayah/{place.village.pk}/"
REPORT = "/laporan/rumah-tangga/"

SCENES = (
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
    Scene("member, death", "households:person_death", HEAD + "meninggal/", "sari"),
    Scene("member, death wrong", "households:person_death", HEAD + "meninggal/", "sari", die_too_early),
    Scene("member, add", "households:person_add", FAMILY + "anggota/", "sari"),
    Scene("member, add wrong", "households:person_add", FAMILY + "anggota/", "sari", save_wrong),
    Scene("member, known name", "households:person_add", FAMILY + "anggota/", "sari", type_known_name),
    Scene("member, known name sent", "households:person_add", FAMILY + "anggota/", "sari", save_known_name),
    Scene("member", "households:person_detail", HEAD, "sari"),
    Scene("number, reason", "households:nik_reveal", HEAD + "nik/", "sari"),
    Scene("number, shown", "households:nik_reveal", HEAD + "nik/", "sari", reveal_number),
    Scene("card number, reason", "households:card_reveal", FAMILY + "kk/", "sari"),
    Scene("member, history", "households:person_history", HEAD + "riwayat/", "sari"),
    Scene("member, history of changes", "households:person_history", HEAD + "riwayat/?perubahan=1", "sari"),
    Scene("member, change", "households:person_change", HEAD + "ubah/", "sari"),
    Scene("member, change wrong", "households:person_change", HEAD + "ubah/", "sari", clear_name),
    Scene("journey, add", "households:trip_add", HEAD + "perjalanan/", "sari"),
    Scene("journey, add wrong", "households:trip_add", HEAD + "perjalanan/", "sari", save_wrong),
    Scene("journey, change", "households:trip_change", TRIP + "ubah/", "sari"),
    Scene("import", "households:import_list", "/impor/", "sari"),
    Scene("import, wrong", "households:import_list", "/impor/", "sari", show_no_workbook),
    Scene("import, to check", "households:import_detail", "/impor/", "sari", show_workbook),
    Scene("import, saved", "households:import_detail", "/impor/", "sari", save_workbook),
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
    *INFO_SCENES,
    Scene("report, officer", "monitoring:report_households", REPORT, "sari"),
    Scene("list behind a number", "monitoring:indicator_list", REPORT, "sari", follow_number),
    Scene("report, coordinator", "monitoring:report_households", REPORT, "rina"),
    Scene("report, ministry", "monitoring:report_households", REPORT, "dewi"),
    Scene("report, empty village", "monitoring:report_households", REPORT, "newcomer"),
)
