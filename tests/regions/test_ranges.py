import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.ranges import contains, subtree

codes = st.sampled_from([2, 4, 6, 10]).flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size))


@given(codes)
def test_subtree_holds_its_own_code_and_not_its_high_end(code):
    low, high = subtree(code)

    assert (low, low < high) == (code, True)


@given(codes, codes)
def test_contains_is_the_same_as_beginning_with_the_code(code, other):
    assert contains(code, other) == other.startswith(code)


@given(codes, st.text("0123456789", max_size=8))
def test_contains_every_longer_code_that_begins_alike(code, more):
    assert contains(code, (code + more)[:10])


@given(codes.filter(lambda code: code.strip("9")))
def test_subtree_ends_where_the_next_sibling_begins(code):
    high = subtree(code)[1]

    assert (len(high), int(high)) == (len(code), int(code) + 1)


@given(codes, codes)
def test_subtrees_of_one_level_are_disjoint(one, other):
    first, second = sorted((one, other[: len(one)].ljust(len(one), "0")))

    assert first == second or subtree(first)[1] <= subtree(second)[0]


@given(codes)
def test_subtree_ends_are_digits_only(code):
    assert all(end.isascii() and end.isdigit() for end in subtree(code))


@pytest.mark.parametrize(
    ("code", "high"), [("52", "53"), ("5203", "5204"), ("09", "10"), ("5203172006", "5203172007"), ("99", "9" * 11)]
)
def test_subtree_of_known_codes(code, high):
    assert subtree(code) == (code, high)


@pytest.mark.parametrize("code", ["", "5%", "52.03", "٥٢", "52031720061", " 52"])
def test_subtree_refuses_what_is_no_code(code):
    with pytest.raises(ValueError, match="1 to 10 digits"):
        subtree(code)
