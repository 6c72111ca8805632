"""Photographs of papers: what comes from a telephone goes no further than the picture itself."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from toolkit import photos
from toolkit.photos import NO_PHOTO, TOO_LARGE, NoPhoto, PhotoField, photo_response, redraw
from toolkit.sealed import SealedStorage

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def drawn(size=(40, 30), kind="JPEG", mode="RGB", **options) -> bytes:
    """A picture of that size, red all over."""
    written = io.BytesIO()
    Image.new(mode, size, "red").save(written, kind, **options)
    return written.getvalue()


def seen(content: bytes):
    return Image.open(io.BytesIO(content))


def told_by_a_telephone():
    told = Image.Exif()
    told[MAKER] = "kanari"
    told.get_ifd(GPS)[2] = (8.0, 34.0, 5.0)
    return told


def test_place_and_telephone_stay_behind():
    photo = drawn(exif=told_by_a_telephone(), comment=b"kanari")

    content = redraw(photo)

    assert (dict(seen(content).getexif()), seen(content).info.get("comment"), b"kanari" in content) == ({}, None, False)


def test_photo_that_lies_on_its_side_is_set_upright():
    told = Image.Exif()
    told[ORIENTATION] = 6

    assert seen(redraw(drawn((40, 30), exif=told))).size == (30, 40)


def test_large_photo_becomes_small():
    assert seen(redraw(drawn((4000, 3000)))).size == (1600, 1200)


def test_small_photo_keeps_its_size():
    assert seen(redraw(drawn((40, 30)))).size == (40, 30)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB")])
def test_other_pictures_become_a_jpeg(kind, mode):
    assert seen(redraw(drawn(kind=kind, mode=mode))).format == "JPEG"


def test_what_is_transparent_becomes_white():
    written = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(written, "PNG")

    assert seen(redraw(written.getvalue())).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        drawn()[:200],
        drawn(kind="GIF", mode="P"),
        drawn(kind="BMP"),
    ],
    ids=["empty", "pdf", "svg", "cut off", "gif", "bmp"],
)
def test_what_is_no_photo_is_refused_in_words(content):
    with pytest.raises(NoPhoto, match=r"Pilih foto \.jpg"):
        redraw(content)


def test_picture_that_would_fill_the_memory_is_refused():
    with pytest.raises(NoPhoto):
        redraw(drawn((9000, 9000), "PNG", "1"))


def test_field_gives_a_drawing_of_ours_without_the_old_name():
    file = PhotoField().clean(SimpleUploadedFile("paspor Siti.png", drawn(kind="PNG")))

    assert (seen(file.read()).format, "Siti" in file.name, file.name[-4:]) == ("JPEG", False, ".jpg")


def test_field_refuses_what_is_too_large(monkeypatch):
    monkeypatch.setattr(photos, "MOST_BYTES", 100)

    with pytest.raises(ValidationError, match=TOO_LARGE[:20]):
        PhotoField().clean(SimpleUploadedFile("foto.jpg", drawn()))


def test_field_refuses_what_is_no_photo():
    with pytest.raises(ValidationError) as refused:
        PhotoField().clean(SimpleUploadedFile("foto.jpg", b"bukan foto"))

    assert refused.value.messages == [NO_PHOTO]


def test_photo_is_answered_and_kept_nowhere(tmp_path):
    storage = SealedStorage(tmp_path)
    name = storage.save("a.jpg", ContentFile(drawn()))

    answer = photo_response(Opened(storage, name))

    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, drawn(), "no-store")


def test_photo_that_is_gone_is_told_in_words(tmp_path):
    answer = photo_response(Opened(SealedStorage(tmp_path), "a.jpg"))

    assert (answer.status_code, "Ambil foto yang baru" in answer.content.decode()) == (404, True)


class Opened:
    """A file as a model's field gives it."""

    def __init__(self, storage, name):
        self.storage, self.name = storage, name

    def open(self, mode):
        return self.storage.open(self.name, mode)
