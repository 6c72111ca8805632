"""What an uploaded file really is, and whether it may be opened: its content decides, whatever its name says."""

import io
import re
import zipfile

from households.imports import limits, opendocument
from households.imports.refusals import Refused

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
CHUNK = 256 * 1024
DOCTYPE, ENTITY = b"<!doctype", b"<!entity"
LOCKED_PART = b"encryption-data"
# A cell with content beyond column ZZ or row 99,999: the reader would make room for all that lies before it.
FAR_CELL = re.compile(rb'<c r="(?:[a-z]{3}[0-9]+|[a-z]+[1-9][0-9]{5,6})"[^>/]*>')
# So much of a chunk is looked at again with the next, because what is looked for may be cut in two.
CARRIED = 64
# Where programs lie in a workbook of Excel and of LibreOffice.
EXCEL_MACROS = ("vbaproject.bin", "xl/macrosheets/")
OFFICE_MACROS = ("basic/", "scripts/")


def kind_of(content: bytes) -> str:
    """'xlsx', 'xlsm' (with macros, which nothing here runs), 'ods', 'xls' or 'csv'.

    Raises Refused for what is none of them or must not be opened.
    """
    if not content.strip(b"\0\t\r\n \xef\xbb\xbf"):
        raise Refused("empty")
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    if content.startswith(OLE2):
        if ENCRYPTED_STREAM in content:
            raise Refused("encrypted")
        return "xls"
    if _is_binary(content):
        raise Refused("not_a_table")
    return "csv"


def text_of(content: bytes) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, or the Windows code page of old office programs."""
    if content.startswith(BYTE_ORDER_MARKS):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _is_binary(content: bytes) -> bool:
    if content.startswith(BYTE_ORDER_MARKS):
        return False
    # Web pages and XML saved under a table's name begin with '<'; programs and pictures have NUL bytes.
    return b"\0" in content or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"%PDF", b"{\\rtf"))


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            kind = _kind_of_members(package)
            _check_members(package.infolist())
            _check_parts(package)
            if kind == "ods":
                with package.open("content.xml") as part:
                    opendocument.check_repeats(part)
            return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Refused("broken") from error
    except Exception as error:
        if error.__class__.__module__ in {"zlib", "lzma"}:
            raise Refused("broken") from error
        raise


def _kind_of_members(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if any(member.flag_bits & 0x1 for member in package.infolist()):
        raise Refused("encrypted")
    if "mimetype" in names:
        return _check_opendocument(package, names)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Refused("not_a_table")
    if "xl/workbook.xml" not in names:
        raise Refused("broken")
    return "xlsm" if any(place in name.lower() for name in names for place in EXCEL_MACROS) else "xlsx"


def _check_opendocument(package: zipfile.ZipFile, names: list[str]) -> str:
    with package.open("mimetype") as part:
        said = part.read(2 * len(opendocument.MIMETYPE)).strip()
    # What is also a workbook of Excel would be checked as one thing and read as another.
    if said != opendocument.MIMETYPE or any(name.lower().startswith("xl/") for name in names):
        raise Refused("not_a_table")
    if "encrypted-package" in names:
        raise Refused("encrypted")
    if any(name.lower().startswith(OFFICE_MACROS) for name in names):
        raise Refused("macros")
    if "content.xml" not in names:
        raise Refused("broken")
    return "ods"


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise Refused("broken")
    if len(members) > limits.ZIP_MEMBERS:
        raise Refused("too_many_parts")
    if sum(member.file_size for member in members) > limits.UNPACKED_BYTES:
        raise Refused("unpacked")


def _check_parts(package: zipfile.ZipFile) -> None:
    """Unpack each part once, really counting, and look for a document type in any encoding and for far cells."""
    unpacked = 0
    for member in package.infolist():
        tail = b""
        with package.open(member) as part:
            while chunk := part.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > limits.UNPACKED_BYTES:
                    raise Refused("unpacked")
                # Without its NUL bytes UTF-16 reads like plain letters.
                seen = (tail + chunk.replace(b"\0", b"")).lower()
                if DOCTYPE in seen or ENTITY in seen:
                    raise Refused("doctype")
                if LOCKED_PART in seen and member.filename == "META-INF/manifest.xml":
                    raise Refused("encrypted")
                if FAR_CELL.search(seen):
                    raise Refused("too_large")
                tail = seen[-CARRIED:]
