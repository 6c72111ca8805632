import datetime as dt

import pytest

from households.choices import Relation, Sex
from households.imports.cells import (
    CutNumber,
    read_birth,
    read_block,
    read_home,
    read_number,
    read_relation,
    read_sex,
)
from households.rules.numbers import NotANumber, read_card_number
from toolkit.dates import PartialDate, UnclearDate

TODAY = dt.date(2026, 11, 23)
NIK = "5203175705900001"


@pytest.mark.parametrize("cell", ["1", 1.0, "L", "Laki-Laki", "LAKI LAKI", "pria"])
def test_read_sex_male_in_every_spelling(cell):
    assert read_sex(cell) == Sex.MALE


@pytest.mark.parametrize("cell", ["2", 2.0, "P", "Perempuan", "WANITA "])
def test_read_sex_female_in_every_spelling(cell):
    assert read_sex(cell) == Sex.FEMALE


@pytest.mark.parametrize("cell", [None, "", "3", "x", 0.0, dt.date(2000, 1, 1)])
def test_read_sex_unknown_says_nothing(cell):
    assert read_sex(cell) == ""


@pytest.mark.parametrize(
    ("cell", "relation"),
    [
        ("1", Relation.HEAD),
        (4.0, Relation.CHILD),
        ("Kepala Keluarga", Relation.HEAD),
        ("ISTERI", Relation.WIFE),
        ("Orang Tua", Relation.PARENT),
        ("Famili Lain", Relation.RELATIVE),
        ("11", Relation.OTHER),
        ("12", ""),
        (None, ""),
    ],
)
def test_read_relation_from_code_or_word(cell, relation):
    assert read_relation(cell) == relation


@pytest.mark.parametrize(
    ("cell", "block"),
    [
        (8.0, "008"),
        ("1", "001"),
        ("004", "004"),
        ("RT 12", "012"),
        ("-", ""),
        ("0", ""),
        (0.0, ""),
        (None, ""),
        ("1234", ""),
    ],
)
def test_read_block_has_three_digits_or_none(cell, block):
    assert read_block(cell) == block


@pytest.mark.parametrize("address", ["Dsn JIWET", "DSN. JIWET", "DUSUN. JIWET", "Dusun JIWET", "DS JIWET", "ds. JIWET"])
def test_read_home_hamlet_inside_the_address(address):
    assert read_home(None, address) == ("JIWET", "")


def test_read_home_hamlet_is_its_bare_name():
    assert read_home("Dusun Jiwet", "Jl. Mawar 3") == ("Jiwet", "Jl. Mawar 3")


def test_read_home_street_stays_an_address():
    assert read_home(None, "Jl. Dusun Raya 3") == ("", "Jl. Dusun Raya 3")


def test_read_home_own_hamlet_column_wins():
    assert read_home("MANGSIT", "Dsn JIWET") == ("MANGSIT", "Dsn JIWET")


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(1990, 5, 17),
        "1990-05-17",
        "17/05/1990",
        "17-5-1990",
        "17.05.1990",
        "17 Mei 1990",
        "1990-05-17 00:00:00",
        33010.0,
        "33010",
    ],
)
def test_read_birth_in_every_shape(cell):
    assert read_birth(cell, today=TODAY) == PartialDate(dt.date(1990, 5, 17), "day")


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("3 Pebruari 1990", 2),
        ("3-Feb-1990", 2),
        ("3 January 1990", 1),
        ("3-May-1990", 5),
        ("3 Agt 1990", 8),
        ("3 Ags. 1990", 8),
        ("03-Aug-1990", 8),
        ("3 October 1990", 10),
        ("3 Nopember 1990", 11),
        ("3 DEC 1990", 12),
        ("'3/12/1990", 12),
        ("3 - 12 - 1990", 12),
    ],
)
def test_read_birth_as_offices_write_it(cell, month):
    assert read_birth(cell, today=TODAY) == PartialDate(dt.date(1990, month, 3), "day")


@pytest.mark.parametrize("cell", ["1970", 1970.0])
def test_read_birth_year_alone(cell):
    assert read_birth(cell, today=TODAY) == PartialDate(dt.date(1970, 1, 1), "year")


@pytest.mark.parametrize("cell", [None, "", "-", "0", "0000-00-00", "00/00/0000", 0.0])
def test_read_birth_empty_is_unknown(cell):
    assert read_birth(cell, today=TODAY) == PartialDate()


@pytest.mark.parametrize(
    "cell", ["31/02/1990", "13/13/1990", "besok", "10/03/96", "2030-01-01", "1850-01-01", 123456.0, "5 xyz 1990"]
)
def test_read_birth_unclear_is_never_guessed(cell):
    with pytest.raises(UnclearDate):
        read_birth(cell, today=TODAY)


@pytest.mark.parametrize("cell", [NIK, f"'{NIK}", "5203 1757 0590 0001", "5203.1757.0590.0001"])
def test_read_number_whole_in_every_spelling(cell):
    assert read_number(cell, read_card_number) == NIK


@pytest.mark.parametrize("cell", [None, "", "-", "0", 0.0, "0" * 16, "9" * 16, "tidak ada", "BELUM ADA"])
def test_read_number_filler_is_no_number(cell):
    assert read_number(cell, read_card_number) == ""


@pytest.mark.parametrize("cell", [float(NIK), "5,20318E+15", "5.20317570590E15", 12.0])
def test_read_number_in_a_number_cell_is_cut(cell):
    with pytest.raises(CutNumber):
        read_number(cell, read_card_number)


@pytest.mark.parametrize("cell", ["52031757059000", "520317570590000X", dt.date(2000, 1, 1)])
def test_read_number_impossible_is_refused(cell):
    with pytest.raises(NotANumber):
        read_number(cell, read_card_number)
