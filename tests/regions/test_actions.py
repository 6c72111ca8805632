from datetime import date

import pytest
from django.core.management import call_command

from regions import vendored
from regions.actions import Loaded, load_regions
from regions.models import ProgrammeMembership, Region, Succession
from tests.factories.regions import MembershipFactory, RegionFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
PLACES = [("91", "Papua"), ("93", "Papua Selatan"), ("9301", "Kabupaten Merauke"), ("930101", "Merauke")]
WASUR = "9301012001"


@pytest.fixture
def folder(tmp_path):
    vendored.write_regions([*PLACES, (WASUR, "Wasur")], tmp_path / "regions.csv.gz")
    (tmp_path / "history.csv").write_text(
        "code,name,valid_from,valid_to,decree\n9101,Kabupaten Merauke,,2022-07-25,UU 14/2022\n"
    )
    (tmp_path / "successions.csv").write_text("old,new,kind,on,decree\n9101,9301,rename,2022-07-25,UU 14/2022\n")
    (tmp_path / "programme.csv").write_text(f"village,programme,since_year,source\n{WASUR},DESMIGRATIF,2019,Berita\n")
    return tmp_path


def test_load_regions_fills_the_tree(folder):
    assert load_regions(on=TODAY, folder=folder) == Loaded(new=6, changed=0, closed=0, same=0)

    village = Region.objects.get(code=WASUR)
    assert (village.full_name, village.search_text) == (
        "Desa Wasur, Kec. Merauke, Kab. Merauke, Papua Selatan",
        "wasur merauke kabupaten merauke papua selatan",
    )


def test_load_regions_records_what_followed_what(folder):
    load_regions(on=TODAY, folder=folder)

    assert list(Succession.objects.values_list("old", "new", "kind", "on")) == [
        ("9101", "9301", "rename", date(2022, 7, 25))
    ]


def test_load_regions_twice_changes_nothing(folder):
    load_regions(on=TODAY, folder=folder)

    assert load_regions(on=TODAY, folder=folder) == Loaded(new=0, changed=0, closed=0, same=6)
    assert (Succession.objects.count(), ProgrammeMembership.objects.count()) == (1, 1)


def test_load_regions_takes_over_a_new_name_in_all_paths(folder):
    load_regions(on=TODAY, folder=folder)
    vendored.write_regions([*PLACES[:3], ("930101", "Meroke"), (WASUR, "Wasur")], folder / "regions.csv.gz")

    assert load_regions(on=TODAY, folder=folder) == Loaded(new=0, changed=2, closed=0, same=4)
    assert Region.objects.get(code=WASUR).search_text == "wasur meroke kabupaten merauke papua selatan"


def test_load_regions_closes_a_vanished_code_and_keeps_it(folder):
    RegionFactory(code="9302", name="Kabupaten Boven Digoel", parent=RegionFactory(code="93", name="Papua Selatan"))

    assert load_regions(on=TODAY, folder=folder).closed == 1
    assert Region.objects.get(code="9302").valid_to == TODAY
    assert load_regions(on=date(2027, 1, 1), folder=folder).closed == 0


def test_load_regions_reopens_a_code_that_came_back(folder):
    RegionFactory(code="93", name="Papua Selatan", valid_to=date(2020, 1, 1))

    load_regions(on=TODAY, folder=folder)

    assert Region.objects.get(code="93").valid_to is None


def test_load_regions_leaves_corrected_memberships_alone(folder):
    load_regions(on=TODAY, folder=folder)
    ProgrammeMembership.objects.update(since_year=2021, decree_number="12 Tahun 2021")
    MembershipFactory(village=RegionFactory(code="9301012002"))

    load_regions(on=TODAY, folder=folder)

    assert sorted(ProgrammeMembership.objects.values_list("since_year", "decree_number")) == [
        (2017, ""),
        (2021, "12 Tahun 2021"),
    ]


def test_load_regions_command_loads_every_official_region(capsys):
    # The one test that loads the whole country, in some three seconds: counts and both databases' batches.
    call_command("load_regions")

    assert capsys.readouterr().out == "Wilayah: 91625 baru, 0 berubah, 0 ditutup, 0 tetap.\n"
    assert [Region.objects.filter(level=level, valid_to=None).count() for level in (2, 4, 6, 10)] == [
        38,
        514,
        7285,
        83762,
    ]
    assert [region.full_name for region in Region.objects.villages().search("kuripan wonosobo watumalang")] == [
        "Desa Kuripan, Kec. Watumalang, Kab. Wonosobo, Jawa Tengah"
    ]
    assert Region.objects.get(code="520309").successions.get().new.title == "Kecamatan Lenek"
