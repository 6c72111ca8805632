from collections import Counter

import pytest

from regions import vendored

OFFICIAL = {2: 38, 4: 514, 6: 7_285, 10: 83_762}


@pytest.fixture(scope="module")
def places():
    return {place.code: place for place in vendored.read_places()}


def write_package(folder, **changed):
    """A package of four regions, with the lines of some files changed."""
    lines = {
        "provinces": "code,name\n52,Nusa Tenggara Barat\n",
        "regencies": "code,province_code,name\n52.03,52,Kabupaten Lombok Timur\n",
        "districts": "code,regency_code,name\n52.03.17,52.03,Labuhan Haji\n",
        "villages": 'code,district_code,name\n52.03.17.2006,52.03.17,"Korleko, ""Lama"""\n',
    }
    for name, text in (lines | changed).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_places_that_are_valid_are_as_many_as_the_decree_lists(places):
    assert Counter(len(place.code) for place in places.values() if not place.valid_to) == OFFICIAL


def test_places_of_the_past_are_the_old_regencies_of_papua(places):
    closed = [place.code for place in places.values() if place.valid_to]

    assert Counter((code[:2], len(code)) for code in closed) == {("91", 4): 20, ("92", 4): 6}


def test_places_have_digits_only_and_a_parent_before_them():
    seen, wrong = {None}, []
    for place in vendored.read_places():
        if place.parent_code not in seen or not (place.code.isascii() and place.code.isdigit()):
            wrong.append(place.code)
        seen.add(place.code)

    assert wrong == []


def test_places_carry_their_history_once(places):
    assert len(places) == sum(OFFICIAL.values()) + 26
    assert (str(places["93"].valid_from), places["93"].decree) == ("2022-07-25", "UU 14/2022")


def test_successions_join_regions_that_we_know(places):
    unknown = {row[end] for row in vendored.read_successions() for end in ("old", "new")} - places.keys()

    assert unknown == set()


def test_successions_of_a_new_code_keep_the_name(places):
    changed = [
        (row["old"], row["new"])
        for row in vendored.read_successions()
        if row["kind"] == "rename" and places[row["old"]].name != places[row["new"]].name
    ]

    assert changed == []


def test_successions_leave_no_closed_region_without_a_heir(places):
    followed = {row["old"] for row in vendored.read_successions()}

    assert {place.code for place in places.values() if place.valid_to} - followed == set()


def test_memberships_are_of_villages_and_say_who_says_so(places):
    assert {row["village"]: places[row["village"]].name for row in vendored.read_memberships() if row["source"]} == {
        "3212162004": "Kenanga",
        "3307102004": "Kuripan",
        "5203172006": "Korleko",
        "5203212002": "Lenek Lauk",
    }


def test_checksum_is_the_one_in_the_readme():
    readme = (vendored.DATA / "README.md").read_text(encoding="utf-8")

    assert f"unpacked: `{vendored.checksum()}`" in readme


def test_read_package_takes_the_dots_out(tmp_path):
    assert vendored.read_package(write_package(tmp_path)) == [
        ("52", "Nusa Tenggara Barat"),
        ("5203", "Kabupaten Lombok Timur"),
        ("520317", "Labuhan Haji"),
        ("5203172006", 'Korleko, "Lama"'),
    ]


@pytest.mark.parametrize(
    ("villages", "message"),
    [
        ("code,name\n52.03.17.206,Korleko\n", "no code of this level"),
        ("code,name\n52.03.17.2006,\n", "no code of this level"),
        ("code,name\n52.03.17.2006,Korleko\n52.03.17.2006,Korleko\n", "stands twice"),
        ("code,name\n52.03.18.2006,Korleko\n", "lies in no known region"),
    ],
)
def test_read_package_refuses_what_does_not_hang_together(tmp_path, villages, message):
    with pytest.raises(ValueError, match=message):
        vendored.read_package(write_package(tmp_path, villages=villages))


def test_write_regions_twice_gives_the_same_bytes(tmp_path):
    rows = vendored.read_package(write_package(tmp_path))
    for name in ("one.gz", "two.gz"):
        vendored.write_regions(rows, tmp_path / name)

    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
