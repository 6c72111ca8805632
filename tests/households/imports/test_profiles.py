"""Schooling, work and marriage from the offices' workbooks."""

import pytest

from accounts.models import Act, AuditEvent
from households.choices import Relation, Sex
from households.imports.codes import read_education, read_marital, read_occupation
from households.models import Person
from households.person_choices import Education, Marital, Occupation
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.imports import workbooks
from tests.households.imports.conftest import differences, outcomes
from tests.households.imports.workbooks import CARD

pytestmark = pytest.mark.django_db
TOLD = {"tempatlahir": "KORLEKO", "pendidikan_kk_id": "4", "pekerjaan_id": "30", "status_kawin": "2"}


@pytest.fixture
def siti(sari):
    """SITI AMINAH as the registry has her, of whom nothing was asked yet."""
    household = HouseholdFactory(village=sari.region, family_card_number=CARD, hamlet="DASAN BARU")
    return PersonFactory(
        household=household, name="Siti Aminah", nik="5203175705900001", relation=Relation.HEAD, sex=Sex.FEMALE
    )


def profile(person):
    return (person.birth_place, person.marital, person.education, person.occupation, person.occupation_words)


@pytest.mark.parametrize(
    ("cell", "education"),
    [
        ("1", Education.NONE),
        (2.0, Education.UNFINISHED),
        ("SLTA/Sederajat", Education.SENIOR),
        ("TAMAT SD / SEDERAJAT", Education.PRIMARY),
        ("Diploma IV/ Strata I", Education.BACHELOR),
        ("10", Education.DOCTOR),
        ("11", "unknown"),
        ("pesantren", "unknown"),
        ("0", ""),
        (None, ""),
    ],
)
def test_read_education_from_code_or_word(cell, education):
    assert read_education(cell) == education


@pytest.mark.parametrize(
    ("cell", "marital"),
    [
        ("1", Marital.SINGLE),
        ("KAWIN", Marital.MARRIED),
        ("Kawin Tercatat", Marital.REGISTERED),
        ("KAWIN BELUM TERCATAT", Marital.UNREGISTERED),
        ("Cerai Mati", Marital.WIDOWED),
        ("5", "unknown"),
        ("-", ""),
    ],
)
def test_read_marital_from_code_or_word(cell, marital):
    assert read_marital(cell) == marital


@pytest.mark.parametrize(
    ("cell", "occupation"),
    [
        ("1", (Occupation.NONE, "")),
        ("9", (Occupation.FARMER, "Petani/Pekebun")),
        ("26", (Occupation.CRAFTSMAN, "Tukang Batu")),
        ("65", (Occupation.EMPLOYEE, "Guru")),
        ("84", (Occupation.TRADER, "")),
        ("88", (Occupation.ENTREPRENEUR, "")),
        ("89", (Occupation.OTHER, "")),
        ("Karyawan Swasta", (Occupation.EMPLOYEE, "Karyawan Swasta")),
        ("90", ("unknown", "")),
        ("", ("", "")),
    ],
)
def test_read_occupation_from_code_or_word(cell, occupation):
    assert read_occupation(cell) == occupation


def test_new_person_brings_schooling_work_and_marriage(bring_in):
    bring_in(TOLD)

    assert profile(Person.objects.get()) == ("KORLEKO", "married", "junior", "craftsman", "Tukang Jahit")


def test_siak_words_bring_the_same(bring_in):
    words = {"Tempat Lahir": "KORLEKO", "Pendidikan": "SLTP/Sederajat", "Pekerjaan": "Tukang Jahit"}
    bring_in(content=workbooks.siak({**words, "Status Kawin": "Kawin"}), name="a.xls")

    assert profile(Person.objects.get()) == ("KORLEKO", "married", "junior", "craftsman", "Tukang Jahit")


def test_code_that_is_not_known_is_unknown_and_keeps_nobody_out(plan_of):
    result = plan_of({"pendidikan_kk_id": "77", "pekerjaan_id": "x", "tempatlahir": "K" * 61}).results[0]

    assert (result.outcome, result.values["education"], result.values["occupation"]) == ("new", "unknown", "unknown")
    assert result.values["birth_place"] == ""
    assert result.warnings == (
        "Tempat lahir lebih dari 60 huruf tidak disimpan",
        "Pendidikan tidak dikenal",
        "Pekerjaan tidak dikenal",
    )


def test_known_person_changes_only_where_the_list_differs(siti, bring_in, plan_of):
    assert differences(plan_of(TOLD)) == [
        ("birth_place", "", "KORLEKO"),
        ("marital", "", "Kawin, pencatatannya belum diketahui"),
        ("education", "", "SMP atau sederajat"),
        ("occupation", "", "Tukang atau pengrajin"),
    ]
    bring_in(TOLD)

    assert outcomes(plan_of(TOLD)) == ["same"]
    assert AuditEvent.objects.get(act=Act.CHANGED).fields == ["birth_place", "education", "marital", "occupation"]


@pytest.mark.parametrize("cells", [{}, {"pendidikan_kk_id": "77", "pekerjaan_id": "0", "status_kawin": "-"}])
def test_empty_or_unknown_cell_erases_nothing(siti, plan_of, cells):
    Person.objects.update(education="primary", occupation="farmer", marital="single", birth_place="Selong")

    assert outcomes(plan_of(cells)) == ["same"]


def test_coarser_answer_of_the_list_is_no_change(siti, plan_of):
    Person.objects.update(birth_place="Korleko", marital="unregistered", education="vocational", occupation="craftsman")

    assert outcomes(plan_of({**TOLD, "pendidikan_kk_id": "5"})) == ["same"]


def test_what_the_person_would_not_say_is_not_taken_from_a_list(siti, plan_of):
    Person.objects.update(birth_place_missing="refused", marital="refused", education="refused", occupation="refused")

    assert outcomes(plan_of(TOLD)) == ["same"]


def test_answer_that_was_unknown_is_filled(siti, bring_in):
    Person.objects.update(birth_place_missing="unknown", marital="unknown", education="unknown", occupation="unknown")
    bring_in(TOLD)

    assert profile(Person.objects.get()) == ("KORLEKO", "married", "junior", "craftsman", "Tukang Jahit")
