"""What a request may lay on the disk."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from toolkit.uploads import KEPT_BYTES


def received(*sizes):
    """For each file its size as the form is told, and the bytes that lie on the disk."""
    files = {f"file{place}": SimpleUploadedFile("a.xlsx", b"x" * size) for place, size in enumerate(sizes)}
    request = RequestFactory().post("/", files)
    found = [request.FILES[name] for name in files]
    measured = [(file.size, Path(file.temporary_file_path()).stat().st_size) for file in found]
    request.close()
    return measured


@pytest.mark.parametrize(
    ("sizes", "kept"),
    [
        ((10,), [10]),
        ((KEPT_BYTES + 100_000,), [KEPT_BYTES]),
        ((KEPT_BYTES - 10, 100_000), [KEPT_BYTES - 10, 10]),
    ],
)
def test_only_the_beginning_of_too_much_is_kept_and_the_true_size_told(sizes, kept):
    assert received(*sizes) == list(zip(sizes, kept, strict=True))


def test_portal_takes_uploads_in_this_way_only():
    assert settings.FILE_UPLOAD_HANDLERS == ["toolkit.uploads.SparingUploadHandler"]
