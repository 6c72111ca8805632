"""The page that makes an account."""

import pytest
from django.urls import resolve

from accounts.models import Receipt, User
from accounts.roles import Role
from tests.factories.regions import RegionFactory

FILLED = {
    "full_name": "Lalu Hasan",
    "username": "Lalu.Hasan",
    "role": "village_officer",
    "region": "5203172006 Korleko, Labuhan Haji, Lombok Timur",
}


@pytest.fixture
def page(client_of, rina, korleko):
    """The coordinator's browser at a fresh form: `page(**fields)` sends it."""
    client = client_of(rina)
    return Page(client, client.get("/akun/baru/")["Location"])


class Page:
    def __init__(self, client, address):
        self.client, self.address = client, address

    def __call__(self, **fields):
        return self.client.post(self.address, {**FILLED, **fields})


def made():
    return User.objects.exclude(username="rina")


def test_account_is_made_and_shown(page):
    response = page()

    user = made().get()
    assert (user.username, user.full_name, user.role, user.region_id) == (
        "lalu.hasan",
        "Lalu Hasan",
        Role.VILLAGE_OFFICER,
        "5203172006",
    )
    assert response["Location"] == f"/akun/{user.pk}/"


def test_resent_form_gives_one_account_and_the_first_result(page):
    assert page()["Location"] == page()["Location"]
    assert made().count() == 1


def test_back_after_saving_leads_to_the_account(page):
    saved = page()["Location"]

    assert page.client.get(page.address)["Location"] == saved


def test_other_content_in_a_used_form_is_compared(page):
    page()

    response = page(full_name="Lalu Husen")

    rows = {row["label"]: (row["saved"], row["yours"]) for row in response.context["compared"] if row["differs"]}
    assert (made().count(), response.context["form_action"] != page.address) == (1, True)
    assert rows["Nama lengkap"] == ("Lalu Hasan", "Lalu Husen")


def test_operation_of_another_form_made_no_account(page, rina):
    op = resolve(page.address).kwargs["op"]
    Receipt.objects.create(op=op, user=rina, form="membership_create", result_url="/wilayah/5203172006/")

    assert page().status_code == 404


@pytest.mark.parametrize("typed", ["5203172006", "52.03.17.2006", "korleko", "Korleko lombok timur", " KORLEKO "])
def test_village_is_found_by_code_or_name(page, typed):
    page(region=typed)

    assert made().get().region_id == "5203172006"


def test_village_with_namesakes_is_asked_for(page):
    RegionFactory(code="5203182001", name="Korleko", search_text="korleko")

    response = page(region="korleko")

    choices = [code for code, name in response.context["form"].fields["region_choice"].choices]
    assert (made().count(), choices) == (0, ["5203172006", "5203182001"])


def test_namesake_outside_the_regency_is_not_offered(page):
    RegionFactory(code="3307182001", name="Korleko", search_text="korleko")

    page(region="korleko")

    assert made().get().region_id == "5203172006"


def test_village_is_picked_among_namesakes(page):
    RegionFactory(code="5203182001", name="Korleko", search_text="korleko")

    page(region="korleko", region_choice="5203182001")

    assert made().get().region_id == "5203182001"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"region": "3307102004"}, "region"),
        ({"region": "kuripan"}, "region"),
        ({"region": "5203"}, "region"),
        ({"region": ""}, "region"),
        ({"region": "tidak ada"}, "region"),
        ({"role": "administrator"}, "role"),
        ({"role": "regency_coordinator", "region": "5203"}, "role"),
        ({"role": ""}, "role"),
        ({"username": "rina"}, "username"),
        ({"username": "ab"}, "username"),
        ({"username": "ada spasi"}, "username"),
        ({"full_name": ""}, "full_name"),
    ],
)
def test_form_refuses_what_may_not_be_granted(page, kuripan, fields, wrong):
    response = page(**fields)

    assert (list(response.context["form"].errors), made().count()) == ([wrong], 0)


@pytest.mark.parametrize("hostile", ["\x00", "x" * 100_000, "'; --", "%", "😀", "9" * 5000])
def test_hostile_region_is_answered(page, hostile):
    assert page(region=hostile, region_choice=hostile).status_code == 200


def test_picked_region_outside_the_matches_does_not_count(page, kuripan):
    RegionFactory(code="5203182001", name="Korleko", search_text="korleko")

    response = page(region="korleko", region_choice="3307102004")

    assert (list(response.context["form"].errors), made().count()) == (["region_choice"], 0)


@pytest.mark.parametrize(
    ("role", "region", "code"),
    [
        ("village_officer", "5203172006", "5203172006"),
        ("village_head", "5203172006", "5203172006"),
        ("regency_coordinator", "lombok timur", "5203"),
        ("province_monitor", "nusa tenggara barat", "52"),
        ("ministry_monitor", "", None),
        ("administrator", "", None),
    ],
)
def test_administrator_makes_every_role_on_its_level(client_of, adi, korleko, role, region, code):
    client = client_of(adi)
    Page(client, client.get("/akun/baru/")["Location"])(role=role, region=region)

    user = User.objects.get(username="lalu.hasan")
    assert (user.role, user.region_id) == (role, code)


@pytest.mark.parametrize("person", ["sari", "agus", "dewi"])
def test_page_does_not_exist_for_other_offices(request, client_of, person):
    client = client_of(request.getfixturevalue(person))

    assert client.get("/akun/baru/").status_code == 404
