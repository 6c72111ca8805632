"""Files on the disk are sealed: readable with a key that is named, and with no other."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from toolkit.sealed import SealedStorage, Unreadable, forget_orphans

OLD, NEW = "kunci lama yang panjang " * 3, "kunci baru yang panjang " * 3


@pytest.fixture
def storage(tmp_path, settings):
    settings.FILE_KEYS = [OLD]
    return SealedStorage(tmp_path)


def test_what_was_put_in_comes_out(storage):
    name = storage.save("bukti/a", ContentFile(b"kanari"))

    assert storage.open(name).read() == b"kanari"


def test_disk_shows_nothing_of_it(storage, tmp_path):
    storage.save("bukti/a", ContentFile(b"kanari"))

    assert b"kanari" not in (tmp_path / "bukti" / "a").read_bytes()


def test_old_key_opens_while_it_is_named(storage, settings):
    name = storage.save("a", ContentFile(b"kanari"))
    settings.FILE_KEYS = [NEW, OLD]

    assert storage.open(name).read() == b"kanari"


def test_without_its_key_nothing_opens(storage, settings):
    name = storage.save("a", ContentFile(b"kanari"))
    settings.FILE_KEYS = [NEW]

    with pytest.raises(Unreadable):
        storage.open(name)


def test_changed_file_does_not_open(storage, tmp_path):
    name = storage.save("a", ContentFile(b"kanari"))
    sealed = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(sealed[:-4] + b"AAAA")

    with pytest.raises(Unreadable):
        storage.open(name)


def test_file_that_is_gone_does_not_open(storage):
    with pytest.raises(Unreadable):
        storage.open("a")


def test_sealed_file_has_no_address(storage):
    name = storage.save("a", ContentFile(b"kanari"))

    with pytest.raises(ValueError, match="no address"):
        storage.url(name)


@pytest.fixture
def kept(settings, tmp_path):
    """The portal's own storage, in a folder of this test."""
    sealed = settings.STORAGES["sealed"] | {"OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"sealed": sealed}
    return storages["sealed"]


@pytest.mark.django_db
def test_file_that_no_record_names_goes_after_its_time(kept):
    kept.save("bukti/a.jpg", ContentFile(b"kanari"))
    soon = timezone.now() + dt.timedelta(minutes=1)

    assert (forget_orphans(before=soon - dt.timedelta(hours=1)), kept.exists("bukti/a.jpg")) == (0, True)
    assert (forget_orphans(before=soon), kept.exists("bukti/a.jpg")) == (1, False)
