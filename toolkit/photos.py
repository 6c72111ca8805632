"""Photographs of papers: drawn anew when they come, small and without what a telephone writes into them."""

import io
import warnings

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import HttpResponse
from PIL import Image, ImageOps

from toolkit.ids import new_id
from toolkit.sealed import Unreadable

# A little less than one request may lay on the disk (toolkit.uploads).
MOST_BYTES = 5 * 1024 * 1024
# A paper is read well at this size, and a village line carries it in some seconds.
LONGEST_SIDE = 1600
# A telephone makes some 12 to 50 million points; what claims more is made to fill the memory.
MOST_POINTS = 60_000_000
KINDS = ("JPEG", "PNG", "WEBP")
QUALITY = 80

TOO_LARGE = "Foto ini lebih besar dari 5 MB. Ambil lagi dengan ukuran lebih kecil, atau foto layarnya."
NO_PHOTO = "Berkas ini bukan foto yang dapat dibuka. Pilih foto .jpg, .png, atau .webp."


class NoPhoto(Exception):
    """The bytes are no photograph that is taken here; the message says in Indonesian what to do."""


def redraw(content: bytes, longest: int = LONGEST_SIDE) -> bytes:
    """The photograph as a JPEG of its own: upright, at most `longest` points long, with nothing in it but the picture.

    Place, time, telephone, thumbnail and comment stay behind. Raises NoPhoto.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=KINDS) as found:
                if found.width * found.height > MOST_POINTS:
                    raise NoPhoto(NO_PHOTO)
                # A JPEG is read at the next larger of its own sizes, which spares most of the work.
                found.draft("RGB", (longest, longest))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((longest, longest))
                picture = Image.new("RGB", upright.size, "white")
                seen = upright.convert("RGBA")
                picture.paste(seen, mask=seen.getchannel("A"))
    # Pillow tells of broken files in many ways; each of them means the same to whoever holds the telephone.
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPhoto(NO_PHOTO) from None
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


class PhotoInput(forms.FileInput):
    """Asks for a photograph; `photo.js` makes it small before it is sent, and shows it."""

    template_name = "toolkit/widgets/photo.html"

    def __init__(self, attrs=None):
        super().__init__(
            {"accept": "image/jpeg,image/png,image/webp", "data-photo": str(LONGEST_SIDE), **(attrs or {})}
        )


class PhotoField(forms.FileField):
    """A photograph; cleans to a file with a JPEG of our own drawing and a name that says nothing."""

    widget = PhotoInput
    default_error_messages = {
        "required": "Ambil atau pilih fotonya dulu.",
        "empty": NO_PHOTO,
        "invalid": "Ambil atau pilih fotonya dulu.",
    }

    def __init__(self, *, longest: int = LONGEST_SIDE, **kwargs):
        self.longest = longest
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        """The photograph drawn anew; raises ValidationError with what to do."""
        file = super().clean(data, initial)
        if not file or file is initial:
            return file
        if file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE, code="large")
        try:
            return ContentFile(redraw(file.read(), self.longest), name=f"{new_id().hex}.jpg")
        except NoPhoto as error:
            raise ValidationError(str(error), code="no_photo") from None


def photo_path(folder: str, name: str) -> str:
    """Where a photograph lies: its name says nothing of whom it shows."""
    return f"{folder}/{name}"


def photo_response(file) -> HttpResponse:
    """The photograph itself, for a reader whom the view has let in; 404 with a sentence where it cannot be opened."""
    try:
        with file.open("rb") as opened:
            content = opened.read()
    except Unreadable:
        sentence = "Foto ini tidak dapat dibuka lagi. Ambil foto yang baru."
        return HttpResponse(sentence, status=404, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="foto.jpg"'
    response["Cache-Control"] = "no-store"
    return response
