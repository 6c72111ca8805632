"""The registering page without a mouse."""

import pytest

from households.choices import NikMissing, Relation
from households.models import Person, Trip
from tests.browser.hands import FIVE, REGISTER

RELATIONS, REASONS = list(Relation), list(NikMissing)
# The keystroke-level model of Card, Moran and Newell (1980): an average typist's key, and a moment's thought.
SECONDS_A_KEY, SECONDS_AN_ANSWER = 0.28, 1.35


@pytest.fixture
def page(open_page, sari):
    """Sari's registering page, and what she pressed."""
    page = open_page(REGISTER, user=sari)
    page.pressed = page.answers = 0
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        page.pressed += 1


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")


def tab_to(page, name):
    """On to the next stop until it is this one; fails where the way leads nowhere."""
    page.answers += 1
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


def answer_date(page, name, parts):
    for part, typed in zip(("day", "month", "year"), parts, strict=True):
        if typed and part == "month":
            choose(page, f"{name}_month", int(typed))
        elif typed:
            write(page, f"{name}_{part}", typed)


def answer(page, place, told):
    """One member; where the page offers the right answer already, nothing is pressed."""
    row = f"members-{place}"
    write(page, f"{row}-name", told.name)
    if place:
        choose(page, f"{row}-relation", 1 + RELATIONS.index(told.relation))
    choose(page, f"{row}-sex", ["L", "P"].index(told.sex))
    answer_date(page, f"{row}-birth", told.birth)
    if told.nik:
        write(page, f"{row}-nik", told.nik)
    else:
        choose(page, f"{row}-nik_missing", REASONS.index(told.nik_missing))
    if told.country:
        choose(page, f"{row}-abroad", 2)
        choose(page, f"{row}-country", 1)
        answer_date(page, f"{row}-since", told.since)
        choose(page, f"{row}-evidence", 1)


def register_by_keyboard(page, family):
    """From the first answer to the saved family."""
    tab_to(page, "consent-told")
    press(page, "Space")
    write(page, "given_by", "Inaq Rusdah")
    write(page, "guardian", "Inaq Rusdah")
    for name, text in (("hamlet", "Gubuk Timuk"), ("rt", "4"), ("rw", "1")):
        write(page, name, text)
    for place, told in enumerate(family):
        if place:
            tab_to(page, "add_member")
            press(page, "Enter")
        answer(page, place, told)
    tab_to(page, "Simpan rumah tangga")
    press(page, "Enter")
    page.wait_for_url("**/rumah-tangga/*-*/")


def test_family_of_five_is_registered_by_keyboard_alone(page):
    register_by_keyboard(page, FIVE)
    fields = ("name", "relation", "sex", "nik", "nik_missing")
    assert sorted(Person.objects.values_list(*fields)) == sorted(
        (told.name, told.relation, told.sex, told.nik or None, "" if told.nik else told.nik_missing) for told in FIVE
    )
    assert list(Trip.objects.values_list("person__name", "country", "evidence")) == [("Inaq Rusdah", "MY", "told")]


def test_family_of_five_takes_less_than_three_minutes(page):
    register_by_keyboard(page, FIVE)
    assert page.pressed * SECONDS_A_KEY + page.answers * SECONDS_AN_ANSWER < 180


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
