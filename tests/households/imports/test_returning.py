"""The officer's own file comes back: his rows as he wrote them, and why each is what it is."""

import datetime as dt
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Act, AuditEvent
from households.imports.batches import keep_upload
from households.imports.planning import plan_sheet
from households.imports.reading import read
from households.imports.returning import TYPE, number_as_text, returned_workbook
from households.models import Person
from tests.households.imports import workbooks
from tests.households.imports.conftest import TODAY, outcomes, reasons
from tests.households.imports.workbooks import CARD, family

pytestmark = pytest.mark.django_db
NAMES = ["nama", "no_kk", "nik", "sex", "tanggallahir", "kk_level"]


@pytest.fixture
def upload(sari):
    """Keep a workbook of Korleko: the batch."""

    def keep(*people, content=None, name="a.xlsx"):
        content = content or workbooks.opensid(*people)
        plan = plan_sheet(read(content, name=name), by=sari, village=sari.region, today=TODAY)
        return keep_upload(by=sari, village=sari.region, content=content, name=name, plan=plan)

    return keep


@pytest.fixture
def give_back(upload, sari):
    """The workbook that comes back for one: its content."""

    def returned(*people, **options):
        return returned_workbook(upload(*people, **options), by=sari, today=TODAY)

    return returned


def table(content) -> list[list]:
    return [list(row) for row in load_workbook(io.BytesIO(content)).active.values]


def test_returned_rows_stand_as_they_were_with_outcome_and_reasons(give_back):
    person = ["SITI AMINAH", CARD, "5203175705900001", "2", "1990-05-17", "1"]
    given = [["Catatan Pak RT", *NAMES], ["ok", *person], [None, None, "1", "2", None, "x", "4"]]
    said = (
        "Nama kosong. NIK ini 1 angka, kurang 15. Cocokkan lagi dengan Kartu Keluarga. "
        "Nomor KK ini 1 angka, kurang 15. Cocokkan lagi dengan Kartu Keluarga. "
        "Tanggal lahir: tidak terbaca. Tulis seperti 17-05-1990."
    )
    assert table(give_back(content=workbooks.xlsx(given))) == [
        ["Catatan Pak RT", *NAMES, "Hasil", "Alasan"],
        ["ok", *person, "Orang baru", None],
        [None, None, "1", "2", None, "x", "4", "Ditolak", said],
    ]


def test_returned_rows_keep_their_numbers_below_titles_and_gaps(give_back):
    lines = [list(workbooks.OPENSID), list(workbooks.OPENSID.values()), [], [], [None] * 5]
    lines[4][4] = "BUDI"
    found = table(give_back(content=workbooks.xlsx(lines, above=[["DATA PENDUDUK"], []])))
    assert [(number, row[-2]) for number, row in enumerate(found, start=1) if row[-2]] == [
        (3, "Hasil"),
        (4, "Orang baru"),
        (7, "Perlu ditinjau"),
    ]


def test_returned_rows_can_be_filtered_by_what_became_of_them(give_back):
    content = give_back(content=workbooks.xlsx([NAMES, ["SITI"], [], ["BUDI"]], above=[["DATA PENDUDUK"]]))
    assert load_workbook(io.BytesIO(content)).active.auto_filter.ref == "A2:H5"


def test_returned_cells_keep_their_kind(give_back):
    noted = {"alamat": 12.5, "tanggallahir": dt.date(1990, 5, 17), "rt": "001", "rw": True}
    row = dict(zip(workbooks.OPENSID, table(give_back(noted))[1], strict=False))
    assert [row[name] for name in noted] == [12.5, dt.datetime(1990, 5, 17), "001", True]  # noqa: DTZ001 -- as it reads
    assert row["tanggallahir"].date() == noted["tanggallahir"]


@pytest.mark.parametrize("layout", [workbooks.opensid_csv, workbooks.opensid_ods, workbooks.opensid])
def test_returned_numbers_are_text_with_every_digit(give_back, layout):
    name = {workbooks.opensid_csv: "a.csv", workbooks.opensid_ods: "a.ods"}.get(layout, "a.xlsx")
    row = dict(zip(workbooks.OPENSID, table(give_back(content=layout({}), name=name))[1], strict=False))
    assert (row["nik"], row["no_kk"]) == ("5203175705900001", CARD)


def test_returned_number_that_was_cut_is_still_to_be_looked_at(give_back, plan_of):
    content = give_back({"nik": 5203175705900001})
    assert table(content)[1][list(workbooks.OPENSID).index("nik")] == "5,203175705900001E+15"
    assert outcomes(plan_of(content=content)) == ["review"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, None), ("0812", "0812"), (0.0, "0"), (520.0, "520"), (dt.date(1990, 5, 17), "1990-05-17"), (True, "True")],
)
def test_number_as_text_is_text_whatever_the_cell(cell, text):
    assert number_as_text(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "＝1"])
