"""The portal's own table comes back: what went out brings nothing new, what was filled in does."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from households.columns import COLUMNS
from households.exports import empty_template, export_people
from households.imports.batches import plan_content
from households.imports.forms import UploadForm
from households.imports.outcomes import Outcome
from households.imports.reading import read
from households.models import Person
from tests.factories.households import PersonFactory
from tests.households.imports.conftest import TODAY

HEADINGS = [column.heading for column in COLUMNS]


@pytest.fixture
def own(place_of, sari):
    """Korleko's marked family with somebody in every state of knowledge."""
    place = place_of(sari)
    answers = {"marital": "married", "education": "none", "occupation": "farmer", "birth_place_missing": "refused"}
    PersonFactory(household=place.household, name="Zaenab", search_name="zaenab", **answers)
    unasked = {"sex": "", "relation": "", "birth_precision": "month", "education": "refused", "marital": "unknown"}
    PersonFactory(household=place.household, name="=Inaq", search_name="inaq", **unasked)
    return place


def exported(sari, shape="xlsx") -> bytes:
    people = Person.objects.visible_to(sari)
    export = export_people(by=sari, people=people, filters={}, purpose="rapat", shape=shape, today=TODAY)
    with export.file as file:
        return file.read()


def planned(content, sari, name="orang.xlsx"):
    return plan_content(read(content, name=name), by=sari, village=sari.region, today=TODAY)


def changed(content, *changes, more=()):
    """The file as an officer gives it back: cells changed by the person's name and the heading, rows added."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book["Data"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    head = rows.index(HEADINGS) + 1
    for name, heading, value in changes:
        line = next(line for line, row in enumerate(rows, start=1) if name in row)
        page.cell(line, HEADINGS.index(heading) + 1).value = value
    for row in more:
        page.append([row.get(heading) for heading in page_headings(page, head)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def page_headings(page, head):
    return [cell.value for cell in page[head]]


def outcomes(plan):
    return {result.row.name: result.outcome for result in plan.results}


@pytest.mark.parametrize("shape", ["xlsx", "csv"])
def test_file_that_comes_back_brings_nothing_new(shape, own, sari):
    plan = planned(exported(sari, shape), sari, f"orang.{shape}")

    assert plan.layout == "portal"
    assert set(outcomes(plan).values()) == {Outcome.SAME}
    assert len(plan.results) == 4
    assert plan.other_place == ""


def test_masked_number_is_never_taken_for_a_number(own, sari):
    plan = planned(exported(sari), sari)

    assert {result.row.nik for result in plan.results} == {""}
    assert {result.row.card for result in plan.results} == {""}
    assert all(not result.values for result in plan.results)


def test_what_was_filled_in_is_a_change_of_that_person(own, sari):
    content = changed(exported(sari), ("Zaenab", "Pendidikan terakhir", "SMK"), ("Zaenab", "NIK", "5203175705900009"))

    plan = planned(content, sari)

    result = next(result for result in plan.results if result.outcome == Outcome.CHANGED)
    assert (result.values["education"], result.values["nik"]) == ("vocational", "5203175705900009")
    assert outcomes(plan)["=Inaq"] == Outcome.SAME


def test_name_may_change_because_the_key_says_who_it_is(own, sari):
    plan = planned(changed(exported(sari), ("Zaenab", "Nama lengkap", "Zaenab Hartini")), sari)

    assert [d.column for result in plan.of(Outcome.CHANGED) for d in result.differences] == ["name"]


def test_new_row_with_the_familys_card_is_a_new_member(own, sari):
    card = own.household.family_card_number
    new = {"Nama lengkap": "Bayi", "Nomor KK": card, "Hubungan dengan kepala keluarga": "Anak", "Tanggal lahir": 2026}

    plan = planned(changed(exported(sari), more=[new]), sari)

    result = next(result for result in plan.of(Outcome.NEW))
    assert (result.row.name, result.household_id) == ("Bayi", own.household.pk)


def test_new_row_with_a_masked_card_is_asked_about(own, sari):
    plan = planned(changed(exported(sari), more=[{"Nama lengkap": "Bayi", "Nomor KK": "•" * 14 + "06"}]), sari)

    assert [result.reasons for result in plan.of(Outcome.REVIEW)] == [
        ("Nomor KK tersamar. Ketik lengkap dari Kartu Keluarga.",)
    ]


@pytest.mark.parametrize("key", ["bukan kode", "00000000-0000-7000-8000-000000000000"])
def test_key_that_is_nobodys_is_asked_about(key, own, sari):
    plan = planned(changed(exported(sari), ("Zaenab", "Kode orang", key)), sari)

    assert outcomes(plan)["Zaenab"] == Outcome.REVIEW


def test_key_of_another_village_is_nobodys(own, sari, budi, place_of):
    stranger = place_of(budi)

    plan = planned(changed(exported(sari), ("Zaenab", "Kode orang", str(stranger.head.pk))), sari)

    assert outcomes(plan)["Zaenab"] == Outcome.REVIEW


def test_same_person_twice_is_asked_about(own, sari):
    head = {"Kode orang": str(own.head.pk), "Nama lengkap": own.head.name, "Tanggal lahir": "02-01-1980"}

    plan = planned(changed(exported(sari), more=[head]), sari)

    assert len(plan.of(Outcome.REVIEW)) == 2


def test_other_number_than_the_known_one_is_asked_about(own, sari):
    plan = planned(changed(exported(sari), (own.head.name, "NIK", "5203175705900009")), sari)

    assert len(plan.of(Outcome.REVIEW)) == 1


def test_template_that_nobody_filled_in_says_so():
    template = SimpleUploadedFile("templat-pendataan.xlsx", empty_template().file.read())

    assert UploadForm({}, {"file": template}).errors["file"] == [
        "Tabel ini belum berisi orang. Isi satu baris untuk satu orang, simpan, lalu unggah lagi."
    ]


def test_template_is_filled_and_read(sari):
    book = openpyxl.load_workbook(empty_template().file)
    row = {
        "Nomor KK": "5203170101200001",
        "Nama lengkap": "Siti Aminah",
        "NIK": "5203175705900001",
        "Jenis kelamin": "Perempuan",
        "Tanggal lahir": "17-05-1990",
        "Hubungan dengan kepala keluarga": "Kepala keluarga",
        "Pekerjaan": "Petani, peternak, atau nelayan",
    }
    book["Data"].append([row.get(cell.value) for cell in book["Data"][5]])
    file = io.BytesIO()
    book.save(file)

    plan = planned(file.getvalue(), sari)

    result = plan.of(Outcome.NEW)[0]
    assert (result.row.sex, result.row.relation, result.row.occupation) == ("P", "head", "farmer")
    assert result.row.birth.precision == "day"
