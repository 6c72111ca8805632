"""The post's desk in its states: register, families of those away, coming home, messages."""

from tests.browser.hands import save_wrong
from tests.browser.scene import Scene

SERVICE, TALK, CALL = "/layanan/{desk.service.pk}/", "/layanan/bersama/{desk.talk.pk}/", "/kabar/{desk.call.pk}/"
HOME, TASK, MESSAGE = "/pulang/{ended.pk}/", "/pulang/tawaran/{desk.task.pk}/", "/pesan/{desk.message.pk}/"
FAMILY = "{place.household.pk}"


def look_for_somebody(page):
    """Look a visitor up in the registry."""
    page.get_by_label("Namanya").fill("a")
    page.get_by_role("button", name="Cari di data desa").click()
    page.wait_for_load_state()


DESK_SCENES = (
    Scene("desk, officer", "infopost:desk_home", "/layanan/", "sari"),
    Scene("desk, after a visit", "infopost:desk_home", "/layanan/?terakhir={desk.service.pk}", "sari"),
    Scene("desk, coordinator", "infopost:desk_home", "/layanan/", "rina"),
    Scene("desk of a person away", "infopost:person_desk", "/layanan/orang/{away.person.pk}/", "sari"),
    Scene("desk of a person at home", "infopost:person_desk", "/layanan/orang/{ended.person.pk}/", "sari"),
    Scene("register", "infopost:service_list", "/layanan/daftar/", "sari"),
    Scene("register, coordinator", "infopost:service_list", "/layanan/daftar/?bulan=", "rina"),
    Scene("register, empty village", "infopost:service_list", "/layanan/daftar/", "newcomer"),
    Scene("visit, looked up", "infopost:service_note", "/layanan/catat/", "sari", look_for_somebody),
    Scene("visit, wrong", "infopost:service_note", "/layanan/catat/", "sari", save_wrong),
    Scene("visit, corrected", "infopost:service_change", SERVICE + "ubah/", "sari"),
    Scene("visit, mistake", "infopost:service_stand", SERVICE + "keliru/", "sari"),
    Scene("visit, promise", "infopost:service_follow", SERVICE + "tindak-lanjut/", "sari"),
    Scene("talk", "infopost:gathering_note", "/layanan/bersama/", "sari"),
    Scene("talk, corrected", "infopost:gathering_change", TALK + "ubah/", "sari"),
    Scene("families of those away", "infopost:call_list", "/kabar/", "sari"),
    Scene("families of those away, coordinator", "infopost:call_list", "/kabar/?jeda=90", "rina"),
    Scene("call", "infopost:call_note", "/kabar/{away.pk}/catat/", "sari"),
    Scene("call, wrong", "infopost:call_note", "/kabar/{away.pk}/catat/", "sari", save_wrong),
    Scene("call, saved", "infopost:call_list", "/kabar/?terakhir={desk.call.pk}", "sari"),
    Scene("call, corrected", "infopost:call_change", CALL + "ubah/", "sari"),
    Scene("call, mistake", "infopost:call_stand", CALL + "keliru/", "sari"),
    Scene("those who came home", "infopost:return_list", "/pulang/", "sari"),
    Scene("homecoming at the post", "infopost:return_detail", HOME, "sari"),
    Scene("homecoming, talk", "infopost:return_talk_hold", HOME + "bicara/", "sari"),
    Scene("homecoming, offers", "infopost:return_offer", HOME + "tawaran/", "sari"),
    Scene("homecoming, an offer", "infopost:task_close", TASK, "sari"),
    Scene("messages", "infopost:message_list", "/pesan/", "sari"),
    Scene("message", "infopost:message_detail", MESSAGE, "sari"),
    Scene("message, not sent", "infopost:message_stand", MESSAGE + "batal/", "sari"),
    Scene("message, prepared", "infopost:message_prepare", f"/pesan/tulis/{FAMILY}/", "sari"),
    Scene("consent to be written to", "infopost:writing_consent_note", f"/pesan/izin/{FAMILY}/", "sari"),
)