def test_returned_text_that_looks_like_a_formula_is_quoted_text(give_back, text):
    content = give_back(content=workbooks.opensid_csv({"alamat": text, "status_dasar": text}), name="a.csv")
    cells = next(load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2))
    found = dict(zip(workbooks.OPENSID, cells, strict=False))
    assert [(found[name].data_type, found[name].quotePrefix) for name in ("alamat", "status_dasar")] == [
        ("s", True)
    ] * 2
    assert found["alamat"].value.replace("_x000D_", "\r") == text


def test_returned_markup_of_the_writer_is_text(give_back):
    content = give_back(content=workbooks.opensid_csv({"alamat": "<r><t>palsu</t></r>"}), name="a.csv")
    assert table(content)[1][0] == "<r><t>palsu</t></r>"


def test_returned_workbook_comes_in_again_without_the_added_columns(give_back, plan_of, upload):
    people = [*family(3), {"nama": None}, {"nama": "BUDI", "status_dasar": "9", "nik": ""}]
    content = give_back(*people)
    assert plan_of(content=content).digest == plan_of(*people).digest
    again = give_back(content=content)
    assert table(again) == table(content)


def test_returned_workbook_that_was_corrected_is_saved(give_back, bring_in):
    content = give_back({"nama": None})
    book = load_workbook(io.BytesIO(content))
    book.active.cell(2, 1 + list(workbooks.OPENSID).index("nama")).value = "SITI"
    target = io.BytesIO()
    book.save(target)
    bring_in(content=target.getvalue())
    assert list(Person.objects.values_list("name", "nik")) == [("SITI", "5203175705900001")]


def test_returned_workbook_of_sixty_columns_comes_in_again(give_back, plan_of):
    wide = [*NAMES, *(f"kolom {n}" for n in range(54))]
    content = give_back(content=workbooks.xlsx([wide, ["x"] * 60]))
    assert (len(table(content)[0]), outcomes(plan_of(content=content))) == (62, ["refused"])


def test_returned_workbook_names_what_changes_and_not_what_stood_there(bring_in, give_back):
    bring_in(*family(2))
    first, second = family(2)
    found = table(give_back({**first, "nama": "WARGA SATU", "rt": "9"}, {**second, "tanggallahir": "1991-05-03"}))
    assert [row[-2:] for row in found[1:]] == [
        ["Berubah", "Yang berubah: Nama, RT."],
        ["Berubah", "Yang berubah: Tanggal lahir. Perlu dicek: Tanggal lahir di NIK berbeda."],
    ]


def test_returned_workbook_of_a_saved_batch_says_what_is_there(bring_in, sari):
    batch = bring_in(*family(2), {"nama": None})
    found = table(returned_workbook(batch, by=sari, today=TODAY))
    assert [row[-2] for row in found] == ["Hasil", "Sama", "Sama", "Ditolak"]


def address(batch) -> str:
    return reverse("households:import_return", args=[batch.pk])


def test_download_is_an_attachment_under_a_name_that_says_nothing(upload, client_of, sari):
    batch = upload(*family(1), name="Penduduk SITI.xlsx")
    response = client_of(sari).get(address(batch))
    assert (response.status_code, response["Content-Type"], response["X-Content-Type-Options"]) == (
        200,
        TYPE,
        "nosniff",
    )
    assert response["Content-Disposition"] == 'attachment; filename="impor-dengan-alasan-2026-11-23.xlsx"'
    assert table(response.content)[1][-2] == "Orang baru"


def test_download_is_noted(upload, client_of, sari):
    batch = upload(*family(1))
    client_of(sari).get(address(batch))
    noted = AuditEvent.objects.filter(act=Act.VIEWED).values_list("actor", "record_id", "region_code", "reason")
    assert list(noted) == [(sari.pk, str(batch.pk), "5203172006", "unduh berkas dengan alasan")]


@pytest.mark.parametrize("username", ["budi", "rina", "agus", "dewi", "adi"])
def test_download_does_not_exist_for_who_may_not_import_there(upload, client_of, request, username):
    batch = upload(*family(1))
    response = client_of(request.getfixturevalue(username)).get(address(batch))
    assert (response.status_code, AuditEvent.objects.filter(act=Act.VIEWED).count()) == (404, 0)


def test_download_without_the_file_says_so(upload, client_of, sari):
    batch = upload(*family(1))
    batch.file.delete()
    browser = client_of(sari)
    page = browser.get(address(batch), follow=True)
    assert ("Berkas ini sudah dihapus." in page.content.decode(), address(batch) in page.content.decode()) == (
        True,
        False,
    )


def test_plan_page_offers_the_download(upload, client_of, sari):
    batch = upload(*family(1))
    page = client_of(sari).get(reverse("households:import_detail", args=[batch.pk])).content.decode()
    assert ("Unduh berkas dengan alasan" in page, address(batch) in page) == (True, True)


def test_reasons_of_the_file_are_those_of_the_page(give_back, plan_of):
    people = [{"nama": None}, {"nik": "1"}, {"status_dasar": "2"}]
    assert [row[-1] for row in table(give_back(*people))[1:]] == reasons(plan_of(*people))
