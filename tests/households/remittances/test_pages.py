"""The pages about money sent home."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from households.models import Remittance
from tests.factories.households import ClosingFactory, VisitFactory
from tests.factories.living import NeedFactory, RemittanceFactory
from tests.households.remittances.asking import TENTHS, add, address, change, pages
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


def test_note_is_told_in_words_and_what_works_on_is_named(client, place):
    response = add(
        client, place, trip=str(place.trip.pk), receiver=str(place.child.pk), amount="from_1", channel="bank", **TENTHS
    )

    family, page = pages(client, place)
    assert response.url == reverse("households:household_remittances", args=[place.household.pk])
    assert "September 2026: 1 sampai 3 juta · 2 dari 10 bagian untuk usaha dan tabungan" in family
    assert "Dari 10 bagian: 5 kebutuhan sehari-hari, 3 sekolah anak, 2 usaha" in page
    assert "lewat: bank" in page


def test_year_is_summed_up_in_a_table(client, place):
    RemittanceFactory(household=place.household, used_daily=10, **dict.fromkeys(ZEROES, 0))
    add(client, place, **TENTHS)
    add(client, place, month="12", year="2025")

    page = client.get(reverse("households:household_remittances", args=[place.household.pk]))

    years = page.context["years"]
    assert '<th scope="row">2026</th>' in page.content.decode()
    assert [(line.year, line.notes, line.usual, line.most, line.invested) for line in years] == [
        (2026, 2, "1 sampai 3 juta", "Kebutuhan sehari-hari", "1 dari 10"),
        (2025, 1, "Belum ditanyakan", "Belum ditanyakan", "Belum ditanyakan"),
    ]


ZEROES = [f"used_{use}" for use in ("school", "debt", "house", "business", "savings", "goods", "health", "worship")]


@pytest.mark.parametrize(
    ("answers", "field", "why"),
    [
        ({"daily": "5", "school": "3"}, "__all__", "Jumlahnya 8 bagian, masih kurang 2."),
        ({"daily": "lima"}, "daily", "Tulis angka 0 sampai 10."),
        ({"daily": "11"}, "daily", "Tulis angka 0 sampai 10."),
    ],
)
def test_parts_that_do_not_fit_are_told_and_stay_as_typed(client, place, answers, field, why):
    page = add(client, place, amount="over_10", **answers)

    errors = page.context["form"].tenths.errors
    assert (list(errors), errors[field][0].startswith(why)) == ([field], True)
    assert why in page.content.decode()
    assert page.context["form"]["amount"].value() == "over_10"
    assert {name: page.context["form"].tenths[name].value() for name in answers} == answers
    assert Remittance.objects.count() == 0


def test_month_to_come_is_refused_and_a_quarter_is_found_by_any_of_its_months(client, place):
    future = add(client, place, month="12", year="2026")
    add(client, place, span="quarter", month="8")

    assert list(future.context["form"].errors) == ["month"]
    assert Remittance.objects.get().when == "Juli sampai September 2026"


def test_second_note_of_the_same_month_is_refused_in_words(client, place):
    add(client, place)

    page = add(client, place)

    assert page.context["form"].non_field_errors()[0].startswith("Kiriman untuk masa itu sudah dicatat.")


def test_only_the_familys_own_are_offered(client, place, place_of, budi):
    place_of(budi)
    form = client.get(address("add", place.household)).context["form"]

    offered = {value for name in ("trip", "receiver") for value, _ in form.fields[name].choices}
    answers = {"outside", "refused", "unknown", "unasked"}
    assert offered == {"", str(place.trip.pk), str(place.head.pk), str(place.child.pk), *answers}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("outside", "diterima orang di luar keluarga"),
        ("refused", "penerima: tidak bersedia menjawab"),
        ("unknown", "penerima: belum diketahui"),
    ],
)
def test_receiver_outside_the_family_is_an_answer_and_is_taken_back(client, place, answer, told):
    add(client, place, receiver=answer)
    noted = Remittance.objects.get()
    before = pages(client, place)[1]

    change(client, noted, receiver="unasked")

    assert (noted.receiver, noted.receiver_answer, told in before) == (None, answer, True)
    assert (Remittance.objects.get().receiver_answer, told in pages(client, place)[1]) == ("", False)


def test_receiver_of_the_family_takes_the_place_of_one_outside(client, place):
    add(client, place, receiver="outside")

    change(client, Remittance.objects.get(), receiver=str(place.child.pk))

    noted = Remittance.objects.get()
    assert (noted.receiver, noted.receiver_answer) == (place.child, "")


@pytest.mark.parametrize("name", ["amount", "channel", "receiver"])
def test_answer_on_a_new_note_that_was_tapped_is_taken_back(client, place, name):
    form = client.get(address("add", place.household), follow=True).context["form"]
    add(client, place, **{name: "unasked"})

    noted = Remittance.objects.get()
    assert ("unasked", "Belum ditanyakan") in form.fields[name].choices
    assert (noted.amount, noted.channel, noted.receiver, noted.receiver_answer) == ("", "", None, "")


def test_note_is_corrected_and_an_answer_taken_back(client, place):
    add(client, place, amount="from_1", **TENTHS)
    noted = Remittance.objects.get()

    change(client, noted, amount="unasked", month="8")

    noted.refresh_from_db()
    assert (noted.when, noted.amount, noted.invested) == ("Agustus 2026", "", None)


def test_note_by_mistake_goes_and_the_same_form_again_leads_where_it_led(client, place):
    add(client, place)
    noted, op = Remittance.objects.get(), new_id()

    urls = [change(client, noted, op, what="mistake", daily="11").url for _ in range(2)]
    back = client.get(address("change", noted, op))

    assert (Remittance.objects.count(), len({*urls, back.url})) == (0, 1)
    assert client.get(address("change", noted)).status_code == 404
    history = client.get(f"{place.household.get_absolute_url()}riwayat/").content.decode()
    assert "Keterangan: catatan kiriman yang keliru dihapus" in history


def test_second_editor_compares_the_parts_too(client, place):
    add(client, place, **TENTHS)
    stale = Remittance.objects.get()
    change(client, stale, **TENTHS | {"business": "1", "savings": "1"})

    page = change(client, stale, **TENTHS | {"business": "0", "debt": "2"})

    differing = {row["label"]: (row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]}
    assert differing == {"Bayar utang": ("–", "2"), "Usaha": ("1", "–"), "Tabungan": ("1", "–")}


def test_same_form_twice_has_one_effect_and_another_is_compared(client, place):
    op = new_id()
    urls = [add(client, place, op, amount="from_1").url for _ in range(2)]
    other = add(client, place, op, amount="over_10")

    assert (len(set(urls)), Remittance.objects.count()) == (1, 1)
    assert [row["saved"] for row in other.context["compared"] if row["differs"]] == ["1 sampai 3 juta"]


def test_coordinator_reads_without_acts(client_of, client, place, rina):
    add(client, place)

    family, page = pages(client_of(rina), place)
    assert ("/kiriman/" in family, "/ubah/" in page, "/baru/" in page, "September 2026" in page) == (
        True, False, False, True,
    )  # fmt: skip


@pytest.mark.parametrize("many", [1, 3])
def test_pages_ask_at_most_twelve_queries(client, place, sari, many):
    for number in range(1, many + 1):
        add(client, place, month=str(number), trip=str(place.trip.pk), receiver=str(place.child.pk))
        VisitFactory(household=place.household, visited_on=dt.date(2026, 11, number))
        NeedFactory(household=place.household, noted_on=dt.date(2026, 1, number), met_on=dt.date(2026, 11, number))
    ClosingFactory(household=place.household)

    urls = place.household.get_absolute_url(), reverse("households:household_remittances", args=[place.household.pk])
    for url in urls:
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        # The tests' own transaction turns that of the book into savepoints.
        assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= 12
