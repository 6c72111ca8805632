"""The village's letters in their states: prepared, signed, withdrawn, refused, checked."""

from tests.browser.hands import save_wrong
from tests.browser.scene import Scene

LAYOUT = "/surat/tata/5203/"
PERMISSION, LETTER = "/surat/izin-keluarga/{planned.person.pk}/", "/surat/{letter.pk}/"
SIGNED = "/surat/{signed.pk}/"


def look_at_it(page):
    """See the letter as it would come out."""
    page.locator("[name=preview]").click()
    page.wait_for_load_state()


LETTER_SCENES = (
    Scene("home, head", "home", "/", "mahdi"),
    Scene("letters, officer", "infopost:letter_list", "/surat/", "sari"),
    Scene("letters, head", "infopost:letter_list", "/surat/", "mahdi"),
    Scene("letters, coordinator", "infopost:letter_list", "/surat/", "rina"),
    Scene("letters, empty village", "infopost:letter_list", "/surat/", "newcomer"),
    Scene("letter, waiting", "infopost:letter_detail", LETTER, "sari"),
    Scene("letter, signed", "infopost:letter_detail", SIGNED, "mahdi"),
    Scene("letter, history", "infopost:letter_history", SIGNED + "riwayat/", "sari"),
    Scene("letter, refused", "infopost:letter_detail", "/surat/{refused.pk}/", "sari"),
    Scene("letter of permission", "infopost:letter_family", PERMISSION, "sari"),
    Scene("letter of permission, wrong", "infopost:letter_family", PERMISSION, "sari", save_wrong),
    Scene("letter of status", "infopost:letter_marital", "/surat/perkawinan/{planned.person.pk}/", "sari"),
    Scene("letter to the office", "infopost:letter_cover", "/surat/pengantar/{planned.person.pk}/", "sari"),
    Scene("statement of return", "infopost:letter_return", "/surat/pulang/{ended.person.pk}/", "sari"),
    Scene("letter, corrected", "infopost:letter_change", LETTER + "ubah/", "sari"),
    Scene("letter, given up", "infopost:letter_cancel", LETTER + "batal/", "sari"),
    Scene("letter to sign", "infopost:letter_sign", LETTER + "tanda-tangan/", "mahdi"),
    Scene("letter to withdraw", "infopost:letter_withdraw", SIGNED + "tarik/", "mahdi"),
    Scene("letter book", "infopost:letter_book_keep", "/surat/buku/", "sari"),
    Scene("letter checked", "infopost:letter_verify", "/surat/cek/{signed.token}/"),
    Scene("letter checked, unknown", "infopost:letter_verify", "/surat/cek/tidak-ada/"),
    Scene("letters of kabupaten", "infopost:layout_list", "/surat/tata/", "adi"),
    Scene("letters of a kabupaten", "infopost:layout_detail", LAYOUT, "adi"),
    Scene("letterhead", "infopost:letterhead_keep", LAYOUT + "kop/", "adi"),
    Scene("words of a letter", "infopost:wording_keep", LAYOUT + "isi/family/", "adi", look_at_it),
)
