"""Which sheet of a workbook is read, and that the others are not passed over in silence."""

import io

import pytest
from django.core.management import call_command

from households.imports.reading import read
from tests.households.imports import documents, workbooks
from tests.households.imports.test_views import planned
from tests.households.imports.workbooks import people, sheets

OF_HAMLETS = [(hamlet, people(hamlet.upper())) for hamlet in ("Montong", "Gubuk Bat", "Karang Anyar")]


def names(sheet) -> list[str]:
    return [cells["name"] for _, cells in sheet.rows]


def test_sheet_in_sight_is_read_and_not_a_hidden_one_before_it():
    found = read(sheets(("lama", people("TAHUN LALU")), ("Data", people("SITI")), hidden=["lama"]), name="a.xlsx")
    assert (names(found), found.name, found.unread) == (["SITI"], "Data", ())


def test_hidden_sheet_is_read_where_no_other_fits():
    found = read(sheets(("Judul", [["DATA PENDUDUK"]]), ("Data", people("SITI")), hidden=["Data"]), name="a.xlsx")
    assert names(found) == ["SITI"]


def test_further_sheets_with_people_are_named():
    found = read(sheets(*OF_HAMLETS), name="a.xlsx")
    assert (names(found), found.name, found.unread) == (["MONTONG"], "Montong", ("Gubuk Bat", "Karang Anyar"))


def test_further_sheets_of_a_document_are_named():
    table = "".join(documents.row(*map(documents.cell, line)) for line in people("SITI"))
    found = read(documents.document(table, table), name="a.ods")
    assert (found.name, found.unread) == ("S0", ("S1",))


@pytest.mark.parametrize(
    "other",
    [
        [["kode", "arti"], [1, "Kawin"]],
        people(),
        [list(workbooks.OPENSID), [" "] * 3],
    ],
    ids=["of codes", "without rows", "of blanks"],
)
def test_further_sheet_without_people_is_not_named(other):
    assert read(sheets(("Data", people("SITI")), ("Lain", other)), name="a.xlsx").unread == ()


@pytest.mark.django_db
def test_page_names_the_sheets_that_are_not_read_also_after_saving(client_of, sari):
    browser = client_of(sari)
    batch, page = planned(browser, content=sheets(*OF_HAMLETS))
    note = "Yang dibaca hanya lembar “Montong”."
    assert (note in page.content.decode(), "“Gubuk Bat”, “Karang Anyar”" in page.content.decode()) == (True, True)

    batch.committed_at = batch.uploaded_at
    batch.save()

    assert note in browser.get(page.request["PATH_INFO"]).content.decode()


@pytest.mark.django_db
def test_page_of_one_sheet_speaks_of_no_others(client_of, sari):
    _, page = planned(client_of(sari), content=sheets(OF_HAMLETS[0]))
    assert "Yang dibaca hanya lembar" not in page.content.decode()


@pytest.mark.django_db
def test_command_names_the_sheets_that_are_not_read(sari, tmp_path):
    file, said = tmp_path / "a.xlsx", io.StringIO()
    file.write_bytes(sheets(*OF_HAMLETS))

    call_command("import_households", str(file), village=sari.region_id, username=sari.username, stdout=said)

    assert "Hanya lembar Montong yang dibaca; juga berisi tabel orang: Gubuk Bat, Karang Anyar." in said.getvalue()
