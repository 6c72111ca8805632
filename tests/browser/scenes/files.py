"""The candidates' files in their states: the list, one file, and each thing that is noted of it."""

from tests.browser.hands import save_wrong
from tests.browser.scene import Scene

FILE = "/berkas/{planned.pk}/"

FILE_SCENES = (
    Scene("candidates", "infopost:file_list", "/berkas/", "sari"),
    Scene("candidates, coordinator", "infopost:file_list", "/berkas/", "rina"),
    Scene("candidates, empty village", "infopost:file_list", "/berkas/", "newcomer"),
    Scene("candidate's file", "infopost:file_detail", FILE, "sari"),
    Scene("candidate's file, coordinator", "infopost:file_detail", FILE, "rina"),
    Scene("candidate's step", "infopost:step_note", FILE + "langkah/selection/", "sari"),
    Scene("candidate's paper", "infopost:paper_note", FILE + "surat/passport/", "sari"),
    Scene("candidate's paper, photograph", "infopost:paper_photo", FILE + "surat/passport/foto/", "sari"),
    Scene("candidate's company", "infopost:agency_check", FILE + "perusahaan/", "sari"),
    Scene("candidate's contract", "infopost:contract_check", FILE + "kontrak/", "sari"),
    Scene("candidate's departure", "infopost:file_leave", FILE + "berangkat/", "sari"),
    Scene("referral", "infopost:referral_add", FILE + "rujukan/", "sari"),
    Scene("referral, wrong", "infopost:referral_add", FILE + "rujukan/", "sari", save_wrong),
    Scene("referral, answered", "infopost:referral_answer", "/berkas/rujukan/{referral.pk}/jawaban/", "sari"),
)
