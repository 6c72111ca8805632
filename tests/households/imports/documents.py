"""Hand-made .ods documents, honest and hostile."""

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'
)
# As LibreOffice ends each row and each sheet: with nothing up to the last corner.
REST_OF_ROW = '<table:table-cell table:number-columns-repeated="16331"/>'
REST_OF_SHEET = '<table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>'


def document(*sheets: str, mimetype=MIMETYPE, extra=(), manifest="", before="") -> bytes:
    """A document with these sheets and some more parts; `before` stands in front of its content."""
    tables = "".join(f'<table:table table:name="S{n}">{rows}</table:table>' for n, rows in enumerate(sheets))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {NAMES}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        parts = (("META-INF/manifest.xml", MANIFEST.format(manifest)), ("content.xml", content), *extra)
        for name, part in parts:
            archive.writestr(name, part)
    return target.getvalue()


def workbook(table) -> bytes:
    """A table as LibreOffice saves it."""
    return document("".join(row(*map(cell, line), REST_OF_ROW) for line in table) + REST_OF_SHEET)


def row(*cells: str, times: object = 1) -> str:
    """A row that stands so often."""
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def cell(value, *, times: object = 1, inside: str = "") -> str:
    """A cell that stands so often, with a text, a number, a day or nothing; `inside` is markup behind its text."""
    repeated = f'table:number-columns-repeated="{times}"'
    if value is None:
        return f"<table:table-cell {repeated}/>"
    kinds = {float: ("float", "value"), int: ("float", "value"), dt.date: ("date", "date-value")}
    kind, attribute = kinds.get(type(value), ("string", ""))
    said = f' office:{attribute}="{value}"' if attribute else ""
    text = f"<text:p>{escape(str(value))}{inside}</text:p>"
    return f'<table:table-cell {repeated} office:value-type="{kind}"{said}>{text}</table:table-cell>'
