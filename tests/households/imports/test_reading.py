import datetime as dt
import struct
import time

import pytest

from households.imports.layouts import OPENSID, SIAK
from households.imports.reading import UnreadableFile, read
from tests.households.imports import workbooks
from tests.households.imports.packages import HEADER, package, row, sheet

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(content, name="penduduk.xlsx") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(content, name=name)
    return str(refused.value)


def test_read_opensid_gives_rows_with_their_numbers():
    found = read(workbooks.opensid({}, {"nama": "BUDI"}), name="a.xlsx")
    assert found.layout is OPENSID
    assert [(number, cells["name"]) for number, cells in found.rows] == [(2, "SITI AMINAH"), (3, "BUDI")]


def test_read_siak_gives_rows_and_the_village_it_names():
    found = read(workbooks.siak({}), name="a.xls")
    number, cells = found.rows[0]
    assert (found.layout, number, cells["village"], cells["rt"]) == (SIAK, 2, "KORLEKO", 1.0)


def test_read_real_date_stays_a_date():
    found = read(workbooks.opensid({"tanggallahir": dt.date(1990, 5, 17)}), name="a.xlsx")
    assert found.rows[0][1]["birth"] == dt.date(1990, 5, 17)


def test_read_number_cell_stays_a_number():
    found = read(workbooks.opensid({"nik": 5203175705900001}), name="a.xlsx")
    assert isinstance(found.rows[0][1]["nik"], float)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_read_csv_whatever_its_delimiter_and_encoding(delimiter, encoding):
    content = workbooks.opensid_csv({"nama": "SITI NURÉ"}, delimiter=delimiter, encoding=encoding)
    assert read(content, name="a.csv").rows[0][1]["name"] == "SITI NURÉ"


@pytest.mark.parametrize("text", ["\u2028", "\x85", "\x1c", '"', "\\", "\n"])
def test_read_keeps_rows_apart_whatever_the_text(text):
    content = workbooks.opensid_csv({"nama": f"SITI{text}AMINAH"}, {"nama": "BUDI"})
    assert [cells["name"] for _, cells in read(content, name="a.csv").rows] == [f"SITI{text}AMINAH", "BUDI"]


def test_read_header_below_titles_on_the_second_sheet():
    table = [list(workbooks.OPENSID), list(workbooks.OPENSID.values())]
    titles = [["DATA PENDUDUK"], [], ["DESA KORLEKO"]]
    content = workbooks.xlsx(table, above=titles, sheets_before=[("Kode", [["kode", "arti"], [1, "Kawin"]])])
    assert [number for number, _ in read(content, name="a.xlsx").rows] == [5]


def test_read_header_with_other_case_spaces_and_signs():
    columns = {"no_kk": "No. KK", "tanggallahir": "TANGGAL LAHIR", "kk_level": "KK Level", "nama": "Nama "}
    header = [columns.get(name, name) for name in workbooks.OPENSID]
    found = read(workbooks.xlsx([header, list(workbooks.OPENSID.values())]), name="a.xlsx")
    assert found.rows[0][1]["card"] == workbooks.CARD


def test_read_ignores_empty_rows_at_the_end():
    table = [list(workbooks.OPENSID), list(workbooks.OPENSID.values()), *[[" ", None, ""]] * 30]
    assert len(read(workbooks.xlsx(table), name="a.xlsx").rows) == 1


def test_read_header_missing_says_which_columns_are_needed():
    assert "no_kk" in refusal(b"a,b,c\n1,2,3", "a.csv")


def test_read_header_incomplete_names_the_missing_columns():
    assert refusal(b"nama,nik,no_kk\nx,1,2", "a.csv") == (
        "Baris judul belum lengkap. Kolom yang belum ada: sex, tanggallahir, kk_level."
    )


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
VALUE = '<c r="A{0}"><v>1</v></c>'
CELLS = "".join(row(number) for number in range(2, 4))
HOSTILE = {
    "empty": (b"", "kosong"),
    "program named xlsx": (b"MZ\0\0" * 100, "bukan tabel"),
    "other zip": (package("")[:0] + b"PK\x05\x06" + b"\0" * 18, "bukan tabel"),
    "cut off": (package(sheet(CELLS))[:-60], "rusak"),
    "encrypted workbook": (OLE2 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "dikunci"),
    "macros": (package(sheet(CELLS), [("xl/vbaProject.bin", b"x")]), "makro"),
    "doctype": (package(sheet(CELLS).replace('<?xml version="1.0"?>', DOCTYPE)), "DOCTYPE"),
    "doctype in UTF-16": (package(sheet(CELLS).replace('<?xml version="1.0"?>', DOCTYPE).encode("utf-16")), "DOCTYPE"),
    "doctype in another part": (package(sheet(CELLS), [("docProps/app.xml", "<!DOCTYPE x><a/>")]), "DOCTYPE"),
    "201 parts": (package(sheet(CELLS), [(f"xl/m{n}.xml", "<a/>") for n in range(201)]), "200 bagian"),
    "60 MB unpacked": (package(sheet(CELLS), [("xl/m.xml", b" " * 60_000_000)]), "50 MB"),
    "over 5 MB": (b"PK" + b"x" * 5_300_000, "5 MB"),
    "a cell in the last corner": (package(sheet(row(1048576, "XFD"))), "jauh di luar tabel"),
    "a cell in the last row": (package(sheet(row(1048576, "A"))), "jauh di luar tabel"),
    "a cell in the last column": (package(sheet(row(2, "XFD"))), "60 kolom"),
    "61 columns": (workbooks.xlsx([[*HEADER, *["x"] * 55], ["x"] * 61]), "60 kolom"),
    "400,000 rows": (
        package(sheet("".join(f'<row r="{n}">{VALUE.format(n)}</row>' for n in range(2, 400_000)))),
        "20.000",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_read_hostile_file_is_refused_in_words(name):
    content, word = HOSTILE[name]
    assert word in refusal(content)


def test_read_formatted_cells_without_content_are_no_rows():
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 50_000))
    assert read(package(sheet(rows)), name="a.xlsx").rows == []


