"""A family's card and a person's summary on paper."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import Act, AuditEvent
from households import actions
from households.choices import Check, Relation
from monitoring.stories import families, people, post
from tests.factories.desk import FamilyCallFactory, ServiceFactory
from tests.factories.files import ReferralFactory
from tests.factories.households import CaregiverFactory, ChildProfileFactory, PersonFactory
from tests.factories.journeys import ContactLossFactory, ExtensionFactory, PlacementFactory, TripDocumentFactory
from tests.factories.letters import LetterFactory
from tests.monitoring.conftest import NOW, on, went
from toolkit.dates import PartialDate

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def test_summary_tells_what_the_post_did(sari, mahdi, place):
    about = {"person": place.head, "village": sari.region, "noted_by": sari}
    ServiceFactory(**about, happened_on=on("2026-11-04"), topic="documents", given="form")
    ServiceFactory(**about, withdrawn_at=NOW)
    FamilyCallFactory(trip=place.trip, called_on=on("2026-11-10"))
    ReferralFactory(trip=place.trip, referred_on=on("2026-11-07"), referred_by=sari)
    LetterFactory(person=place.head, signed=True, serial=4, signed_by=mahdi, signed_on=on("2026-11-12"))
    LetterFactory(person=place.head)

    told = [(event["when"], event["title"]) for event in post.of_person(place.head, sari).events]

    assert told == [
        ("4 November 2026", "Dilayani pos: dokumen"),
        ("7 November 2026", "Dirujuk ke LTSA (layanan terpadu satu atap)"),
        ("10 November 2026", "Keluarga dihubungi: baik, ada kabar"),
        ("12 November 2026", "Surat izin keluarga diberikan"),
    ]


def test_the_year_after_a_return_is_a_whole_sentence(sari, place):
    went(place.child, "TW", departed="2020-01-01", returned="2021-01-01")

    told = people.homecomings(people.find(sari, place.child.pk), NOW.date())

    assert told.sentences == ("Pemberdayaan sosial, sampai satu tahun setelah pulang: sudah lewat.",)


def test_no_answer_ends_in_a_point_that_divides_nothing(sari, place):
    told = families.living(families.find(sari, place.household.pk))

    assert [said for _, said in told.facts if said.endswith((" ·", "· "))] == []


def test_summary_of_a_stranger_tells_nothing_of_the_post(budi, sari, place):
    ServiceFactory(person=place.head, village=sari.region, noted_by=sari)

    assert post.of_person(place.head, budi).is_empty is True


def card(place):
    return reverse("monitoring:household_print", args=[place.household.pk])


def summary(person):
    return reverse("monitoring:person_print", args=[person.pk])


def text_of(answer):
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_card_tells_the_family_and_masks_its_numbers(client_of, sari, place):
    text = text_of(client_of(sari).get(card(place)))

    assert f"Keluarga {place.mark}" in text
    assert "Kepala keluarga Laki-laki 46 th PMI aktif di Malaysia sejak 2025" in text
    assert "4 Maret 2025" in text
    assert "setuju pada 1 November 2026 (lisan, disaksikan petugas" in text
    assert [number in text for number in place.numbers] == [False, False]


def test_card_says_that_it_is_secret_who_had_it_made_and_when(client_of, sari, place):
    text = text_of(client_of(sari).get(card(place)))

    assert "RAHASIA" in text
    assert "Dicetak untuk Sari Wulandari, Petugas desa, 23 November 2026 pukul 09.00 WITA" in text
    assert "1 / 2" in text


def test_card_of_a_dead_head_names_the_family_by_who_lives(client_of, sari, place):
    actions.record_death(
        by=sari, person_id=place.head.pk, version=1, died=PartialDate(NOW.date(), "day"), today=NOW.date()
    )

    text = text_of(client_of(sari).get(card(place)))

    assert f"Keluarga {place.child.name}" in text
    assert ("meninggal 23 November 2026" in text, "Belum ada kepala keluarga." in text) == (True, True)


def test_card_of_many_people_takes_several_pages_with_numbers(client_of, sari, place):
    for number in range(12):
        person = PersonFactory(household=place.household, name=f"Raden Ayu Siti Nur Hidayatullah binti Haji {number}")
        for year in (2018, 2020, 2022):
            went(person, "TW", departed=f"{year}-01-01", returned=f"{year + 1}-01-01")

    answer = client_of(sari).get(card(place))

    pages = len(PdfReader(io.BytesIO(answer.content)).pages)
    assert pages > 1
    assert f"{pages} / {pages}" in text_of(answer)


def test_card_tells_how_the_family_became_known_and_who_lives_elsewhere(client_of, sari, place):
    type(place.household).objects.filter(pk=place.household.pk).update(source="extract")
    type(place.child).objects.filter(pk=place.child.pk).update(lives_now="elsewhere")

    text = text_of(client_of(sari).get(card(place)))

    assert "Diketahui dari Daftar SISKOP2MI dari BP3MI" in text
    assert f"{place.child.name} tinggal di tempat lain di Indonesia." in text


def test_what_would_help_a_child_goes_on_no_paper(client_of, sari, place):
    ChildProfileFactory(person=place.child, school="SDN 1 Korleko", help_with=["money"])

    texts = [text_of(client_of(sari).get(paper)) for paper in (summary(place.child), card(place))]

    assert "SDN 1 Korleko" in texts[0]
    assert ["mengatur uang" in text.lower() or "membantu" in text.lower() for text in texts] == [False, False]


def test_summary_tells_the_person_and_what_is_to_be_checked(client_of, sari, place):
    type(place.head).objects.filter(pk=place.head.pk).update(checks=[Check.NIK_SERIAL_ZERO], relation=Relation.HEAD)

    text = text_of(client_of(sari).get(summary(place.head)))

    assert "2 Januari 1980 (46 th)" in text
    assert "Berangkat · Malaysia" in text
    assert "Nomor urut NIK 0000." in text
    assert place.head.nik not in text


def placed(trip):
    """Somebody whose way, contract, passport and the decision upon them are known."""
    PlacementFactory(
        trip=trip, agency="PT Melati", employer="Keluarga Lim", employer_city="Ipoh", contract_number="KON98765",
        contract_until_on=on("2027-03-01"), contract_until_precision="month", cost_total=7_654_321,
    )  # fmt: skip
    TripDocumentFactory(trip=trip, expires_on=on("2027-05-06"), expires_precision="day")
    type(trip).objects.filter(pk=trip.pk).update(placed="n_told")


@pytest.mark.parametrize("paper", [card, summary])
def test_paper_tells_how_somebody_was_placed_and_masks_the_numbers(client_of, sari, place, paper):
    placed(place.trip)

    text = text_of(client_of(sari).get(paper(place if paper is card else place.head)))

    assert "Lewat P3MI (P to P) · PT Melati · Visa kerja · Diceritakan keluarga" in text
    assert "Keluarga Lim · Ipoh" in text
    assert "•••••765 · sampai Maret 2027" in text
    assert "da · •••••567 · berlaku sampai 6 Mei 2027 · dokumen dilihat" in text
    assert "berdokumen tidak lengkap (diceritakan keluarga)" in text
    assert [hidden in text for hidden in ("KON98765", "A1234567", "7.654.321")] == [False, False, False]


@pytest.mark.parametrize("paper", [card, summary])
def test_paper_has_no_chapter_of_a_placement_that_nobody_asked_about(client_of, sari, place, paper):
    assert "Penempatan" not in text_of(client_of(sari).get(paper(place if paper is card else place.head)))


def test_card_leaves_the_placement_of_a_journey_that_is_over_to_the_summary(client_of, sari, place):
    placed(place.trip)
    type(place.trip).objects.update(returned_on=on("2026-11-01"), returned_precision="day", returned_known_at=NOW)

    texts = [text_of(client_of(sari).get(paper)) for paper in (card(place), summary(place.head))]

    assert ["PT Melati" in text for text in texts] == [False, True]


@pytest.mark.parametrize("paper", [card, summary])
def test_paper_that_tells_everything_asks_at_most_twelve_queries(client_of, sari, place, paper):
    placed(place.trip)
    ExtensionFactory(trip=place.trip)
    ContactLossFactory(trip=place.trip)
    # Whoever changed a journey is looked for in the book.
    type(place.trip).objects.update(version=2)
    CaregiverFactory(child=place.head, name="Bibi", recorded_by=sari)
    ServiceFactory(person=place.head, village=sari.region, noted_by=sari)
    LetterFactory(person=place.head, signed=True, signed_by=sari)
    FamilyCallFactory(trip=place.trip)
    ReferralFactory(trip=place.trip)
    client, address = client_of(sari), paper(place if paper is card else place.head)
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    asked = [query["sql"] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 12, "\n".join(query[:150] for query in asked)


@pytest.mark.parametrize(("kind", "name"), [("card", "kartu-rumah-tangga"), ("summary", "ringkasan-anggota")])
def test_file_is_named_without_a_person(client_of, sari, place, kind, name):
    answer = client_of(sari).get(card(place) if kind == "card" else summary(place.head))

    assert answer["Content-Disposition"] == f'attachment; filename="{name}-5203172006-2026-11-23.pdf"'


def test_printing_is_noted_about_its_record(client_of, sari, place):
    client = client_of(sari)
    client.get(card(place))
    client.get(summary(place.head))

    events = AuditEvent.objects.filter(act=Act.PRINTED).order_by("pk")
    assert [(event.record_id, event.region_code) for event in events] == [
        (str(place.household.pk), "5203172006"),
        (str(place.head.pk), "5203172006"),
    ]


@pytest.mark.parametrize("who", ["budi", "agus", "dewi", "adi"])
def test_paper_does_not_exist_for_others(client_of, place, who, request):
    client = client_of(request.getfixturevalue(who))

    assert [client.get(url).status_code for url in (card(place), summary(place.head))] == [404, 404]
    assert AuditEvent.objects.filter(act=Act.PRINTED).count() == 0


def test_pages_of_the_registry_lead_to_the_paper(client_of, rina, place):
    client = client_of(rina)

    pages = [client.get(record.get_absolute_url()).content.decode() for record in (place.household, place.head)]

    assert [url in page for url, page in zip((card(place), summary(place.head)), pages, strict=True)] == [True, True]
