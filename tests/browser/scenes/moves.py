"""Families that part, and families on their way to another village, in their states."""

from tests.browser.hands import box, save_wrong
from tests.browser.scene import Scene

FAMILY, OFFER, CHILD = "/rumah-tangga/{place.household.pk}/", "/pindahan/{offer.pk}/", "/orang/{place.child.pk}/"


def part_from_nobody(page):
    """A consent that somebody gave, and nobody who goes."""
    box(page, "consent", "asked").check()
    save_wrong(page)


def decline_without_reason(page):
    """No, and not why."""
    box(page, "answer", "decline").check()
    save_wrong(page)


def look_for_nobody(page):
    """A name that no family has."""
    box(page, "words").fill("Tidak Ada")
    box(page, "find").click()
    page.wait_for_selector(".note-info")


def find_a_family(page):
    """A piece of a name that other families have."""
    box(page, "words").fill("ar")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=target]")


MOVE_SCENES = (
    Scene("change family", "households:person_move", CHILD + "pindah-keluarga/", "sari"),
    Scene("change family, wrong", "households:person_move", CHILD + "pindah-keluarga/", "sari", save_wrong),
    Scene("change family, nobody", "households:person_move", CHILD + "pindah-keluarga/", "sari", look_for_nobody),
    Scene("change family, found", "households:person_move", CHILD + "pindah-keluarga/", "sari", find_a_family),
    Scene("split", "households:household_split", FAMILY + "pisah/", "sari"),
    Scene("split, wrong", "households:household_split", FAMILY + "pisah/", "sari", part_from_nobody),
    Scene("move", "households:household_move", FAMILY + "pindah-desa/", "sari"),
    Scene("move, wrong", "households:household_move", FAMILY + "pindah-desa/", "sari", save_wrong),
    Scene("moves", "households:move_list", "/pindahan/", "sari"),
    Scene("moves, none", "households:move_list", "/pindahan/", "newcomer"),
    Scene("move, answer", "households:move_answer", OFFER, "sari"),
    Scene("move, answer wrong", "households:move_answer", OFFER, "sari", decline_without_reason),
)
