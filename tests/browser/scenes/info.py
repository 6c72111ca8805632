"""The families' pages and the facts behind them, in their states."""

from tests.browser.hands import save_wrong
from tests.browser.scene import Scene

CHECK = "/info/tawaran/periksa/"

# A company of the demo world, and one that takes its name with a letter more.
LICENSED, LOOK_ALIKE = "pt melati contoh sejahtera", "pt melatti contoh sejahtera"


def answer_nothing(page):
    """Send the check as it stands: nothing is known."""
    page.locator("[data-offer]").evaluate("form => form.requestSubmit()")
    page.wait_for_selector("[data-verdict]")


def answer_badly(page):
    """Money was given, and the visa is a tourist's."""
    page.locator("#uang-ya").evaluate("box => { box.checked = true; }")
    page.locator("#visa-lain").evaluate("box => { box.checked = true; }")
    answer_nothing(page)


def clear_place(page):
    """A post that is nowhere."""
    page.locator("[name=place]").fill("")
    save_wrong(page)


def open_behind(page):
    """Where a page's facts come from."""
    page.locator(".behind summary").first.click()


def open_fact(page):
    """The first fact of the list."""
    page.locator(".rows a").first.click()
    page.wait_for_url("**/ubah/**")


def ask_for(name):
    """Type a company's name and send it."""

    def ask(page):
        page.locator("#id_name").fill(name)
        page.get_by_role("button", name="Periksa").click()
        page.wait_for_selector("#jawaban")

    return ask


def open_list(page):
    """The first list of companies."""
    page.locator(".rows a").first.click()
    page.wait_for_url("**/fakta/perusahaan/*/*/")


def stand_first(page):
    """Ask to take the first warning off the board."""
    page.get_by_role("link", name="Tarik peringatan").first.click()
    page.wait_for_url("**/tarik/**")


def ask_charge(page):
    """A house in Hong Kong, of which the rule is not certain."""
    page.select_option("[name=country]", "HK")
    page.select_option("[name=job]", "housekeeper")
    page.locator(".inquiry .button-main").click()
    page.wait_for_selector("#jawaban")


def ask_premium(page):
    """A contract of a length that no rule names."""
    page.locator("#moment-agency").check(force=True)
    page.locator("[name=months]").fill("18")
    page.locator(".inquiry .button-main").click()
    page.wait_for_selector("#jawaban")


def ask_nothing(page):
    """Send the question unanswered."""
    page.locator(".inquiry .button-main").click()
    page.wait_for_selector(".wrong")


def open_day(page):
    """The first day of the calendar."""
    page.locator("#entries ~ .rows a").first.click()
    page.wait_for_url("**/jadwal/**")


