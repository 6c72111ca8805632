"""The register's form: ready for the next visit, and its corrections."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from accounts.models import AuditEvent
from infopost.models import Service
from tests.factories.desk import ServiceFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

HOME, LIST = "/layanan/", "/layanan/daftar/"
VISIT = {
    "topic": "info",
    "given": "told",
    "way": "came",
    "minutes": "10",
    "happened_on_day": "24",
    "happened_on_month": "11",
    "happened_on_year": "2026",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def desk(client, place):
    """Sari's browser."""
    client.force_login(place.officer)
    return client


def address(name="service_note", *keys):
    return reverse(f"infopost:{name}", args=[*keys, new_id()])


def test_visit_of_a_nameless_woman_is_saved_and_the_page_waits_for_the_next(desk):
    done = desk.post(desk.get(HOME).context["form_action"], VISIT | {"sex": "P"})
    page = desk.get(done.url)

    service = Service.objects.get()
    assert (service.sex, service.people, service.minutes) == ("P", 1, 10)
    assert page.context["last"].who == "Tamu perempuan"
    assert page.context["form_action"] != done.url
    assert reverse("infopost:service_stand", args=[service.pk]) in page.content.decode()


def test_form_has_the_usual_answers_already(desk):
    form = desk.get(HOME).context["form"]

    assert [form[name].value() for name in ("way", "given", "minutes")] == ["came", "told", 10]
    assert str(form["happened_on"].value()) == "24 November 2026"


def test_name_in_the_registry_is_asked_about_once(desk, place):
    posted = VISIT | {"who": "kepala"}
    op = address()

    asked = desk.post(op, posted)
    form = asked.context["form"]
    saved = desk.post(op, posted | {"searched": "kepala", "person": str(place.head.pk)})

    assert [key for key, _ in form.fields["person"].choices] == [str(place.head.pk), "guest"]
    assert (asked.status_code, form.errors, saved.status_code) == (200, {}, 302)
    assert Service.objects.get().person_id == place.head.pk
    assert "orang di pos" in AuditEvent.objects.filter(act="listed").latest("pk").reason


def test_visitor_with_a_name_like_somebodys_is_a_visitor(desk):
    desk.post(address(), VISIT | {"who": "kepala", "searched": "kepala", "person": "guest", "sex": "L"})

    service = Service.objects.get()
    assert (service.person_id, service.visitor_name) == (None, "kepala")


def test_name_that_nobody_bears_is_saved_at_once(desk):
    done = desk.post(address(), VISIT | {"who": "Inaq Zzz", "sex": "P"})

    assert (done.status_code, Service.objects.get().visitor_name) == (302, "Inaq Zzz")


def test_stranger_is_neither_found_nor_saved(desk, place_of, budi):
    stranger = place_of(budi)

    looked = desk.post(address(), VISIT | {"who": stranger.mark, "find": "1"})
    forged = desk.post(address(), VISIT | {"person": str(stranger.head.pk)})

    assert looked.context["form"].is_found is False
    assert (forged.status_code, Service.objects.count()) == (200, 0)


def test_whole_nik_finds_its_bearer_and_is_nobodys_name(desk, place):
    found = desk.post(address(), VISIT | {"who": place.head.nik})
    refused = desk.post(address(), VISIT | {"who": "5203172005706996", "sex": "L"})

    assert found.context["form"].fields["person"].choices[0][0] == str(place.head.pk)
    assert refused.context["form"].errors == {
        "who": ["Nama tamu tidak memakai angka. Nomor hanya untuk mencari yang terdata."]
    }


def test_page_of_a_person_brings_him_along(desk, place):
    page = desk.get(f"/layanan/catat/?orang={place.head.pk}", follow=True)

    assert page.context["form"]["person"].value() == str(place.head.pk)


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"topic": ""}, {"topic": ["Pilih salah satu."]}),
        ({"sex": ""}, {"sex": ["Pilih laki-laki atau perempuan."]}),
        ({"happened_on_year": "2027"}, {"happened_on": ["Tanggal ini belum terjadi. Periksa lagi tahunnya."]}),
        (
            {"follow_up_on_day": "1", "follow_up_on_month": "11", "follow_up_on_year": "2026"},
            {"follow_up_on": ["Tanggalnya lebih dulu daripada layanannya."]},
        ),
    ],
)
def test_what_cannot_be_says_what_to_do_and_keeps_what_was_typed(desk, answers, errors):
    page = desk.post(address(), VISIT | {"sex": "L", "note": "minta brosur", "who": "Zzz"} | answers)

    assert page.context["form"].errors == errors
    assert page.context["form"]["note"].value() == "minta brosur"


def test_visit_resent_is_one_visit(desk):
    op = address()

    answers = [desk.post(op, VISIT | {"sex": "P"}).url for _ in range(2)]

    assert answers[0] == answers[1]
    assert Service.objects.count() == 1


def test_second_editor_sees_both(desk, sari):
    service = ServiceFactory(village=sari.region, noted_by=sari, minutes=20, version=2)

    page = desk.post(address("service_change", service.pk), VISIT | {"sex": "P", "version": "1"})

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("20 menit", "10 menit")
    ]


def test_mistake_is_taken_back_and_counts_again(desk, sari):
    service = ServiceFactory(village=sari.region, noted_by=sari)
    states = []
    for version, what in (("1", "withdraw"), ("2", "restore")):
        desk.post(address("service_stand", service.pk), {"what": what, "version": version})
        states.append(desk.get(LIST).context["total"])

    assert states == [0, 1]


def test_talk_is_noted_and_corrected(desk):
    about = {name: VISIT[name] for name in VISIT if name.startswith("happened")} | {"topic": "info", "given": "told"}
    desk.post(address("gathering_note"), about | {"women": "24", "men": "8", "minutes": "90", "hamlet": "Mangsit"})
    service = Service.objects.get()
    desk.post(address("gathering_change", service.pk), about | {"women": "25", "men": "8", "version": "1"})

    service.refresh_from_db()
    assert (service.people, service.minutes, service.version) == (33, 60, 2)
    assert desk.get(reverse("infopost:service_change", args=[service.pk])).status_code == 404


def test_promise_leads_to_its_outcome(desk, sari):
    service = ServiceFactory(village=sari.region, noted_by=sari, promised=True)

    desk.post(address("service_follow", service.pk), {"outcome": "done", "version": "1"})

    service.refresh_from_db()
    assert service.follow_up == "done"
