"""What a person tells of schooling and work: the act, its inverse, and its page."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households.actions import change_profile
from households.entries import ProfileEntry
from households.models import Person
from households.rules.dates import is_asked_about_work
from tests.factories.households import PersonFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
TOLD = ProfileEntry(birth_place="Selong", education="junior", occupation="craftsman", occupation_words="menenun")


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def change(by, person, entry=TOLD, version=1):
    return change_profile(by=by, person_id=person.pk, version=version, entry=entry)


def post(client, person, **answers):
    address = reverse("households:profile_change", args=[person.pk, new_id()])
    return client.post(address, {"version": str(person.version), **answers})


def columns(person):
    person = Person.objects.get(pk=person.pk)
    return (person.birth_place, person.education, person.occupation, person.occupation_words, person.skills_missing)


@pytest.mark.parametrize(("age", "asked"), [(14, False), (15, True), (None, True)])
def test_work_is_a_question_from_fifteen_on(age, asked):
    assert is_asked_about_work(age) == asked


def test_profile_is_written_with_a_line_in_the_book_that_names_columns(sari, place):
    person = change(sari, place.head)

    assert (columns(person), person.version) == (("Selong", "junior", "craftsman", "menenun", ""), 2)
    event = AuditEvent.objects.filter(act=Act.CHANGED).latest("pk")
    assert event.fields == ["birth_place", "education", "occupation", "occupation_words"]


def test_profile_that_was_a_mistake_is_not_asked_again(sari, place):
    change(sari, place.head)
    change(sari, place.head, ProfileEntry(), version=2)

    assert columns(place.head) == ("", "", "", "", "")


def test_profile_knows_strangers_and_the_second_editor(sari, budi, rina, place):
    for other in (budi, rina):
        with pytest.raises(Person.DoesNotExist):
            change(other, place.head)
    with pytest.raises(StaleVersion):
        change(sari, place.head, version=9)

    assert columns(place.head) == ("", "", "", "", "")


@pytest.mark.parametrize("name", ["birth_place", "skills"])
def test_answer_in_words_and_a_reason_without_one_exclude_each_other(sari, place, name):
    with pytest.raises(ValidationError):
        change(sari, place.head, ProfileEntry(**{name: "Selong", f"{name}_missing": "refused"}))
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonFactory(**{name: "Selong", f"{name}_missing": "refused"})


def test_page_keeps_refused_unknown_and_not_asked_apart(client, place):
    post(client, place.head, education="refused", occupation="unknown", skills_missing="refused")

    page = client.get(place.head.get_absolute_url()).content.decode()
    assert page.count("Tidak bersedia menjawab") == 2
    assert "Belum ditanyakan: tempat lahir, masih sekolah, status perkawinan, usaha, minat pelatihan." in page


def test_page_with_words_needs_no_reason(client, place):
    post(client, place.head, birth_place="  Selong ", birth_place_missing="unknown", skills="menjahit")

    assert (columns(place.head)[0], Person.objects.get(pk=place.head.pk).birth_place_missing) == ("Selong", "")


def test_child_is_asked_of_school_alone_and_keeps_what_it_was_told_before(client, place):
    Person.objects.filter(pk=place.child.pk).update(marital="single")
    form = client.get(reverse("households:profile_change", args=[place.child.pk, new_id()])).context["form"]

    post(client, place.child, in_school="yes", occupation="farmer")

    child = Person.objects.get(pk=place.child.pk)
    assert "marital" not in form.fields
    assert (child.in_school, child.marital, child.occupation) == ("yes", "single", "")


def test_too_long_an_answer_stays_as_typed(client, place):
    response = post(client, place.head, birth_place="S" * 61, education="junior")

    form = response.context["form"]
    assert (list(form.errors), form["education"].value()) == (["birth_place"], "junior")
    assert columns(place.head) == ("", "", "", "", "")


def test_resent_page_has_one_effect_and_the_second_editor_compares(client, place):
    address = reverse("households:profile_change", args=[place.head.pk, new_id()])
    twice = [client.post(address, {"version": "1", "education": "junior"}).url for _ in range(2)]

    compared = post(client, place.head, education="senior").context["compared"]
    row = next(row for row in compared if row["differs"])
    assert (len(set(twice)), Person.objects.get(pk=place.head.pk).version) == (1, 2)
    assert (row["saved"], row["yours"]) == ("SMP atau sederajat", "SMA atau sederajat")


def test_neighbours_page_does_not_exist(client_of, place, budi):
    assert post(client_of(budi), place.head, education="junior").status_code == 404


@time_machine.travel(dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC), tick=False)
def test_page_of_a_grown_person_asks_about_work(client, place):
    form = client.get(reverse("households:profile_change", args=[place.head.pk, new_id()])).context["form"]

    assert {"marital", "occupation", "skills", "interest"} <= set(form.fields)


def test_member_who_lives_elsewhere_is_told_so_on_both_pages(client, place):
    post(client, place.child, lives_now="elsewhere")

    family, child = (client.get(one.get_absolute_url()).content.decode() for one in (place.household, place.child))
    assert "tinggal di tempat lain" in family
    assert "<dt>Tinggal sekarang</dt><dd>Di tempat lain di Indonesia</dd>" in child


def test_who_works_abroad_is_not_asked_where_he_lives_and_keeps_what_was_said_before(client, place):
    Person.objects.filter(pk=place.head.pk).update(lives_now="elsewhere")
    form = client.get(reverse("households:profile_change", args=[place.head.pk, new_id()])).context["form"]
    post(client, place.head, education="junior")

    pages = [client.get(one.get_absolute_url()).content.decode() for one in (place.household, place.head)]
    assert "lives_now" not in form.fields
    assert Person.objects.get(pk=place.head.pk).lives_now == "elsewhere"
    assert ["tinggal di tempat lain" in page or "Tinggal sekarang" in page for page in pages] == [False, False]


def test_business_beside_the_work_is_told_and_a_child_is_not_asked(client, place):
    post(client, place.head, occupation="farmer", own_business="shared")
    form = client.get(reverse("households:profile_change", args=[place.child.pk, new_id()])).context["form"]

    page = client.get(place.head.get_absolute_url()).content.decode()
    assert "<dt>Usaha</dt><dd>Ikut usaha keluarga atau kelompok</dd>" in page
    assert "own_business" not in form.fields
