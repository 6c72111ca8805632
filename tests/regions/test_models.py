from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from regions.models import Level, Region
from tests.factories.regions import MembershipFactory, RegionFactory, SuccessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def korleko():
    return RegionFactory(code="5203172006")


def test_full_name_names_every_region_above(korleko):
    assert korleko.full_name == "Desa Korleko, Kec. Labuhan Haji, Kab. Lombok Timur, Nusa Tenggara Barat"


@pytest.mark.parametrize(
    ("code", "name", "title"),
    [
        ("3273011001", "Braga", "Kelurahan Braga"),
        ("5108032001", "Tegal", "Desa Tegal"),
        ("9103013001", "Yoboi", "Desa Adat Yoboi"),
        ("520317", "Labuhan Haji", "Kecamatan Labuhan Haji"),
        ("3273", "Kota Bandung", "Kota Bandung"),
        ("52", "Nusa Tenggara Barat", "Provinsi Nusa Tenggara Barat"),
    ],
)
def test_title_names_the_kind_of_region(code, name, title):
    assert Region(code=code, name=name, level=len(code)).title == title


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("5203172006", "Labuhan Haji · Lombok Timur"),
        ("520317", "Lombok Timur · Nusa Tenggara Barat"),
        ("5203", "Nusa Tenggara Barat"),
        ("52", ""),
    ],
)
def test_short_place_is_two_regions_at_most(code, place):
    assert RegionFactory(code=code).short_place == place


def test_dotted_code_is_written_as_officials_do(korleko):
    assert [korleko.dotted, korleko.parent.dotted] == ["52.03.17.2006", "52.03.17"]


@pytest.mark.parametrize(
    ("code", "zone", "short"),
    [
        ("3212162004", "Asia/Jakarta", "WIB"),
        ("61", "Asia/Jakarta", "WIB"),
        ("5203172006", "Asia/Makassar", "WITA"),
        ("65", "Asia/Makassar", "WITA"),
        ("81", "Asia/Jayapura", "WIT"),
        ("9671", "Asia/Jayapura", "WIT"),
    ],
)
def test_timezone_follows_the_province(code, zone, short):
    region = Region(code=code)

    assert (region.timezone, region.timezone_abbreviation) == (zone, short)


def test_range_is_the_subtree(korleko):
    assert korleko.range == ("5203172006", "5203172007")


@pytest.mark.parametrize(
    "wrong",
    [{"level": Level.REGENCY}, {"parent": None}, {"valid_from": date(2022, 1, 2), "valid_to": date(2022, 1, 2)}],
)
def test_region_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(IntegrityError):
        RegionFactory(code="5203172007", **wrong)


def test_succession_to_itself_is_refused():
    aikmel = RegionFactory(code="520309")

    with pytest.raises(IntegrityError):
        SuccessionFactory(old=aikmel, new=aikmel)


def test_succession_stands_once():
    SuccessionFactory()

    with pytest.raises(IntegrityError):
        SuccessionFactory()


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        (
            {"village": "5203"},
            {"village": ["Pilih desa atau kelurahan, bukan wilayah di atasnya."]},
        ),
        ({"since": date(2018, 3, 1)}, {"since": ["Tanggal mulai harus berada dalam tahun yang diisi."]}),
        (
            {"decree_date": date(2017, 3, 1)},
            {"__all__": ["Isi nomor keputusan, atau kosongkan tanggalnya."]},
        ),
        ({"since_year": 2015}, {"__all__": ["Program dimulai tahun 2016. Isi tahun 2016 atau sesudahnya."]}),
    ],
)
def test_membership_says_what_to_do(wrong, errors):
    if "village" in wrong:
        wrong = {"village": RegionFactory(code=wrong["village"])}
    membership = MembershipFactory.build(**{"village": RegionFactory(code="5203172006"), **wrong})

    with pytest.raises(ValidationError) as caught:
        membership.full_clean(exclude=["village"] if errors.keys() == {"village"} else None)

    assert caught.value.message_dict == errors


def test_membership_of_a_village_stands_once_a_programme():
    first = MembershipFactory()
    again = MembershipFactory.build(village=first.village)

    with pytest.raises(ValidationError) as caught:
        again.full_clean()

    assert caught.value.messages == ["Desa ini sudah tercatat dalam program tersebut. Ubah catatan yang ada."]
