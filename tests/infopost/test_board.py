"""Work and training now: each keeper tells for his own region, and what is over is gone from the page by itself."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from infopost.actions import add_job_order, change_entry, change_job_order, load_facts
from infopost.models import AgencyList, CalendarEntry, JobOrder
from infopost.offline import AHEAD
from tests.factories.infopost import AgencyFactory, AgencyListFactory, CalendarEntryFactory, JobOrderFactory
from tests.factories.regions import MembershipFactory, RegionFactory
from tests.walk.html import Page
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
PAGE, KIOSK, NEIGHBOUR = "/info/lowongan/", "/pos/5203172006/lowongan/", "/pos/5203212002/lowongan/"
WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."
ORDER = {
    "agency_name": "PT Melati Contoh",
    "country": "MY",
    "sector": "plantation",
    "state": "open",
    "closes_on_day": "31",
    "closes_on_month": "12",
    "closes_on_year": "2026",
    "told_on_day": "20",
    "told_on_month": "11",
    "told_on_year": "2026",
    "source": "Surat contoh",
}
ENTRY = {
    "kind": "training",
    "title": "Pelatihan kue",
    "source": "Kantor desa",
    "starts_on_day": "1",
    "starts_on_month": "12",
    "starts_on_year": "2026",
    "told_on_day": "20",
    "told_on_month": "11",
    "told_on_year": "2026",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        load_facts()
        yield


@pytest.fixture
def kiosks(korleko, lenek_lauk):
    """Two villages take part in the programme."""
    for village in (korleko, lenek_lauk):
        MembershipFactory(village=village)


def titles(client, address):
    return [entry.title for entry in client.get(address).context["board"].entries]


def test_orders_are_sorted_by_their_closing_day_and_closed_ones_are_gone(client, dewi):
    for name, day in (("C", 5), ("A", 0), ("B", 2), ("lewat", -1)):
        JobOrderFactory(noted_by=dewi, agency_name=name, closes_on=TODAY + dt.timedelta(days=day))
    JobOrderFactory(noted_by=dewi, agency_name="terisi", state="filled")

    offers = client.get(PAGE).context["board"].offers

    assert [offer.order.agency_name for offer in offers] == ["A", "B", "C"]


def test_days_that_are_over_or_taken_off_are_gone(client, dewi):
    for title, ends in (("hari ini", 0), ("lewat", -1)):
        CalendarEntryFactory(noted_by=dewi, title=title, ends_on=TODAY + dt.timedelta(days=ends))
    CalendarEntryFactory(noted_by=dewi, title="ditarik", is_withdrawn=True)

    assert titles(client, PAGE) == ["hari ini"]


def test_each_post_shows_the_countrys_its_kabupatens_and_its_own(client, kiosks, dewi, sari):
    CalendarEntryFactory(noted_by=dewi, title="negara")
    CalendarEntryFactory(noted_by=dewi, title="kabupaten", region=RegionFactory(code="5203"))
    CalendarEntryFactory(noted_by=sari, title="desa", region=sari.region)

    assert titles(client, PAGE) == ["negara"]
    assert titles(client, KIOSK) == ["negara", "kabupaten", "desa"]
    assert titles(client, NEIGHBOUR) == ["negara", "kabupaten"]


@pytest.mark.parametrize(
    ("state", "listed_on", "words"),
    [
        ("active", "2026-11-01", "Perusahaannya ada di daftar berizin."),
        ("active", "2026-01-01", "Izin perusahaannya belum jelas."),
        ("revoked", "2026-11-01", "Izin perusahaan ini tidak berlaku."),
    ],
)
def test_order_is_told_with_what_the_list_says_of_its_company(client, dewi, state, listed_on, words):
    AgencyFactory(in_list=AgencyListFactory(brought_by=dewi, listed_on=listed_on), licence="X-1", state=state)
    JobOrderFactory(noted_by=dewi, licence="x 1")

    assert words in client.get(PAGE).content.decode()


def test_order_of_a_company_on_no_list_is_not_proved(client, dewi):
    JobOrderFactory(noted_by=dewi)
    without = client.get(PAGE).content.decode()
    AgencyListFactory(brought_by=dewi)

    assert [("belum jelas" in page) for page in (without, client.get(PAGE).content.decode())] == [True, True]
    assert AgencyList.objects.count() == 1


def test_order_to_a_country_that_is_shut_to_some_work_says_so(client, dewi):
    JobOrderFactory(noted_by=dewi, country="SA")
    JobOrderFactory(noted_by=dewi, country="TW")

    assert [offer.is_country_shut for offer in client.get(PAGE).context["board"].offers] == [True, False]


def test_every_row_has_its_source_and_day_and_invented_ones_say_so(client, dewi):
    JobOrderFactory(noted_by=dewi, is_invented=True)

    page = client.get(PAGE).content.decode()

    assert "Contoh, karangan. Seluruh Indonesia. Sumber: Surat contoh, 20 November 2026." in page
    assert "Ada contoh saja di halaman ini." in page


def test_page_takes_as_many_queries_for_many_rows_as_for_one(client, kiosks, dewi, django_assert_max_num_queries):
    AgencyListFactory(brought_by=dewi)
    JobOrderFactory.create_batch(20, noted_by=dewi, licence="X-1", region=RegionFactory(code="5203"))
    CalendarEntryFactory.create_batch(20, noted_by=dewi)

    # Fetched to be kept, a page is not counted.
    with django_assert_max_num_queries(7):
        client.get(KIOSK, headers={AHEAD: "1"})


def test_post_leads_nowhere_else(client, kiosks, dewi):
    JobOrderFactory(noted_by=dewi)

    page = Page(client.get(KIOSK).content.decode())

    links = [url for url in page.addresses if not url.startswith(("/static/", "data:", "#", "?", "/pos/5203172006/"))]
    assert (links, page.faults) == ([], [])


@pytest.mark.parametrize(("person", "region"), [("dewi", None), ("rina", "5203"), ("sari", "5203172006")])
def test_keeper_tells_for_his_own_region(request, client_of, person, region):
    client = client_of(request.getfixturevalue(person))

    done = [
        client.post(reverse(f"infopost:{name}_create", args=[new_id()]), answers).status_code
        for name, answers in (("job_order", ORDER), ("entry", ENTRY))
    ]

    assert done == [302, 302]
    assert [row.region_id for row in (JobOrder.objects.get(), CalendarEntry.objects.get())] == [region] * 2
    assert CalendarEntry.objects.get().ends_on == dt.date(2026, 12, 1)
    assert list(AuditEvent.objects.values_list("region_code", flat=True)) == [region or ""] * 2


@pytest.mark.parametrize("person", ["agus", "adi"])
def test_others_keep_no_board(request, client_of, person):
    user = request.getfixturevalue(person)

    assert client_of(user).get("/lowongan/").status_code == 404
    with pytest.raises(PermissionDenied):
        add_job_order(by=user, order_id=new_id(), values={})


def test_row_of_a_stranger_or_an_older_version_is_refused(sari, budi, rina, dewi):
    entry = CalendarEntryFactory(noted_by=sari, region=sari.region, version=2)
    national = JobOrderFactory(noted_by=dewi)

    with pytest.raises(CalendarEntry.DoesNotExist):
        change_entry(by=budi, entry_id=entry.pk, version=2, values={"title": "x"})
    for user in (sari, rina):
        with pytest.raises(JobOrder.DoesNotExist):
            change_job_order(by=user, order_id=national.pk, version=1, values={"state": "filled"})
    with pytest.raises(StaleVersion):
        change_entry(by=sari, entry_id=entry.pk, version=1, values={"title": "x"})


def test_order_is_filled_and_opened_again(client, dewi):
    order = JobOrderFactory(noted_by=dewi)

    change_job_order(by=dewi, order_id=order.pk, version=1, values={"state": "filled"})
    filled = len(client.get(PAGE).context["board"].offers)
    change_job_order(by=dewi, order_id=order.pk, version=2, values={"state": "open"})

    assert (filled, len(client.get(PAGE).context["board"].offers)) == (0, 1)


def test_order_resent_is_one_order_and_of_an_older_version_shows_both(client_of, dewi):
    client, address = client_of(dewi), reverse("infopost:job_order_create", args=[new_id()])
    answers = [client.post(address, ORDER).status_code for _ in range(2)]
    order = JobOrder.objects.get()
    change_job_order(by=dewi, order_id=order.pk, version=1, values={"agency_name": "PT Mawar Contoh"})

    page = client.post(reverse("infopost:job_order_change", args=[order.pk, new_id()]), ORDER | {"version": "1"})

    assert answers == [302, 302]
    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("PT Mawar Contoh", "PT Melati Contoh")
    ]


@pytest.mark.parametrize(
    ("name", "answers", "errors"),
    [
        ("job_order", ORDER | {"sector": ""}, {"sector": ["Pilih salah satu."]}),
        (
            "job_order",
            ORDER | {"closes_on_day": ""},
            {"closes_on": [WHOLE_DAY]},
        ),
        (
            "entry",
            ENTRY | {"ends_on_day": "30", "ends_on_month": "11", "ends_on_year": "2026"},
            {"ends_on": ["Hari terakhirnya lebih dulu daripada mulainya."]},
        ),
        ("entry", ENTRY | {"title": ""}, {"title": ["Bagian ini perlu diisi."]}),
    ],
)
def test_row_that_cannot_be_says_what_to_do_and_keeps_what_was_typed(client_of, dewi, name, answers, errors):
    page = client_of(dewi).post(reverse(f"infopost:{name}_create", args=[new_id()]), answers)

    assert page.context["form"].errors == errors
    assert page.context["form"]["source"].value() == answers["source"]