def test_read_more_than_20000_rows_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 20_003))
    assert refusal(package(sheet(rows))) == "Tabel ini lebih dari 20.000 baris. Bagi menjadi beberapa berkas."


def test_read_exactly_20000_rows_is_read():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 20_002))
    assert len(read(package(sheet(rows)), name="a.xlsx").rows) == 20_000


def test_read_part_that_lies_about_its_size_is_refused():
    content = package(sheet(CELLS), [("xl/m.xml", b"A" * 60_000_000)])
    assert "rusak" in refusal(content.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 100)))


def test_read_one_long_text_in_many_cells_is_refused():
    cells = "".join(f'<c r="{column}{{0}}" t="s"><v>0</v></c>' for column in "ABCDEF")
    rows = "".join(f'<row r="{n}">{cells.format(n)}</row>' for n in range(2, 15_000))
    texts = (
        f"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>{'A' * 30_000}</t></si></sst>"
    )
    assert "terlalu besar" in refusal(package(sheet(rows), [("xl/sharedStrings.xml", texts)]))


def test_read_takes_no_more_than_200_letters_of_a_cell():
    found = read(workbooks.opensid({"nama": "A" * 5_000}), name="a.xlsx")
    assert len(found.rows[0][1]["name"]) == 200


def test_read_package_with_locked_parts_is_refused():
    content = bytearray(package(sheet(CELLS)))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "dikunci" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"<html><table>"),
        ("a.csv", b"nama,nik\nBu\0di,1"),
        ("a.xls", OLE2 + b"x" * 5000),
        ("a.pdf", b"%PDF-1"),
    ],
)
def test_read_wrong_content_is_refused(name, content):
    assert refusal(content, name).startswith(("Isi berkas ini bukan", "Berkas ini rusak", "Hanya berkas"))


def test_read_page_under_the_name_of_a_workbook_says_how_to_make_one_of_it():
    """As portals of other offices give their tables away; Excel opens them after a question."""
    assert refusal(b"<html><table><tr><td>nama</table>", "penduduk.xls").endswith(
        "Bila dapat dibuka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah lagi."
    )


def test_read_old_workbook_named_xlsx_is_refused():
    assert refusal(workbooks.siak({}), "a.xlsx").startswith("Isi berkas ini buku kerja .xls lama, tidak sesuai")


MACROS = ("xl/vbaProject.bin", OLE2 + b"Sub Auto_Open()")


@pytest.mark.parametrize("extra", [[MACROS], [("xl/macrosheets/sheet1.xml", "<a/>")], []])
def test_read_xlsm_is_read_like_xlsx_whether_it_holds_macros_or_not(extra):
    content = package(sheet(row(2, text="SITI")), extra)
    assert [cells["name"] for _, cells in read(content, name="a.xlsm").rows] == ["SITI"]


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"macros"}))
def test_read_hostile_xlsm_is_refused_as_an_xlsx_is(name):
    content, word = HOSTILE[name]
    assert word in refusal(content, "penduduk.xlsm")


@pytest.mark.parametrize("extra", [MACROS, ("xl/macrosheets/sheet1.xml", "<a/>")])
def test_read_macros_under_the_name_of_xlsx_are_refused(extra):
    assert "makro" in refusal(package(sheet(CELLS), [extra]), "a.xlsx")


def test_read_last_corner_is_refused_before_the_reader_makes_room():
    started = time.monotonic()
    refusal(package(sheet(row(1048576, "XFD"))))
    assert time.monotonic() - started < 5


def test_read_file_that_kills_the_reader_leaves_the_portal_alive():
    # Without the r of each cell the far place is only known to the reader itself, which then asks for gigabytes.
    far = '<row r="90000"><c r="A90000"><v>1</v></c><c r="ZY90000"><v>1</v></c></row>'
    assert "jauh di luar tabel" in refusal(package(sheet(far)))
    assert len(read(workbooks.opensid({}), name="a.xlsx").rows) == 1
