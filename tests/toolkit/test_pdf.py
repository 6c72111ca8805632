"""PDFs are made in a child that opens nothing but our own files and cannot take the worker down."""

import datetime as dt
import hashlib
import io
import logging
import socket
import threading
from pathlib import Path

import pytest
from pypdf import PdfReader

from toolkit import pdf
from toolkit.pdf_child import own_file

STATIC = Path(__file__).parents[2] / "static"
PAGE = '<html lang="id"><head><title>Coba</title>{head}</head><body>{body}</body></html>'


NUMBERS = pdf.Attachment(
    "angka desa.xlsx", "Angka (sama)", b"PK\x03\x04" + bytes(range(256)), dt.datetime(2026, 11, 23, 1, tzinfo=dt.UTC)
)


def drawn(body: str, head: str = "", attachment: pdf.Attachment | None = None, **options) -> pdf.Pdf:
    """A page with this body."""
    with pdf.Press(**options) as press:
        return press.draw(PAGE.format(head=head, body=body), attachment)


@pytest.fixture
def listener():
    """A server on this machine that counts who knocks."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    knocks, stop = [], threading.Event()

    def listen():
        while not stop.is_set():
            try:
                knocks.append(server.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], knocks
    stop.set()
    thread.join()
    server.close()
    for connection, _ in knocks:
        connection.close()


def test_pdf_holds_the_text_and_title():
    made = drawn("<p>Selamat pagi</p>")
    reader = PdfReader(io.BytesIO(made.content))

    assert (reader.pages[0].extract_text(), reader.metadata.title, made.pages) == ("Selamat pagi", "Coba", 1)


def test_pdf_is_the_same_twice():
    assert drawn("<p>Halo</p>").content == drawn("<p>Halo</p>").content


def test_pdf_carries_a_file_that_belongs_to_it():
    catalogue = PdfReader(io.BytesIO(drawn("<p>Halo</p>", attachment=NUMBERS).content)).trailer["/Root"]
    (held,) = catalogue["/AF"]
    name, named = catalogue["/Names"]["/EmbeddedFiles"]["/Names"]
    told, file = held.get_object(), held.get_object()["/EF"]["/F"].get_object()

    assert named.get_object() == told
    assert (name, told["/F"], told["/UF"], told["/Desc"], told["/AFRelationship"]) == (
        "angka desa.xlsx", "angka desa.xlsx", "angka desa.xlsx", "Angka (sama)", "/Alternative",
    )  # fmt: skip
    assert (
        file["/Subtype"],
        file["/Params"]["/ModDate"],
        file["/Params"]["/CheckSum"].original_bytes,
        file.get_data(),
    ) == (
        "/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "D:20261123010000Z",
        hashlib.md5(NUMBERS.content, usedforsecurity=False).digest(),
        NUMBERS.content,
    )


def test_pdf_with_a_file_stays_pdf_ua():
    catalogue = PdfReader(io.BytesIO(drawn("<p>Halo</p>", attachment=NUMBERS).content)).trailer["/Root"]

    assert (
        b'pdfuaid:part="1"' in catalogue["/Metadata"].get_data(),
        bool(catalogue["/MarkInfo"]["/Marked"]),
        catalogue["/StructTreeRoot"]["/Type"],
    ) == (True, True, "/StructTreeRoot")


def test_pdf_with_a_file_is_the_same_twice():
    assert drawn("<p>Halo</p>", attachment=NUMBERS).content == drawn("<p>Halo</p>", attachment=NUMBERS).content


def test_pdf_uses_the_bundled_font_alone():
    reader = PdfReader(io.BytesIO(drawn('<p style="font-family: DejaVu Serif">Halo</p>').content))
    fonts = [font.get_object()["/BaseFont"] for font in reader.pages[0]["/Resources"]["/Font"].values()]

    assert [font.split("+")[1] for font in fonts] == ["Noto-Sans"]


def test_pdf_opens_no_address_and_no_file(listener, tmp_path):
    port, knocks = listener
    (tmp_path / "rahasia.css").write_text("p::after { content: 'rahasia' }")
    urls = [f"http://127.0.0.1:{port}/x.css", f"file://{tmp_path}/rahasia.css", "https://static.invalid/../README.md"]
    links = "".join(f'<link rel="stylesheet" href="{url}">' for url in urls)
    images = "".join(f'<img alt="x" src="{url}">' for url in (*urls, f"//127.0.0.1:{port}/y", "file:///etc/passwd"))

    made = drawn(
        f"<p>Halo</p>{images}<style>@import url({urls[0]})</style><a rel=attachment href={urls[1]}>b</a>", links
    )

    reader = PdfReader(io.BytesIO(made.content))
    assert ("rahasia" in reader.pages[0].extract_text(), knocks, dict(reader.attachments)) == (False, [], {})


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://static.invalid/css/report.css", STATIC / "css/report.css"),
        ("https://static.invalid/css/report.css?x=1", STATIC / "css/report.css"),
        ("https://static.invalid/../manage.py", None),
        ("https://static.invalid/%2e%2e/toolkit/fonts.conf", None),
        ("https://static.invalid/js/once.js", None),
        ("https://static.invalid/css/tidak-ada.css", None),
        ("https://static.invalid@evil.example/css/report.css", None),
        ("http://static.invalid/css/report.css", None),
        ("file:///etc/passwd", None),
    ],
)
def test_pdf_reaches_our_static_files_only(url, found):
    assert own_file(url, STATIC) == found


# Slow: the child has to use up its second of computing.
@pytest.mark.slow
def test_pdf_that_takes_too_long_is_given_up(caplog):
    caplog.set_level(logging.CRITICAL)

    with pytest.raises(pdf.PdfFailed):
        drawn("<p>kata " * 20_000, seconds=1)


# Slow: a megabyte in one word is laid out until a limit stops it.
@pytest.mark.slow
def test_pdf_of_a_hostile_field_leaves_the_worker_alive(caplog):
    caplog.set_level(logging.CRITICAL)

    with pytest.raises(pdf.PdfFailed):
        drawn("<table>" + "<tr><td>" + "<div>" * 200 + "x" * 1_000_000, seconds=1)

    assert drawn("<p>Halo</p>").pages == 1


def test_pdf_child_is_held_to_its_memory(monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(pdf, "MEMORY_MB", 60)

    with pytest.raises(pdf.PdfFailed):
        drawn("<p>Halo</p>")


def test_pdf_press_that_is_not_used_is_put_away():
    with pdf.Press() as press:
        child = press._child

    assert child.returncode == -9


def test_pdf_press_that_is_stopped_while_it_reads_leaves_nothing_open(monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(pdf, "PATIENCE", 0)

    with pytest.raises(pdf.PdfFailed), pdf.Press() as press:
        press.draw("x" * 1_000_000)

    assert [stream.closed for stream in (press._child.stdin, press._child.stdout, press._child.stderr)] == [True] * 3


def test_pdf_failure_logs_nothing_of_the_page(monkeypatch, caplog):
    monkeypatch.setattr(pdf, "MEMORY_MB", 60)

    with pytest.raises(pdf.PdfFailed):
        drawn("<p>Kanari</p>")

    assert "Kanari" not in caplog.text


def test_pdf_carries_a_picture_that_the_page_holds_itself():
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    reader = PdfReader(io.BytesIO(drawn(f'<img alt="titik" src="data:image/png;base64,{dot}">').content))

    assert len(reader.pages[0].images) == 1


def test_pdf_that_is_kept_is_an_archive():
    with pdf.Press() as press:
        made = press.draw(PAGE.format(head="", body="<p>Halo</p>"), variant=pdf.TO_KEEP)

    metadata = PdfReader(io.BytesIO(made.content)).trailer["/Root"]["/Metadata"].get_object().get_data()
    assert b"pdfaid" in metadata