INFO_SCENES = (
    Scene("info", "infopost:info_home", "/info/"),
    Scene("info, topic", "infopost:topic_detail", "/info/mau-kerja/"),
    Scene("info, help", "infopost:topic_detail", "/info/minta-tolong/"),
    Scene("info, screen", "infopost:screen_detail", "/info/minta-tolong/paspor/", "", open_behind),
    Scene("info, screen with a fact inside", "infopost:screen_detail", "/info/mau-kerja/syarat/"),
    Scene("info, slip", "infopost:screen_detail", "/info/minta-tolong/paspor/?cetak=struk"),
    Scene("info, offer", "infopost:offer_check", CHECK),
    Scene("info, offer question", "infopost:offer_check", CHECK + "#tanya-7"),
    Scene("info, offer red", "infopost:offer_check", CHECK, "", answer_badly),
    Scene("info, offer amber", "infopost:offer_check", CHECK, "", answer_nothing),
    Scene("info, letters", "infopost:topic_detail", "/info/dokumen-biaya/"),
    Scene("info, letter", "infopost:screen_detail", "/info/dokumen-biaya/paspor/", "", open_behind),
    Scene("info, step", "infopost:screen_detail", "/info/mau-kerja/daftar/"),
    Scene("info, contract to tick", "infopost:screen_detail", "/info/mau-kerja/baca-perjanjian/"),
    Scene("info, charges", "infopost:charge_ask", "/info/dokumen-biaya/pungutan/"),
    Scene("info, charges answered", "infopost:charge_ask", "/info/dokumen-biaya/pungutan/", "", ask_charge),
    Scene("info, charges wrong", "infopost:charge_ask", "/info/dokumen-biaya/pungutan/", "", ask_nothing),
    Scene("info, premiums", "infopost:premium_ask", "/info/dokumen-biaya/iuran/"),
    Scene("info, premiums answered", "infopost:premium_ask", "/info/dokumen-biaya/iuran/", "", ask_premium),
    Scene("info, premiums wrong", "infopost:premium_ask", "/info/dokumen-biaya/iuran/", "", ask_nothing),
    Scene("readings", "infopost:reading_list", "/pos-desa/dibaca/", "sari"),
    Scene("readings, coordinator", "infopost:reading_list", "/pos-desa/dibaca/", "rina"),
    Scene("charge rules", "infopost:charge_list", "/fakta/pungutan/", "dewi"),
    Scene("charge rule, new", "infopost:charge_create", "/fakta/pungutan/baru/", "dewi"),
    Scene("charge rule, new wrong", "infopost:charge_create", "/fakta/pungutan/baru/", "dewi", save_wrong),
    Scene("charge rule, change", "infopost:charge_change", "/fakta/pungutan/", "dewi", open_fact),
    Scene("info, never opened", "infopost:page_unread", "/info/belum-dibaca/"),
    Scene("kiosk", "infopost:info_home", "/pos/{place.village.pk}/"),
    Scene("kiosk, help", "infopost:topic_detail", "/pos/{place.village.pk}/minta-tolong/"),
    Scene("signs", "infopost:sign_list", "/fakta/tanda/", "dewi"),
    Scene("sign, change", "infopost:sign_change", "/fakta/tanda/", "dewi", open_fact),
    Scene("post", "infopost:post_keep", "/pos-desa/", "sari"),
    Scene("warnings", "infopost:warning_list", "/pos-desa/peringatan/", "sari"),
    Scene("warning, new", "infopost:warning_create", "/pos-desa/peringatan/baru/", "sari"),
    Scene("warning, new wrong", "infopost:warning_create", "/pos-desa/peringatan/baru/", "sari", save_wrong),
    Scene("warning, change", "infopost:warning_change", "/pos-desa/peringatan/", "sari", open_fact),
    Scene("warning, take off", "infopost:warning_stand", "/pos-desa/peringatan/", "sari", stand_first),
    Scene("board", "infopost:board_detail", "/info/lowongan/"),
    Scene("kiosk, board", "infopost:board_detail", "/pos/{place.village.pk}/lowongan/"),
    Scene("board, kept", "infopost:board_list", "/lowongan/", "dewi"),
    Scene("job order, new", "infopost:job_order_create", "/lowongan/baru/", "dewi"),
    Scene("job order, new wrong", "infopost:job_order_create", "/lowongan/baru/", "dewi", save_wrong),
    Scene("job order, change", "infopost:job_order_change", "/lowongan/", "dewi", open_fact),
    Scene("entry, new", "infopost:entry_create", "/jadwal/baru/", "dewi"),
    Scene("entry, new wrong", "infopost:entry_create", "/jadwal/baru/", "dewi", save_wrong),
    Scene("entry, change", "infopost:entry_change", "/lowongan/", "dewi", open_day),
    Scene("post, wrong", "infopost:post_keep", "/pos-desa/", "sari", clear_place),
    Scene("info, company", "infopost:company_check", "/info/perusahaan/"),
    Scene(
        "info, company licensed",
        "infopost:company_check",
        "/info/perusahaan/",
        "",
        ask_for(LICENSED),
    ),
    Scene("info, company alike", "infopost:company_check", "/info/perusahaan/", "", ask_for(LOOK_ALIKE)),
    Scene("kiosk, company", "infopost:company_check", "/pos/{place.village.pk}/perusahaan/"),
    Scene("company lists", "infopost:agency_list_list", "/fakta/perusahaan/", "dewi"),
    Scene("company list, new", "infopost:agency_list_bring", "/fakta/perusahaan/baru/", "dewi"),
    Scene("company list, new wrong", "infopost:agency_list_bring", "/fakta/perusahaan/baru/", "dewi", save_wrong),
    Scene("company list", "infopost:agency_list_detail", "/fakta/perusahaan/", "dewi", open_list),
    Scene("info, countries", "infopost:country_list", "/info/negara/"),
    Scene("info, country", "infopost:country_detail", "/info/negara/TW/"),
    Scene("info, closed country", "infopost:country_detail", "/info/negara/SA/"),
    Scene("info, safety card", "infopost:safety_card", "/info/negara/TW/kartu/"),
    Scene("facts", "infopost:fact_list", "/fakta/", "dewi"),
    Scene("facts, all", "infopost:fact_list", "/fakta/?tampil=semua", "adi"),
    Scene("fact, new", "infopost:fact_create", "/fakta/baru/", "dewi"),
    Scene("fact, new wrong", "infopost:fact_create", "/fakta/baru/", "dewi", save_wrong),
    Scene("fact, change", "infopost:fact_change", "/fakta/", "dewi", open_fact),
)
