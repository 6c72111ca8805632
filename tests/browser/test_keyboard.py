"""The registering page without a mouse."""

import pytest

from households.models import Person, Trip
from tests.browser.hands import REGISTER


@pytest.fixture
def page(open_page, sari):
    """Sari's registering page, and what she pressed."""
    page = open_page(REGISTER, user=sari)
    page.pressed = 0
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        page.pressed += 1


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")


def tab_to(page, name):
    """On to the next stop until it is this one; fails where the way leads nowhere."""
    for _ in range(60):
        if focused(page).endswith(name):
            return
        press(page, "Tab")
    pytest.fail(f"the keyboard never reaches {name}")


def write(page, name, text):
    tab_to(page, name)
    page.keyboard.type(text)
    page.pressed += len(text)


def choose(page, name, times):
    """The choice that lies `times` steps down; the space bar picks where it stands."""
    tab_to(page, name)
    press(page, *["ArrowDown"] * times or ["Space"])


def type_head(page):
    tab_to(page, "consent-told")
    press(page, "Space")
    write(page, "given_by", "Inaq Rusdah")
    write(page, "hamlet", "Gubuk Timuk")
    write(page, "members-0-name", "Amaq Sahnan")
    choose(page, "members-0-sex", 0)
    write(page, "birth_year", "1980")
    write(page, "members-0-nik", "5203171705800003")


def test_family_is_registered_by_keyboard_alone(page):
    type_head(page)
    tab_to(page, "add_member")
    press(page, "Enter")
    write(page, "members-1-name", "Inaq Rusdah")
    choose(page, "members-1-relation", 3)
    choose(page, "members-1-sex", 1)
    choose(page, "members-1-nik_missing", 0)
    choose(page, "members-1-abroad", 2)
    choose(page, "members-1-country", 1)
    choose(page, "members-1-evidence", 1)
    tab_to(page, "Simpan rumah tangga")
    press(page, "Enter")
    page.wait_for_url("**/rumah-tangga/*-*/")
    people = list(Person.objects.order_by("name").values_list("name", "relation", "sex", "nik_missing"))
    assert people == [("Amaq Sahnan", "head", "L", ""), ("Inaq Rusdah", "wife", "P", "not_issued")]
    assert list(Trip.objects.values_list("person__name", "country", "evidence")) == [("Inaq Rusdah", "MY", "told")]


def test_every_stop_of_the_keyboard_can_be_seen(page):
    stops, unseen = [], []
    press(page, "Tab")
    while page.evaluate("document.activeElement !== document.body"):
        stops.append(focused(page))
        outline = page.evaluate(
            """() => {
                const at = document.activeElement;
                const drawn = at.matches(".segment input") ? at.nextElementSibling : at;
                return getComputedStyle(drawn).outlineStyle + " " + getComputedStyle(drawn).outlineWidth;
            }"""
        )
        if outline != "solid 3px":
            unseen.append(f"{focused(page)}: {outline}")
        press(page, "Tab")
    assert unseen == []
    assert "Simpan rumah tangga" in stops


def test_first_stop_leads_past_the_menu(page):
    press(page, "Tab")
    assert focused(page) == "Langsung ke isi"
    press(page, "Enter")
    press(page, "Tab")
    assert focused(page) == "consent-told"
