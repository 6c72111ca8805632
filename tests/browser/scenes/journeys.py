"""Journeys and what is known of them, in their states."""

from tests.browser.hands import box, save_wrong, save_year
from tests.browser.scene import Scene

HEAD, TRIP = "/orang/{place.head.pk}/", "/perjalanan/{place.trip.pk}/"
AWAY, PLANNED = "/perjalanan/{away.pk}/", "/perjalanan/{planned.pk}/"


def tell_from_nowhere(name, answer):
    """An answer, and not from where it is known."""

    def tell(page):
        box(page, name).select_option(answer)
        page.locator("[name$=_evidence]").select_option("")
        save_wrong(page)

    return tell


def too_early(name):
    """A year in which nobody was born yet."""

    def write(page):
        save_year(page, name, "1823")

    return write


def type_wage(page):
    """A wage in no currency."""
    box(page, "wage").fill("2100")
    box(page, "wage_currency").select_option("")
    save_wrong(page)


def hold_long_expired(page):
    """A passport from before anybody was born."""
    # What is in order is folded.
    for fold in page.locator("main details:not([open]) > summary").all()[::-1]:
        fold.click()
    box(page, "passport-state").select_option("held")
    save_year(page, "passport-expires", "1823")


def decide_otherwise(page):
    """Of another mind than the rule, without a reason."""
    page.locator("[name=status]:not(:checked)").first.check()
    box(page, "evidence", "told").check()
    box(page, "note").fill("")
    save_wrong(page)


JOURNEY_SCENES = (
    Scene("journey, add", "households:trip_add", HEAD + "perjalanan/", "sari"),
    Scene("journey, add wrong", "households:trip_add", HEAD + "perjalanan/", "sari", save_wrong),
    Scene("journey, change", "households:trip_change", TRIP + "ubah/", "sari"),
    Scene("journey", "households:trip_detail", AWAY, "sari"),
    Scene("journey, planned", "households:trip_detail", PLANNED, "sari"),
    Scene("journey, coordinator", "households:trip_detail", AWAY, "rina"),
    Scene("journey, way", "households:trip_way", AWAY + "cara-berangkat/", "sari"),
    Scene("journey, way planned", "households:trip_way", PLANNED + "cara-berangkat/", "sari"),
    Scene(
        "journey, way wrong",
        "households:trip_way",
        AWAY + "cara-berangkat/",
        "sari",
        tell_from_nowhere("scheme", "p_to_p"),
    ),
    Scene("journey, work", "households:trip_work", AWAY + "pekerjaan/", "sari"),
    Scene("journey, work wrong", "households:trip_work", AWAY + "pekerjaan/", "sari", type_wage),
    Scene("journey, money", "households:trip_money", AWAY + "biaya/", "sari"),
    Scene("journey, money wrong", "households:trip_money", AWAY + "biaya/", "sari", tell_from_nowhere("debt", "none")),
    Scene("journey, contact", "households:trip_contact", AWAY + "kontak/", "sari"),
    Scene(
        "journey, contact wrong",
        "households:trip_contact",
        AWAY + "kontak/",
        "sari",
        tell_from_nowhere("rhythm", "weekly"),
    ),
    Scene("journey, documents", "households:trip_documents", AWAY + "dokumen/", "sari"),
    Scene("journey, documents wrong", "households:trip_documents", AWAY + "dokumen/", "sari", hold_long_expired),
    Scene("journey, decision", "households:trip_decide", AWAY + "kelengkapan/", "sari"),
    Scene("journey, decision wrong", "households:trip_decide", AWAY + "kelengkapan/", "sari", decide_otherwise),
    Scene("journey, departure", "households:trip_depart", PLANNED + "berangkat/", "sari"),
    Scene("journey, departure wrong", "households:trip_depart", PLANNED + "berangkat/", "sari", too_early("departed")),
    Scene("journey, departure noted", "households:trip_depart", AWAY + "berangkat/", "sari"),
    Scene("journey, return", "households:trip_return", AWAY + "pulang/", "sari"),
    Scene("journey, return wrong", "households:trip_return", AWAY + "pulang/", "sari", save_wrong),
    Scene("journey, given up", "households:trip_cancel", PLANNED + "batal/", "sari"),
    Scene("journey, given up wrong", "households:trip_cancel", PLANNED + "batal/", "sari", too_early("cancelled")),
    Scene("journey, extension", "households:trip_extend", AWAY + "perpanjangan/", "sari"),
    Scene("journey, extension wrong", "households:trip_extend", AWAY + "perpanjangan/", "sari", save_wrong),
    Scene("journey, no news", "households:trip_lost", AWAY + "tanpa-kabar/", "sari"),
    Scene("journey, no news wrong", "households:trip_lost", AWAY + "tanpa-kabar/", "sari", save_wrong),
    Scene("journey, news", "households:trip_heard", AWAY + "ada-kabar/", "sari"),
    Scene("journey, news wrong", "households:trip_heard", AWAY + "ada-kabar/", "sari", save_wrong),
    Scene("journey, again", "households:trip_again", "/orang/{ended.person.pk}/berangkat-lagi/", "sari"),
    Scene(
        "journey, again wrong", "households:trip_again", "/orang/{ended.person.pk}/berangkat-lagi/", "sari", save_wrong
    ),
    Scene("after the journey", "households:homecoming_change", "/perjalanan/{ended.pk}/setelah-pulang/", "sari"),
)
