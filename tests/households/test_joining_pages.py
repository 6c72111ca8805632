"""The pages of joining, leaving and coming back."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from households.models import Household, Person
from tests.households.forms import member_post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
NEWBORN = {"name": "Zahra", "relation": "mother", "sex": "P", "birth": (3, 11, 2026), "nik_missing": "not_issued"}
BRIDE = {"name": "Sahnim", "relation": "wife", "sex": "P", "birth": ("", "", 1985), "nik_missing": "not_at_hand"}


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def post(client, page, record, /, *, follow=False, **answers):
    address = reverse(f"households:{page}", args=[record.pk, new_id()])
    version = record.version if isinstance(record, Person) else client.get(address).context["version"]
    return client.post(address, {"version": str(version)} | answers, follow=follow)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_newborn_is_a_member_from_its_birth_with_the_place_that_its_mother_gives_it(client, place):
    post(client, "person_marry", place.household, **member_post(BRIDE))
    mother = Person.objects.get(name="Sahnim")

    post(client, "person_born", place.household, **member_post(NEWBORN), mother=str(mother.pk))

    child = Person.objects.get(name="Zahra")
    assert (child.relation, child.mother, child.joined_on, child.joined_how) == (
        "child",
        mother,
        child.birth_on,
        "born",
    )
    assert "Zahra: lahir, menjadi anggota keluarga" in read(client, place.household)


def test_newborn_without_a_mother_on_the_form_has_no_certain_relation(client, place):
    post(client, "person_born", place.household, **member_post(NEWBORN))

    assert Person.objects.get(name="Zahra").relation == ""


def test_newborn_without_a_birth_or_older_than_its_mother_is_refused(client, place):
    wrong = post(client, "person_born", place.household, **member_post(NEWBORN | {"birth": ("", "", "")}))
    older = member_post(NEWBORN | {"birth": ("", "", 2010)}) | {"mother": str(place.child.pk)}
    refused = post(client, "person_born", place.household, **older)

    assert list(wrong.context["form"].errors) == ["birth"]
    assert refused.context["form"].errors["mother"] == ["Anak ini lahir lebih awal dari ibunya. Periksa keduanya."]
    assert place.household.members.count() == 2


def test_who_married_in_is_a_member_since_the_wedding(client, place):
    post(client, "person_marry", place.household, **member_post(BRIDE | {"joined": (5, 11, 2026)}))

    bride = Person.objects.get(name="Sahnim")
    assert (bride.joined_on.isoformat(), bride.joined_how, bride.relation) == ("2026-11-05", "married", "wife")
    assert "Menikah masuk ke keluarga ini" in read(client, bride)


def test_member_added_later_says_how_and_not_before_the_birth(client, place):
    answers = member_post(BRIDE | {"relation": "relative", "joined": ("", "", 1980)}) | {"joined_how": "moved"}

    early = post(client, "person_add", place.household, **answers)
    unsaid = post(client, "person_add", place.household, **{**answers, "joined_how": ""})

    assert early.context["form"].errors["joined"] == ["Lebih awal dari tahun lahirnya. Periksa keduanya."]
    assert unsaid.context["form"].errors["joined_how"] == ["Pilih bagaimana orang ini menjadi anggota."]


def test_joining_is_corrected_on_a_page_of_its_own(client, place):
    post(client, "person_joined", place.child, joined_how="adopted", joined_month="5", joined_year="2026")

    child = Person.objects.get(pk=place.child.pk)
    assert (child.joined_how, child.joined_on.isoformat(), child.joined_precision) == ("adopted", "2026-05-01", "month")
    assert "Menjadi anak angkat" in read(client, child)


def test_who_left_has_a_line_in_words_no_place_in_the_count_and_comes_back(client, place):
    post(client, "person_leave", place.child, how="moved", left_year="2026")
    left = Person.objects.get(pk=place.child.pk)
    page, family = read(client, left), read(client, place.household)

    post(client, "person_leave", left, what="happened")

    assert "Keluar dari keluarga: pindah sendiri" in page
    assert "Sudah keluar" in family
    assert "1 anggota" in family
    assert "2 anggota" in read(client, place.household)
    assert "Kembali menjadi anggota" in read(client, left)


def test_leaving_without_a_reason_is_refused_and_by_mistake_taken_back(client, place):
    refused = post(client, "person_leave", place.child, left_year="2026")
    post(client, "person_leave", place.child, how="married")

    post(client, "person_leave", Person.objects.get(pk=place.child.pk), what="mistake")

    assert refused.context["form"].errors["how"] == ["Pilih alasannya."]
    assert Person.objects.get(pk=place.child.pk).left_on is None


def test_leaving_of_the_head_leads_to_the_new_head(client, place):
    response = post(client, "person_leave", place.head, follow=True, how="separated", left_year="2026")
    household = Household.objects.get(pk=place.household.pk)

    post(client, "household_head", household, head=str(place.child.pk), old_relation="parent")

    assert Person.objects.get(pk=place.child.pk).relation == "head"
    assert response.context["form"].fields["head"].choices[0][0] == str(place.child.pk)


def test_second_editor_of_a_leaving_compares(client, place):
    stale = place.child
    post(client, "person_joined", stale, joined_how="adopted", joined_year="2026")

    response = post(client, "person_leave", stale, how="moved", left_year="2026")

    assert response.context["compared"] == [
        {"label": "Keanggotaan", "saved": "anggota", "yours": "bukan anggota lagi", "differs": True}
    ]


def queries(client, record):
    read(client, record)  # takes the message of the act before
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        read(client, record)
    return len(asked)


def test_pages_ask_the_book_once_for_who_noted_coming_and_leaving_and_once_more_for_who_was_away(client, place):
    family, person = queries(client, place.household), queries(client, place.child)
    post(client, "person_leave", place.child, how="moved", left_year="2026")
    left = queries(client, place.household), queries(client, place.child)
    post(client, "person_leave", Person.objects.get(pk=place.child.pk), what="happened")

    assert (left, queries(client, place.child)) == ((family + 1, person + 1), person + 2)
