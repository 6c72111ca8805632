from datetime import date

import pytest

from regions.models import ProgrammeMembership, Region
from tests.factories.regions import NAMES, MembershipFactory, RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    for code in NAMES:
        RegionFactory(code=code)
    RegionFactory(code="5203172008", name="Korleko Selatan")
    RegionFactory(code="3307012001", name="Kuripan")
    RegionFactory(code="3307012002", name="Sudakuripan")


def found(text):
    return [region.code for region in Region.objects.villages().search(text)]


@pytest.mark.parametrize("code", [*NAMES, "99", "9999", "00"])
def test_in_subtree_is_the_same_as_beginning_with_the_code(country, code):
    RegionFactory(code="9999999999")
    every = Region.objects.values_list("code", flat=True)

    assert list(Region.objects.in_subtree(code).values_list("code", flat=True)) == sorted(
        other for other in every if other.startswith(code)
    )


def test_codes_sort_by_their_digits(country):
    codes = list(Region.objects.order_by("code").values_list("code", flat=True))

    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("korleko", ["5203172006", "5203172008"]),
        ("KORLEKO  selatan", ["5203172008"]),
        ("kuripan", ["3307012001", "3307102004", "3307012002"]),
        ("ripan", ["3307012001", "3307102004", "3307012002"]),
        ("kuripan watumalang", ["3307102004"]),
        ("wonosobo kuripan", ["3307012001", "3307102004", "3307012002"]),
        ("desa korleko kec. labuhan haji", ["5203172006", "5203172008"]),
        ("Kenanga, Sindang", ["3212162004"]),
        ("wonosobo", []),
        ("ke", ["3212162004", "3510042007"]),
        ("k", []),
        ("", []),
        ("%%", []),
        ("52.03.17.2006", ["5203172006"]),
        ("520321", ["5203212002"]),
        ("5", []),
        ("52031720061", []),
    ],
)
def test_search_finds_what_a_person_means(country, text, codes):
    assert found(text) == codes


@pytest.mark.parametrize("text", ["ma'rang", "marang", "MA’RANG", "Ma`rang"])
def test_search_overlooks_signs_in_names(text):
    RegionFactory(code="7309012001", name="Ma'rang")

    assert found(text) == ["7309012001"]


def test_search_brings_places_in_two_queries(country, django_assert_num_queries):
    with django_assert_num_queries(2):
        names = [region.full_name for region in Region.objects.villages().search("korleko")]

    assert names == [
        "Desa Korleko, Kec. Labuhan Haji, Kab. Lombok Timur, Nusa Tenggara Barat",
        "Desa Korleko Selatan, Kec. Labuhan Haji, Kab. Lombok Timur, Nusa Tenggara Barat",
    ]


def test_search_stops_at_the_limit(country):
    assert [region.code for region in Region.objects.search("kuripan", limit=1)] == ["3307012001"]


def test_with_places_needs_no_further_query(country, django_assert_num_queries):
    with django_assert_num_queries(1):
        places = [region.short_place for region in Region.objects.villages().with_places().in_subtree("32")]

    assert places == ["Sindang · Indramayu"]


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2022, 7, 24), ["9101"]),
        (date(2022, 7, 25), ["9301"]),
    ],
)
def test_current_changes_on_the_day_itself(on, codes):
    RegionFactory(code="9101", valid_to=date(2022, 7, 25))
    RegionFactory(code="9301", valid_from=date(2022, 7, 25))

    regencies = Region.objects.filter(level=4).current(on)

    assert [region.code for region in regencies] == codes


def test_memberships_in_subtree_are_those_of_its_villages():
    korleko = MembershipFactory()
    MembershipFactory(village=RegionFactory(code="3212162004"))

    assert list(ProgrammeMembership.objects.in_subtree("5203")) == [korleko]


def test_active_memberships_leave_out_ended_ones():
    korleko = MembershipFactory()
    MembershipFactory(village=RegionFactory(code="3212162004"), status="ended")

    assert list(ProgrammeMembership.objects.active()) == [korleko]
