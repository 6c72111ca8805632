"""Workbooks in the layouts of OpenSID and SIAK, built as village offices would have them."""

import csv
import io

import openpyxl
import xlwt

from tests.households.imports import documents

CARD, OTHER_CARD = "5203170101200001", "5203170101200002"
OPENSID = {
    "alamat": "",
    "dusun": "DASAN BARU",
    "rw": "002",
    "rt": "001",
    "nama": "SITI AMINAH",
    "no_kk": CARD,
    "nik": "5203175705900001",
    "sex": "2",
    "tempatlahir": "",
    "tanggallahir": "1990-05-17",
    "agama_id": "1",
    "pendidikan_kk_id": "",
    "pekerjaan_id": "",
    "status_kawin": "",
    "kk_level": "1",
    "status_dasar": "1",
}
SIAK = {
    "Nomor KK": CARD,
    "NIK": "5203175705900001",
    "Nama Penduduk": "SITI AMINAH",
    "Status": "Hidup",
    "Tempat Lahir": "",
    "Tanggal Lahir": "17-05-1990",
    "Kelamin": "Perempuan",
    "NIK Ayah": "5203171701600001",
    "Status Kawin": "",
    "SHDK": "Kepala Keluarga",
    "Kecamatan": "LABUHAN HAJI",
    "Desa/Kel": "KORLEKO",
    "Alamat": "Dsn DASAN BARU",
    "Pendidikan": "",
    "Pekerjaan": "",
    "RW": 2.0,
    "RT": 1.0,
}


def opensid(*people, columns=None) -> bytes:
    """An .xlsx as OpenSID ships it; each person is what differs from SITI AMINAH."""
    return xlsx(_table(OPENSID, people, columns))


def opensid_ods(*people, columns=None) -> bytes:
    """The same, saved by LibreOffice."""
    return documents.workbook(_table(OPENSID, people, columns))


def siak(*people, columns=None) -> bytes:
    """An .xls as the civil registry exports it."""
    return xls(_table(SIAK, people, columns))


def opensid_csv(*people, columns=None, delimiter=",", encoding="utf-8") -> bytes:
    """The OpenSID workbook saved as text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(_table(OPENSID, people, columns))
    return text.getvalue().encode(encoding)


def family(size: int, *, card: str = CARD, start: int = 1) -> list[dict]:
    """A head and her children, each with a NIK of her own that agrees with her birth."""
    return [
        {
            "nama": f"WARGA {number}",
            "no_kk": card,
            "nik": f"520317{40 + day:02}0590{number:04}",
            "tanggallahir": f"1990-05-{day:02}",
            "kk_level": "1" if number == start else "4",
        }
        for number in range(start, start + size)
        for day in [number % 28 + 1]
    ]


def xlsx(table, *, above=(), sheets_before=()) -> bytes:
    """A table as .xlsx, below some title lines and after some other sheets."""
    return sheets(*sheets_before, ("Data", [*above, *table]))


def sheets(*named, hidden=()) -> bytes:
    """Tables as sheets of an .xlsx, some of them hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in named:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(row)
    return _saved(book)


def people(*names) -> list[list]:
    """The table of OpenSID with people of these names."""
    return _table(OPENSID, [{"nama": name, "nik": ""} for name in names], None)


def xls(table) -> bytes:
    """A table as the old .xls."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    return _saved(book)


def _table(template: dict, people, columns) -> list[list]:
    columns = columns or list(template)
    return [columns, *([{**template, **person}.get(column) for column in columns] for person in people)]


def _saved(book) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
