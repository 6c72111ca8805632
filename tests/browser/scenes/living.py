"""How a family lives, what it needs, and the money sent home, in their states."""

from tests.browser.hands import box, save_wrong, save_year
from tests.browser.scene import Scene

FAMILY = "/rumah-tangga/{place.household.pk}/"
NEED, REMITTANCE = "/kebutuhan/{place.need.pk}/", "/kiriman/{place.remittance.pk}/"
REMITTANCES = "/rumah-tangga/{place.remittance.household.pk}/kiriman/"


def type_no_point(page):
    """Something that is no place on a map."""
    box(page, "point").fill("dekat masjid")
    save_wrong(page)


def leave_numbers_out(page):
    """Another number for WhatsApp and a name to call, neither of which is told."""
    box(page, "whatsapp_answer", "other").check()
    box(page, "may_call", "named").check()
    box(page, "whatsapp").fill("12")
    box(page, "may_call_name").fill("")
    save_wrong(page)


def need_and_need_nothing(page):
    """Two answers that do not go together."""
    box(page, "kinds").first.check()
    box(page, "needs_answer", "refused").check()
    save_wrong(page)


def meet_too_early(page):
    """Before anybody was born."""
    save_year(page, "met", "1823")


def use_more_than_all(page):
    """Eleven parts of ten, in a month to come."""
    box(page, "month").select_option("12")
    box(page, "daily").fill("8")
    box(page, "school").fill("3")
    save_wrong(page)


LIVING_SCENES = (
    Scene("dwelling", "households:household_dwelling", FAMILY + "tempat-tinggal/", "sari"),
    Scene("dwelling, wrong", "households:household_dwelling", FAMILY + "tempat-tinggal/", "sari", type_no_point),
    Scene("telephone", "households:household_contact", FAMILY + "telepon/", "sari"),
    Scene("telephone, wrong", "households:household_contact", FAMILY + "telepon/", "sari", leave_numbers_out),
    Scene("aid", "households:household_aid", FAMILY + "bantuan/", "sari"),
    Scene("income", "households:household_income", FAMILY + "penghasilan/", "sari"),
    Scene("needs", "households:household_needs", "/rumah-tangga/{content.pk}/kebutuhan/", "sari"),
    Scene(
        "needs, wrong", "households:household_needs", "/rumah-tangga/{content.pk}/kebutuhan/", "sari",
        need_and_need_nothing,
    ),
    Scene("needs, others noted", "households:household_needs", FAMILY + "kebutuhan/", "sari"),
    Scene("need", "households:need_change", NEED + "ubah/", "sari"),
    Scene("need, wrong", "households:need_change", NEED + "ubah/", "sari", meet_too_early),
    Scene("remittances", "households:household_remittances", REMITTANCES, "sari"),
    Scene("remittances, coordinator", "households:household_remittances", REMITTANCES, "rina"),
    Scene("remittance", "households:remittance_add", FAMILY + "kiriman/baru/", "sari"),
    Scene("remittance, wrong", "households:remittance_add", FAMILY + "kiriman/baru/", "sari", use_more_than_all),
    Scene("remittance, change", "households:remittance_change", REMITTANCE + "ubah/", "sari"),
    Scene("remittance, change wrong", "households:remittance_change", REMITTANCE + "ubah/", "sari", use_more_than_all),
)  # fmt: skip
