"""Hand-made .xlsx packages, honest and hostile."""

import io
import zipfile

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""
PARTS = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
HEADER = ["nama", "no_kk", "nik", "sex", "tanggallahir", "kk_level"]


def package(sheet: str | bytes, extra=()) -> bytes:
    """A package with one sheet and some more parts: pairs of name and content."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*PARTS.items(), ("xl/worksheets/sheet1.xml", sheet), *extra):
            archive.writestr(name, content)
    return target.getvalue()


def sheet(rows: str = "", *, before: str = "", header=HEADER) -> str:
    """A sheet with the columns of OpenSID and these rows; `before` stands in front of the cells."""
    names = "".join(cell(f"{chr(65 + place)}1", name) for place, name in enumerate(header))
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{SPREADSHEET}">{before}'
        f'<sheetData><row r="1">{names}</row>{rows}</sheetData></worksheet>'
    )


def row(number: int, column: str = "A", text: str = "x") -> str:
    """A row with one cell."""
    return f'<row r="{number}">{cell(f"{column}{number}", text)}</row>'


def cell(place: str, text: str) -> str:
    """A cell with a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
