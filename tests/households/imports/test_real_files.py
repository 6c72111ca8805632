"""The files that village offices really have, where they lie beside the project."""

from pathlib import Path

import pytest

from households.choices import Check
from households.models import Household, Person
from tests.factories.regions import RegionFactory
from tests.households.imports.conftest import TODAY, reasons

BESIDE = Path(__file__).resolve().parents[4] / "shared" / "real"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not BESIDE.is_dir(), reason="the real files do not lie beside the project"),
]
OPENSID, SIAK = "opensid_contoh_penduduk.xlsx", "siak_export.xls"


@pytest.fixture(autouse=True)
def regencies(db):
    """The regencies that NIKs of the OpenSID file name."""
    RegionFactory(code="5201")
    RegionFactory(code="3275")


def content(name: str) -> bytes:
    return (BESIDE / name).read_bytes()


def figures(plan_or_batch) -> tuple[int, ...]:
    names = ("read", "new", "households_new", "changed", "same", "review", "skipped", "refused", "warnings")
    found = getattr(plan_or_batch, "summary", None) or plan_or_batch.figures
    return tuple(found[name] for name in names)


def test_opensid_file_brings_97_people_in_37_households(bring_in):
    batch = bring_in(content=content(OPENSID), name=OPENSID)
    assert figures(batch) == (97, 97, 37, 0, 0, 0, 0, 0, 97)
    assert (Household.objects.count(), Person.objects.count()) == (37, 97)
    assert Household.objects.pmi_on(TODAY).count() == 0
    assert sum(Check.NIK_BIRTH_DIFFERS in checks for checks in Person.objects.values_list("checks", flat=True)) == 97


def test_opensid_file_again_brings_nothing(bring_in):
    bring_in(content=content(OPENSID), name=OPENSID)
    assert figures(bring_in(content=content(OPENSID), name=OPENSID)) == (97, 0, 0, 0, 97, 0, 0, 0, 0)


def test_siak_file_names_another_village_and_leaves_out_who_is_gone(plan_of):
    plan = plan_of(content=content(SIAK), name=SIAK)
    assert figures(plan) == (18, 13, 5, 0, 0, 3, 2, 0, 13)
    assert plan.other_place == "NGGAPRANG, GAWANGAN"
    twice = "NIK yang sama ada di baris 9. Pastikan baris mana yang benar."
    invalid = "Status kependudukan Tidak Valid. Periksa dulu ke Dukcapil."
    assert reasons(plan) == [
        invalid,
        invalid,
        f"{invalid} {twice}",
        "Status kependudukan Pindah Dalam Negeri: tercatat pindah.",
        "Status kependudukan Mati: tercatat meninggal.",
    ]


def test_siak_file_serial_zero_and_the_missing_head_are_to_be_checked(bring_in):
    bring_in(content=content(SIAK), name=SIAK, other_village=True)
    serial_zero = [Check.NIK_SERIAL_ZERO in checks for checks in Person.objects.values_list("checks", flat=True)]
    headless = Household.objects.exclude(members__relation="head")
    assert (sum(serial_zero), [home.checks for home in headless]) == (12, [[Check.NO_HEAD.value]])
    assert set(Household.objects.values_list("hamlet", flat=True)) == {"JIWET", "MBABRIK", "PRAPAT"}
