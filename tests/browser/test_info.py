"""Families' pages in a real browser: light, heard where there is a voice, and whole without JavaScript."""

import pytest

from infopost.actions import load_facts

LIGHT = ("/info/", "/info/minta-tolong/", "/info/negara/TW/", "/info/perusahaan/", "/info/lowongan/")
MOST_BYTES, MOST_REQUESTS = 40 * 1024, 6
LIGHT = [
    *("/info/", "/info/minta-tolong/", "/info/negara/TW/", "/info/mau-kerja/", "/info/mau-kerja/baca-perjanjian/"),
    *("/info/dokumen-biaya/", "/info/dokumen-biaya/paspor/", "/info/perusahaan/"),
    *("/info/dokumen-biaya/pungutan/", "/info/dokumen-biaya/iuran/"),
]
VOICES = """
  Object.defineProperty(window, "speechSynthesis", {{ value: Object.assign(new EventTarget(), {{
    speaking: false, said: [],
    getVoices() {{ return [{{ lang: "{lang}" }}]; }},
    speak(spoken) {{ this.said.push(spoken.text); this.speaking = true; }},
    cancel() {{ this.speaking = false; }},
  }}) }});
  window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
"""


@pytest.fixture
def facts(live_server):
    load_facts()


def arrived(process, server, path):
    """Bytes on the wire of each response to a first load."""
    context = process.new_context(base_url=server)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    addresses, sizes = {}, {}
    wire.on("Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]}))
    wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(path, wait_until="networkidle")
    context.close()
    return {addresses[key]: size for key, size in sizes.items() if not addresses[key].startswith("data:")}


@pytest.mark.parametrize("path", LIGHT)
def test_first_load_is_light_and_comes_from_nowhere_else(chromium_process, packed_server, path):
    load_facts()

    loaded = arrived(chromium_process, packed_server, path)

    assert sum(loaded.values()) <= MOST_BYTES, loaded
    assert len(loaded) <= MOST_REQUESTS, loaded
    assert [address for address in loaded if not address.startswith(packed_server)] == []


def with_voice(page, lang):
    page.add_init_script(VOICES.format(lang=lang))
    page.reload()
    return page.locator("[data-listen]")


@pytest.mark.parametrize(("lang", "shown"), [("id-ID", True), ("id_ID", True), ("en-US", False)])
def test_listening_is_offered_where_there_is_an_indonesian_voice(open_page, facts, lang, shown):
    page = open_page("/info/pulang/mulai-usaha/", width=360)

    assert with_voice(page, lang).is_visible() == shown


def test_page_is_read_aloud_and_stopped(open_page, facts):
    page = open_page("/info/pulang/mulai-usaha/")
    button = with_voice(page, "id-ID")

    button.click()
    said, word = page.evaluate("speechSynthesis.said"), button.inner_text()
    button.click()

    assert said[:3] == ["Pulang ke desa", "Mulai usaha", "Desa punya pelatihan dan pendampingan usaha."]
    assert (word.strip(), button.inner_text().strip()) == ("Berhenti", "Dengarkan")


@pytest.mark.parametrize("path", [*LIGHT, "/info/minta-tolong/paspor/", "/info/negara/TW/kartu/"])
def test_page_is_whole_without_scripts(open_page, facts, path):
    page = open_page(path, width=360, scripts=False)

    assert page.locator("h1").is_visible()
    assert page.locator("[data-listen], [data-print-way]").filter(visible=True).count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_help_is_two_steps_away_at_most(open_page, facts):
    page = open_page("/info/", width=360)

    page.get_by_role("link", name="Minta tolong").click()
    first_call = page.locator(".call-number").first
    page.get_by_role("link", name="Paspor hilang atau ditahan").click()

    assert page.get_by_role("link", name="Minta tolong").is_visible()
    assert first_call.get_attribute("href").startswith("tel:")


def test_premiums_are_counted_without_scripts_and_without_an_address(open_page, facts):
    page = open_page("/info/dokumen-biaya/iuran/", width=360, scripts=False)

    page.locator("#moment-alone").check(force=True)
    page.locator("[name=months]").fill("24")
    page.get_by_role("button", name="Hitung").click()

    assert "Rp332.500, belum pasti" in page.locator(".verdict-word").inner_text()
    assert page.url.endswith("/iuran/")


def test_charges_are_answered_without_scripts_and_without_an_address(open_page, facts):
    page = open_page("/info/dokumen-biaya/pungutan/", width=360, scripts=False)

    page.select_option("[name=country]", "KR")
    page.select_option("[name=job]", "factory")
    page.get_by_role("button", name="Lihat jawaban").click()

    assert "Belum diketahui" in page.locator(".verdict-word").inner_text()
    assert page.url.endswith("/pungutan/")


def test_list_to_tick_prints_on_half_a_sheet(open_page, facts):
    page = open_page("/info/mau-kerja/baca-perjanjian/")

    page.emulate_media(media="print")

    assert page.locator(".ticks li").count() == 7
    assert page.locator(".by-hand").is_visible()
