"""Photographs of a candidate's papers: kept, replaced and removed with a trace, and shown in scope only."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import AuditEvent
from infopost.models import DocumentPhoto
from tests.factories.files import DocumentPhotoFactory
from tests.infopost.files.asking import post
from tests.walk.files import picture

pytestmark = pytest.mark.django_db


def send(client, trip, **answers):
    return post(client, "paper_photo", trip, "passport", **answers)


def show(client, photo):
    return client.get(reverse("infopost:photo_show", args=[photo.pk]))


def test_photo_is_kept_drawn_anew_and_shown_without_being_cached(client, trip):
    send(client, trip, photo=picture())

    response = show(client, DocumentPhoto.objects.get())
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/jpeg", "no-store")
    assert response.content.startswith(b"\xff\xd8")


def test_photo_lies_sealed_on_the_disk_under_a_name_that_says_nothing(client, trip):
    send(client, trip, photo=picture())

    lying = Path(DocumentPhoto.objects.get().photo.path)
    assert not lying.read_bytes().startswith(b"\xff\xd8")
    assert re.fullmatch(r"[0-9a-f]{32}\.jpg", lying.name)


def test_photo_that_is_looked_at_stands_in_the_book_of_acts(client, trip):
    photo = DocumentPhotoFactory(trip=trip)

    show(client, photo)

    event = AuditEvent.objects.latest("pk")
    assert (event.act, event.record_id, event.fields) == ("viewed", str(trip.pk), ["photo"])


def test_photo_is_replaced_and_the_line_of_the_one_before_stays(client, trip, sari):
    send(client, trip, photo=picture())
    send(client, trip, what="happened", photo=picture())

    gone, standing = DocumentPhoto.objects.order_by("kept_at")
    assert (gone.removed_by, gone.photo.name, standing.removed_at) == (sari, "", None)


def test_photo_is_removed_and_no_longer_shown(client, trip):
    photo = DocumentPhotoFactory(trip=trip)

    send(client, trip, what="mistake")

    assert show(client, photo).status_code == 404
    assert DocumentPhoto.objects.get().photo.name == ""


def test_photo_of_strangers_does_not_exist(client_of, budi, trip):
    assert show(client_of(budi), DocumentPhotoFactory(trip=trip)).status_code == 404


def test_file_that_is_no_photo_is_refused_at_the_field(client, trip):
    wrong = picture()
    wrong.file.seek(0)
    wrong.file.truncate(20)

    response = send(client, trip, photo=wrong)

    assert "photo" in response.context["form"].errors
    assert DocumentPhoto.objects.count() == 0


def test_photo_is_asked_for(client, trip):
    assert send(client, trip).context["form"].errors["photo"] == ["Ambil atau pilih fotonya dulu."]


def test_file_page_leads_to_the_photo(client, trip):
    photo = DocumentPhotoFactory(trip=trip)

    page = client.get(reverse("infopost:file_detail", args=[trip.pk])).content.decode()
    assert reverse("infopost:photo_show", args=[photo.pk]) in page
