"""Members of a family and what happens to them, in their states."""

from tests.browser.hands import box, save, save_wrong, save_year
from tests.browser.scene import Scene

FAMILY, HEAD, CHILD = "/rumah-tangga/{place.household.pk}/", "/orang/{place.head.pk}/", "/orang/{place.child.pk}/"
CAREGIVER = "/pengasuh/{caregiver.pk}/"


def reveal_number(page):
    """The whole number, after a reason."""
    page.get_by_label("Menulis surat").check()
    page.get_by_role("button", name="Tampilkan nomor").click()


def somebody_known(page):
    """The longest name of somebody who is in the village already, as the page itself is told of its people."""
    village = page.request.get(page.locator("form[data-alike]").get_attribute("data-alike")).json()
    return max((one.split("|")[0] for _, people in village["places"] for one in people), key=len)


def type_known_name(page):
    box(page, "name").fill(somebody_known(page))
    page.wait_for_selector("[data-alike-note] button")


def save_known_name(page):
    """The same, sent before the browser could compare."""
    name = somebody_known(page)
    page.route("**/orang/terdata/", lambda route: route.fulfill(status=503))
    box(page, "name").fill(name)
    box(page, "relation").select_option("child")
    box(page, "sex", "P").check()
    box(page, "joined_how", "moved").check()
    box(page, "nik_missing", "not_at_hand").check()
    save(page)
    page.wait_for_selector("[name=warning_seen]")


def clear_name(page):
    box(page, "name").fill("")
    save_wrong(page)


def die_too_early(page):
    box(page, "died_year").fill("1950")
    save_wrong(page)


def join_too_early(page):
    """Before anybody was born."""
    box(page, "joined_how", "moved").check()
    save_year(page, "joined", "1823")


def end_too_early(page):
    """Before anybody was born."""
    save_year(page, "ended", "1823")


def check_without_note(page):
    """It is right as it is, but from where is that known?"""
    page.locator("[name=what][value^='benar:']").first.check()
    save_wrong(page)


PEOPLE_SCENES = (
    Scene("member, death", "households:person_death", HEAD + "meninggal/", "sari"),
    Scene("member, death wrong", "households:person_death", HEAD + "meninggal/", "sari", die_too_early),
    Scene("member, add", "households:person_add", FAMILY + "anggota/", "sari"),
    Scene("member, add wrong", "households:person_add", FAMILY + "anggota/", "sari", save_wrong),
    Scene("member, known name", "households:person_add", FAMILY + "anggota/", "sari", type_known_name),
    Scene("member, known name sent", "households:person_add", FAMILY + "anggota/", "sari", save_known_name),
    Scene("member", "households:person_detail", HEAD, "sari"),
    Scene("number, reason", "households:nik_reveal", HEAD + "nik/", "sari"),
    Scene("number, shown", "households:nik_reveal", HEAD + "nik/", "sari", reveal_number),
    Scene("member, history", "households:person_history", HEAD + "riwayat/", "sari"),
    Scene("member, history of changes", "households:person_history", HEAD + "riwayat/?perubahan=1", "sari"),
    Scene("member, change", "households:person_change", HEAD + "ubah/", "sari"),
    Scene("member, change wrong", "households:person_change", HEAD + "ubah/", "sari", clear_name),
    Scene("member, born", "households:person_born", FAMILY + "lahir/", "sari"),
    Scene("member, born wrong", "households:person_born", FAMILY + "lahir/", "sari", save_wrong),
    Scene("member, married", "households:person_marry", FAMILY + "menikah/", "sari"),
    Scene("member, married wrong", "households:person_marry", FAMILY + "menikah/", "sari", save_wrong),
    Scene("member, since when", "households:person_joined", HEAD + "menjadi-anggota/", "sari"),
    Scene("member, since when wrong", "households:person_joined", HEAD + "menjadi-anggota/", "sari", join_too_early),
    Scene("member, leaves", "households:person_leave", HEAD + "keluar-keluarga/", "sari"),
    Scene("member, leaves wrong", "households:person_leave", HEAD + "keluar-keluarga/", "sari", save_wrong),
    Scene("member, schooling and work", "households:profile_change", HEAD + "pendidikan-pekerjaan/", "sari"),
    Scene("member, checked", "households:person_clear", "/orang/{unclear.pk}/dicek/", "sari"),
    Scene("member, checked wrong", "households:person_clear", "/orang/{unclear.pk}/dicek/", "sari", check_without_note),
    Scene("child", "households:person_detail", CHILD, "sari"),
    Scene("child, school", "households:child_change", CHILD + "sekolah/", "sari"),
    Scene("child, caregiver", "households:caregiver_add", CHILD + "pengasuh/", "sari"),
    Scene("child, caregiver wrong", "households:caregiver_add", CHILD + "pengasuh/", "sari", save_wrong),
    Scene("child, caregiver ends", "households:caregiver_end", CAREGIVER + "selesai/", "sari"),
    Scene("child, caregiver ends wrong", "households:caregiver_end", CAREGIVER + "selesai/", "sari", end_too_early),
)
