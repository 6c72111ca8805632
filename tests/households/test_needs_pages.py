"""The pages on which needs are noted and met."""

import pytest
from django.urls import reverse

from households.models import Circumstances, Need
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    place = place_of(sari)
    place.need.delete()
    return place


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def note(client, place, version=0, **answers):
    address = reverse("households:household_needs", args=[place.household.pk, new_id()])
    return client.post(address, {"version": str(version), **answers})


def change(client, need, **answers):
    address = reverse("households:need_change", args=[need.pk, new_id()])
    return client.post(address, {"version": str(need.version), **answers})


def read(client, place):
    return client.get(place.household.get_absolute_url()).content.decode()


def test_needs_stand_on_the_page_and_in_the_line_until_they_are_met(client, place):
    note(client, place, kinds=["capital", "schooling"], told_day="3", told_month="11", told_year="2026")
    before = read(client, place)
    change(client, Need.objects.get(kind="capital"), what="happened", met_month="11", met_year="2026")

    after = read(client, place)
    assert "<p>Modal usaha · Sekolah anak</p>" in before
    assert "Menyebut kebutuhan: modal usaha" in before
    assert "<p>Sekolah anak</p>" in after
    assert "Terpenuhi: modal usaha" in after


def test_only_what_is_not_open_is_asked_again(client, place):
    note(client, place, kinds=["capital"])

    page = client.get(reverse("households:household_needs", args=[place.household.pk, new_id()]))

    offered = [value for value, _ in page.context["form"].fields["kinds"].choices]
    assert ("capital" in offered, "health" in offered) == (False, True)
    assert "needs_answer" not in page.context["form"].fields


@pytest.mark.parametrize(
    ("answer", "words"),
    [("none", "Tidak ada kebutuhan"), ("refused", "Kebutuhan: tidak bersedia menjawab"), ("", "Belum ditanyakan")],
)
def test_answer_without_a_need_is_told(client, place, answer, words):
    note(client, place, needs_answer=answer)

    assert f"<p>{words}</p>" in read(client, place)


def test_need_and_none_do_not_go_together_but_an_earlier_none_gives_way(client, place):
    both = note(client, place, kinds=["capital"], needs_answer="none")
    note(client, place, needs_answer="none")
    note(client, place, version=1, kinds=["capital"], needs_answer="none")

    assert list(both.context["form"].errors) == ["needs_answer"]
    assert both.context["form"]["kinds"].value() == ["capital"]
    assert (Need.objects.get().kind, Circumstances.objects.get().needs_answer) == ("capital", "some")


def test_unknown_kind_is_refused(client, place):
    assert note(client, place, kinds=["gold"]).status_code == 200
    assert Need.objects.count() == 0


def test_need_met_by_mistake_and_need_by_mistake(client, place):
    note(client, place, kinds=["capital"])
    change(client, Need.objects.get(), what="happened")
    change(client, Need.objects.get(), what="unmet")
    open_again = Need.objects.get().met_on
    response = change(client, Need.objects.get(), what="mistake")

    assert (open_again, Need.objects.count(), response.url) == (None, 0, place.household.get_absolute_url())


def test_met_in_a_year_before_is_refused_at_its_box(client, place):
    note(client, place, kinds=["capital"])

    page = change(client, Need.objects.get(), what="happened", met_year="2019")

    assert list(page.context["form"].errors) == ["met"]


def test_second_editor_compares(client, place):
    note(client, place, kinds=["capital"], told_day="3", told_month="11", told_year="2026")
    stale = Need.objects.get()
    change(client, stale, what="happened", met_month="11", met_year="2026")

    page = change(client, stale, what="happened", met_day="20", met_month="11", met_year="2026")
    again = note(client, place, kinds=["health"])

    assert page.context["compared"][0]["saved"] == "November 2026"
    assert again.context["compared"] == [
        {"label": "Kebutuhan", "saved": "semua yang disebut sudah terpenuhi", "yours": "Kesehatan", "differs": True}
    ]


def test_history_tells_of_needs_also_of_those_that_went(client, place):
    note(client, place, kinds=["capital", "health"])
    change(client, Need.objects.get(kind="health"), what="happened")
    change(client, Need.objects.get(kind="capital"), what="mistake")

    page = client.get(f"{place.household.get_absolute_url()}riwayat/").content.decode()
    assert "mencatat kebutuhan keluarga ini" in page
    assert "memperbarui kebutuhan keluarga ini" in page
    assert "Keterangan: catatan kebutuhan yang keliru dihapus" in page
    assert "mengubah alamat" not in page
