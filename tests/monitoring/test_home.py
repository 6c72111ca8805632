"""The first page, as each office sees it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.actions import offer_move
from households.choices import Relation
from monitoring.first_page import Report
from tests.factories.desk import ServiceFactory
from tests.factories.households import ConsentFactory, PersonFactory
from tests.factories.journeys import ContactLossFactory, TripDocumentFactory
from tests.factories.letters import LetterFactory
from tests.monitoring.conftest import NOW, family, known, member, on, went
from toolkit.dates import PartialDate

pytestmark = pytest.mark.usefixtures("morning")


def bereaved(officer, name, died="2026-11-10"):
    """A family whose head has died and who has no other."""
    household = family(officer, "2026-11-01")
    ConsentFactory(household=household)
    member(household, name, relation=Relation.HEAD, died_on=on(died), died_precision="day", died_known_at=known(died))
    PersonFactory(household=household, name=f"Anak {name}")
    return household


def test_home_greets_and_counts(village, sari, client_of):
    context = client_of(sari).get("/").context

    assert (context["greeting"], context["day"]) == ("Selamat pagi", "Senin")
    assert [(figure["number"], figure["word"]) for figure in context["figures"]] == [
        ("5", "naik 2 sejak Oktober"), ("3", "naik 1 sejak Oktober"), ("1", "naik 1 sejak Oktober"),
        ("2", "1 belum terdata tanggal lahirnya"),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["sari", "mahdi", "rina", "dewi"])
def test_home_figures_are_those_of_the_report(who, village, client_of, request):
    client = client_of(request.getfixturevalue(who))

    counts = client.get(reverse("monitoring:report_households")).context["report"].counts

    assert [figure["number"] for figure in client.get("/").context["figures"]] == [
        str(counts[code]) for code in ("G1.2", "G2.2", "G2.3", "G1.5")
    ]


def test_home_counts_once_until_somebody_writes(village, sari, client_of):
    client, figures, asked = client_of(sari), [], []

    def look():
        with CaptureQueriesContext(connection) as queries:
            figures.append([figure["number"] for figure in client.get("/").context["figures"]])
        asked.append(len(queries))

    look()
    look()
    went(member(family(sari, "2026-11-01"), "Nurul"), "TW", departed="2026-11-02")
    look()

    assert figures == [["5", "3", "1", "2"], ["5", "3", "1", "2"], ["6", "4", "1", "2"]]
    assert asked[1] < asked[0]


def test_home_of_the_receiving_village_shows_an_offer_at_once(sari, budi, client_of):
    household = family(budi, "2026-11-01")
    ConsentFactory(household=household)
    member(household, "Ani", relation=Relation.HEAD)
    before = client_of(sari).get("/").context["waiting"].total
    offer_move(
        by=budi, household_id=household.pk, version=household.version, to_village=sari.region,
        moved=PartialDate(), note="", today=NOW.date(),
    )  # fmt: skip

    assert (before, client_of(sari).get("/").context["waiting"].total) == (0, 1)


def test_home_counts_what_the_post_did_this_month(sari, client_of):
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=on("2026-11-03"))
    ServiceFactory(village=sari.region, noted_by=sari, gathering=True, happened_on=on("2026-11-04"))
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=on("2026-10-31"))

    post = client_of(sari).get("/").context["post"]

    assert [(count, word) for count, word, _ in post] == [
        ("2", "layanan"), ("33", "orang dilayani"), ("0", "surat"), ("0", "dokumen dibantu"), ("0", "rujukan"),
        ("0", "kontak keluarga"),
    ]  # fmt: skip
    assert post[1][2] == post[0][2] != ""


def test_home_of_a_kabupaten_counts_whom_its_posts_reached(sari, rina, client_of):
    ServiceFactory(village=sari.region, noted_by=sari, gathering=True, happened_on=on("2026-11-04"))

    assert client_of(rina).get("/").context["post"][1][:2] == ("32", "orang dilayani")


def test_home_says_how_complete_the_answers_are(sari, client_of):
    member(family(sari, "2026-11-01", family_card_number="5203990101200001"), "Ani", relation="", born=None)

    # One of one about the family; of four about the person only the sex has an answer.
    assert client_of(sari).get("/").context["answered"] == 40


def test_home_tells_the_day_the_most_pressing_first(sari, client_of):
    family(sari, "2026-01-01", needs_check=True)
    bereaved(sari, "Ani")

    waiting = client_of(sari).get("/").context["waiting"]

    assert [(entry.urgency.word, entry.act) for entry in waiting.entries] == [
        ("Terlambat 6 hari", "Pilih kepala baru"),
        ("Minggu ini", "Lihat daftar"),
        ("Minggu ini", "Lihat daftar"),
        ("Minggu ini", "Lihat daftar"),
    ]


def test_home_counts_what_has_no_line_of_its_own(sari, client_of):
    for day in (11, 12, 13, 14, 15):
        bereaved(sari, f"Warga {day}", died=f"2026-11-{day}")

    entries = client_of(sari).get("/").context["waiting"].entries

    assert [entry.title for entry in entries][-1] == (
        "2 keluarga lagi: kepala keluarga meninggal, belum ada penggantinya"
    )


def test_home_that_names_a_family_is_noted(sari, client_of):
    client = client_of(sari)
    client.get("/")
    bereaved(sari, "Ani")
    client.get("/")

    event = AuditEvent.objects.get(act=Act.LISTED)
    assert (event.actor, event.region_code, event.reason) == (sari, "5203172006", "beranda")


def test_home_of_a_village_where_nothing_waits_says_so(sari, client_of):
    assert "tidak ada yang menunggu" in client_of(sari).get("/").content.decode()


def test_home_of_the_coordinator_puts_villages_that_are_behind_first(sari, budi, rina, client_of):
    for number in range(3):
        family(sari, "2026-11-01", needs_check=True, hamlet=f"Dusun {number}")
    family(budi, "2026-01-01")

    lines = client_of(rina).get("/").context["villages"].lines

    assert [(line.region.code, line.late) for line in lines] == [("5203212002", 1), ("5203172006", 0)]
    assert lines[1].waiting == [("Perlu dicek", 3), ("Persetujuan belum dicatat", 3)]


def test_villages_are_looked_through_again_when_somebody_has_written_and_not_before(sari, rina, client_of):
    client = client_of(rina)
    family(sari, "2026-11-01", needs_check=True)
    client.get("/")
    with CaptureQueriesContext(connection) as again:
        client.get("/")
    family(sari, "2026-11-01", needs_check=True)

    assert [query for query in again if '"households_trip"' in query["sql"]] == []
    (line,) = client.get("/").context["villages"].lines
    assert line.waiting == [("Perlu dicek", 2), ("Persetujuan belum dicatat", 2)]


def test_home_of_a_monitor_names_nobody(sari, dewi, client_of):
    bereaved(sari, "Ani")

    answer = client_of(dewi).get("/")

    assert ("waiting" in answer.context, "villages" in answer.context, "Anak Ani" in answer.content.decode()) == (
        False,
    ) * 3


def test_home_of_the_head_shows_what_waits_for_his_hand(sari, mahdi, client_of):
    client = client_of(mahdi)
    client.get("/")
    letter = LetterFactory(person=member(family(sari, "2026-11-01"), "Ani"))
    page = client.get("/").content.decode()

    assert "1 surat menunggu tanda tangan Anda" in page
    assert f"/surat/{letter.pk}/tanda-tangan/" in page
    assert 'href="/rumah-tangga/' not in page
    # Without a name on it, the page is no reading.
    assert AuditEvent.objects.get(act=Act.LISTED).actor == mahdi


def test_home_of_an_administrator_leads_on_without_numbers(village, adi, client_of):
    answer = client_of(adi).get("/")

    assert ("figures" in answer.context, 'class="tile"' in answer.content.decode()) == (False, True)


@pytest.mark.parametrize(
    ("day", "period", "due"),
    [
        ("2026-11-23", "2026-11", "2026-12-05"),
        ("2026-11-05", "2026-10", "2026-11-05"),
        ("2026-11-06", "2026-11", "2026-12-05"),
        ("2027-01-05", "2026-12", "2027-01-05"),
    ],
)
def test_report_that_comes_next_is_due_on_the_fifth(day, period, due):
    report = Report.next_on(on(day), "5203172006")

    assert (report.period.code, report.due) == (period, on(due))


@pytest.mark.parametrize("who", ["sari", "rina"])
def test_home_asks_the_same_number_of_queries(who, sari, budi, client_of, request):
    user = request.getfixturevalue(who)
    client, asked = client_of(user), []
    client.get("/")
    for names in (("Ani",), ("Bayu", "Cici", "Dedi", "Eka")):
        for name in names:
            for officer in (sari, budi):
                bereaved(officer, name)
                away = went(member(family(officer, "2026-01-01", needs_check=True), name), "TW", departed="2025-01-01")
                ContactLossFactory(trip=away)
                TripDocumentFactory(trip=away, expires_on=on("2026-12-01"), expires_precision="day")
        # The first look keeps the numbers of villages that were written to.
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        asked.append(len(queries))

    assert asked == [asked[0]] * 2
    # Two are the savepoint around the note in the book.
    assert asked[0] <= 6 + 2
