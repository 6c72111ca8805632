"""The village's register of letters, the page of one, and where they are seen from elsewhere."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Act, AuditEvent
from households import actions as household_actions
from households.entries import DocumentEntry
from infopost import actions
from infopost.duties.letters import DUTIES
from tests.factories.accounts import UserFactory
from tests.factories.letters import LetterFactory
from tests.infopost.letters import COVER, NIK, TODAY, candidate, prepare, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti(sari):
    return candidate(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.fixture
def head(client_of, mahdi):
    return client_of(mahdi)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_numbers_are_masked_on_the_screen(client, head, sari, siti):
    letter = prepare(sari, siti)

    for page in (read(client, letter), head.get(f"/surat/{letter.pk}/tanda-tangan/", follow=True).content.decode()):
        assert NIK not in page
        assert "••••••••••••••01" in page


def test_reading_is_noted(head, sari, siti, mahdi):
    letter = prepare(sari, siti)

    head.get("/surat/")
    read(head, letter)

    acts = AuditEvent.objects.filter(actor=mahdi).values_list("act", "record_id")
    assert list(acts.order_by("pk")) == [(Act.LISTED, ""), (Act.VIEWED, str(letter.pk))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 4),
        ("?tahun=2026", 4),
        ("?tahun=2025", 0),
        ("?jenis=marital", 1),
        ("?keadaan=waiting", 2),
        ("?keadaan=refused", 1),
        ("?nomor=470/009/PMI/XI/2026", 1),
        ("?nomor=9", 1),
        ("?nomor=99", 0),
        ("?nomor=%00", 4),
        ("?jenis=%27%3B--", 4),
        ("?sesudah=x&sebelum=%00", 4),
    ],
)
def test_register_is_narrowed(client, siti, query, found):
    LetterFactory(person=siti)
    LetterFactory(person=siti, kind="marital")
    LetterFactory(person=siti, signed=True, serial=9)
    LetterFactory(person=siti, refused=True)

    assert client.get(f"/surat/{query}").context["total"] == found


def test_register_turns_its_pages(client, siti):
    for _ in range(27):
        LetterFactory(person=siti)
    first = client.get("/surat/?keadaan=waiting")

    second = client.get(first.context["next_url"])

    assert (len(first.context["rows"]), len(second.context["rows"])) == (25, 2)
    assert "keadaan=waiting" in first.context["next_url"]


def test_pages_ask_the_same_whatever_there_is(client, siti, django_assert_max_num_queries):
    letter = LetterFactory(person=siti, signed=True)
    for _ in range(5):
        LetterFactory(person=siti)

    for address in ("/surat/", letter.get_absolute_url()):
        with django_assert_max_num_queries(12):
            client.get(address)


def test_history_of_a_letter_says_who_did_what(client, head, sari, siti):
    letter = prepare(sari, siti)
    read(head, letter)

    titles = [event["title"] for event in client.get(f"/surat/{letter.pk}/riwayat/").context["events"]]

    assert titles == [
        "Sari Wulandari membuka surat ini", "Mahdi Amrullah membuka surat ini", "Sari Wulandari menyiapkan surat ini",
    ]  # fmt: skip


def test_duties_show_what_waits_and_what_came_back(client, mahdi, sari, siti):
    back, waits = prepare(sari, siti, COVER), prepare(sari, siti)
    actions.send_back_letter(by=mahdi, letter_id=back.pk, version=1, reason="Alamatnya")

    counts = {duty.code: total for duty, total, _ in client.get("/menunggu/").context["lines"]}
    page = client.get("/menunggu/?daftar=surat-dikembalikan").content.decode()

    assert (counts["surat-menunggu"], counts["surat-dikembalikan"]) == (1, 1)
    assert "Alamatnya" in page
    assert waits.state == "waiting"


def waiting_to_be_noted(user):
    (duty,) = [duty for duty in DUTIES if duty.code == "surat-belum-dicatat"]
    return [duty.line(row, TODAY) for row in duty.loaded(duty.rows(user, TODAY))]


def test_letter_whose_officer_is_gone_waits_to_be_noted_by_the_next(mahdi, sari, siti):
    letter, other = prepare(sari, siti), UserFactory(username="nur", region=sari.region)
    sari.is_active = False
    sari.save()
    sign(mahdi, letter)

    (line,) = waiting_to_be_noted(other)
    trip = siti.trips.get()
    entry = DocumentEntry("family", "held", evidence="document")
    household_actions.record_documents(by=other, trip_id=trip.pk, version=trip.version, entries=[entry])

    assert (line.name, line.url) == ("Siti", reverse("infopost:paper_note", args=[trip.pk, "family"]))
    assert line.facts == "surat izin keluarga nomor 470/001/PMI/XI/2026"
    assert waiting_to_be_noted(other) == []


def test_letter_that_was_noted_on_signing_or_needs_no_note_waits_for_nobody(mahdi, sari, siti):
    sign(mahdi, prepare(sari, siti))
    sign(mahdi, prepare(sari, siti, COVER))
    LetterFactory(person=siti, signed=True, serial=9)

    assert waiting_to_be_noted(sari) == []


@pytest.mark.parametrize("step", ["departed", "cancelled"])
def test_letter_of_a_journey_that_is_prepared_no_longer_waits_for_nobody(mahdi, sari, siti, step):
    letter = sign(mahdi, prepare(sari, siti))
    siti.trips.get().documents.all().delete()
    waited = len(waiting_to_be_noted(sari))

    siti.trips.update(**{f"{step}_on": TODAY, f"{step}_precision": "day", f"{step}_known_at": timezone.now()})

    assert (letter.state, waited, waiting_to_be_noted(sari)) == ("signed", 1, [])


def test_persons_page_at_the_post_leads_to_letters(client, sari, siti):
    letter = prepare(sari, siti)

    page = client.get(reverse("infopost:person_desk", args=[siti.pk])).content.decode()

    assert letter.get_absolute_url() in page
    assert reverse("infopost:letter_family", args=[siti.pk]) in page
    assert reverse("infopost:letter_return", args=[siti.pk]) not in page
