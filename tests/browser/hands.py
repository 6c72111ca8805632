"""What hands do on forms, above all when registering: type, choose, press. The words are those on the page."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.factories.accounts import PASSWORD

REGISTER = "/rumah-tangga/daftar/"


@dataclass(frozen=True)
class Told:
    """One member as told at the table; dates as (day, month, year), each as typed or chosen."""

    name: str
    relation: str
    sex: str
    birth: tuple[str, str, str] = ("", "", "")
    nik: str = ""
    nik_missing: str = "not_at_hand"
    abroad: str = "none"
    country: str = ""
    since: tuple[str, str, str] = ("", "", "")
    evidence: str = ""


FIVE = (
    Told("Amaq Sahnan", "head", "L", ("17", "5", "1980"), nik="5203171705800003"),
    Told(
        "Inaq Rusdah", "wife", "P", ("", "", "1984"), nik_missing="not_issued",
        abroad="active", country="MY", since=("", "3", "2024"), evidence="told",
    ),
    Told("Lalu Hadi", "child", "L", ("2", "1", "2005"), nik="5203170201050001"),
    Told("Baiq Nur'aini", "child", "P", ("10", "3", "2016")),
    Told("Papuq Saleh", "parent", "L", nik_missing="refused"),
)  # fmt: skip


def box(page: Page, name: str, value: str = ""):
    """The field of this name; with a value, the choice of it."""
    return page.locator(f'[name="{name}"]' + (f'[value="{value}"]' if value else ""))


def words(part) -> str:
    """What a person reads there, in one line."""
    return " ".join(part.inner_text().split())


def agree(page: Page, *, given_by: str = "Inaq Rusdah", guardian: str = "") -> None:
    """Tick that the text was read out, and say who agreed."""
    box(page, "consent-told").check()
    box(page, "consent-given_by").fill(given_by)
    if guardian:
        box(page, "consent-guardian").fill(guardian)


def type_address(page: Page) -> None:
    """A hamlet of Korleko."""
    for name, text in (("hamlet", "Gubuk Timuk"), ("rt", "4"), ("rw", "1")):
        box(page, f"address-{name}").fill(text)


def type_date(page: Page, name: str, parts: tuple[str, str, str]) -> None:
    """Day, month and year, each only when it is known."""
    day, month, year = parts
    if day:
        box(page, f"{name}_day").fill(day)
    if month:
        box(page, f"{name}_month").select_option(month)
    if year:
        box(page, f"{name}_year").fill(year)


def type_member(page: Page, place: int, told: Told) -> None:
    """Fill the card of one member; `place` counts from nought."""
    row = f"members-{place}"
    box(page, f"{row}-name").fill(told.name)
    box(page, f"{row}-relation").select_option(told.relation)
    box(page, f"{row}-sex", told.sex).check()
    type_date(page, f"{row}-birth", told.birth)
    if told.nik:
        box(page, f"{row}-nik").fill(told.nik)
    else:
        box(page, f"{row}-nik_missing", told.nik_missing).check()
    box(page, f"{row}-abroad", told.abroad).check()
    if told.country:
        box(page, f"{row}-country").select_option(told.country)
        type_date(page, f"{row}-since", told.since)
        box(page, f"{row}-evidence", told.evidence).check()


def add_member(page: Page) -> None:
    """One more card."""
    page.locator("button[name=add_member]").click()


def type_family(page: Page, family=FIVE) -> None:
    """Everything but the save."""
    agree(page, guardian="Inaq Rusdah")
    type_address(page)
    for place, told in enumerate(family):
        if place:
            add_member(page)
        type_member(page, place, told)


def save(page: Page) -> None:
    """Press the main act."""
    page.locator(".action-bar .btn-primary").click()


def save_wrong(page: Page) -> None:
    """Press the main act of a form as it stands, and be told what is wrong with it."""
    save(page)
    page.wait_for_selector(".error-summary")


def save_year(page: Page, name: str, year: str) -> None:
    """Write a year that cannot be."""
    box(page, f"{name}_year").fill(year)
    save_wrong(page)


def sign_in(page: Page, username: str) -> None:
    """Fill the sign-in page that has come up, and press its button; everybody's password is the tests' own."""
    page.wait_for_url("**/masuk/**")
    box(page, "username").fill(username)
    box(page, "password").fill(PASSWORD)
    page.locator("form.card .btn-primary").click()
    page.wait_for_url(lambda address: "/masuk/" not in address)
