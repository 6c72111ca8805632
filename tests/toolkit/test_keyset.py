"""Pages of a list whose rows go while somebody leafs through it."""

import pytest

from regions.models import Region
from tests.factories.regions import RegionFactory
from toolkit.keyset import counted_page_of, page_of

pytestmark = pytest.mark.django_db
CODES = ["11", "12", "13", "14", "15"]


@pytest.fixture
def rows():
    for code in CODES:
        RegionFactory(code=code)
    return Region.objects.filter(level=2)


def edge(code):
    return Region.objects.get(pk=code)


def told(page) -> tuple:
    before, after = (row and row.pk for row in (page.before, page.after))
    return "".join(row.pk[1] for row in page.rows), before, after


@pytest.mark.parametrize(
    ("descending", "around", "page"),
    [
        (False, {"after": "15"}, ("45", "14", None)),
        (False, {"before": "11"}, ("12", None, "12")),
        (True, {"after": "11"}, ("21", "12", None)),
        (True, {"before": "15"}, ("54", None, "14")),
        # Of what is left beyond, the ordinary page.
        (False, {"after": "14"}, ("5", "15", None)),
        (False, {"before": "12"}, ("1", None, "11")),
    ],
)
@pytest.mark.parametrize("reads_lines", [False, True])
def test_page_with_nothing_beyond_its_edge_is_the_nearest_one(rows, descending, around, page, reads_lines):
    around = {name: edge(code) for name, code in around.items()}
    lines = rows if reads_lines else None

    found = page_of(rows, order=("pk",), size=2, descending=descending, lines=lines, **around)

    assert told(found) == page


def test_page_with_nothing_beyond_an_edge_that_went_ends_before_it(rows):
    last = edge("14")

    page = page_of(rows.exclude(pk__in=["14", "15"]), order=("name", "pk"), size=2, after=last)

    assert told(page) == ("23", "12", None)


@pytest.mark.parametrize(
    ("around", "page"), [({"after": "15"}, ("45", "14", None)), ({"before": "11"}, ("12", None, "12"))]
)
@pytest.mark.parametrize("most", [9, 4, 1])
def test_counted_page_with_nothing_beyond_its_edge_is_the_nearest_one(rows, around, page, most):
    around = {name: edge(code) for name, code in around.items()}

    found, total = counted_page_of(rows, rows, order=("pk",), most=most, size=2, **around)

    assert (told(found), total) == (page, min(5, most + 1))


@pytest.mark.parametrize("around", [{}, {"after": "13"}, {"before": "13"}])
def test_page_of_an_empty_list_is_empty_whatever_its_edge(rows, around):
    around = {name: edge(code) for name, code in around.items()}

    page = page_of(rows.none(), order=("pk",), size=2, **around)
    counted, total = counted_page_of(rows.none(), rows, order=("pk",), most=9, size=2, **around)

    assert (told(page), told(counted), total) == (("", None, None), ("", None, None), 0)
