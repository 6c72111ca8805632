"""Messages: only to families that agreed, only prepared texts, and opened in the officer's own WhatsApp."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.models import Household
from infopost import actions
from infopost.message_texts import read_messages
from infopost.models import Message, WritingConsent
from infopost.rules.messages import faults_of, fill, first_name, number_of
from tests.factories.desk import MessageFactory, WritingConsentFactory
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 24)
YESTERDAY = {"day_day": "23", "day_month": "11", "day_year": "2026"}
ON = {"on_day": "24", "on_month": "11", "on_year": "2026"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    """Korleko's family, which reads WhatsApp."""
    place = place_of(sari)
    known = place.household.circumstances
    known.phone, known.phone_answer, known.whatsapp_answer = "+628123456789", "number", "same"
    known.save()
    return place


@pytest.fixture
def consent(place):
    return WritingConsentFactory(household=place.household, noted_by=place.officer)


@pytest.fixture
def desk(client, place):
    """Sari's browser."""
    client.force_login(place.officer)
    return client


def address(name, key):
    return reverse(f"infopost:{name}", args=[key, new_id()])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Salam {nama} dari {desa}, {hari} di {tempat}, {jam}.", []),
        ("NIK {nik}", ["unknown place: nik", "private word: NIK", "private word: nik"]),
        ("Ibu sakit", ["private word: sakit"]),
        ("Telepon 08123456789", ["a number"]),
        ("a" * 401, ["too long"]),
    ],
)
def test_text_that_may_not_be_sent_is_seen(text, faults):
    assert faults_of(text) == faults


def test_prepared_texts_may_all_be_sent():
    assert [faults_of(message.text) for message in read_messages().values()] == [[]] * 4


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Sari Wulandari", "Sari"),
        ("Lalu Ahmad Hadi", "Ahmad"),
        ("H. Saleh", "Saleh"),
        ("Baiq Nur'aini", "Nur'aini"),
        ("Inaq", "Inaq"),
        ("3 <b>", "Keluarga"),
    ],
)
def test_family_is_called_by_a_first_name(name, first):
    assert first_name(name) == first


def test_what_was_put_in_is_not_looked_at_again():
    assert fill("{nama}, {desa}", {"nama": "{desa}", "desa": "Korleko"}) == "{desa}, Korleko"


@pytest.mark.parametrize(("answer", "number"), [("same", "+62811"), ("other", "+62822"), ("none", ""), ("", "")])
def test_number_is_the_one_under_which_the_family_reads(answer, number):
    assert number_of(answer, phone="+62811", whatsapp="+62822") == number


@pytest.mark.django_db
def test_consent_is_given_ended_resumed_and_taken_back(place):
    about = {"by": place.officer, "consent_id": new_id()}
    given = actions.allow_writing(household_id=place.household.pk, given_on=TODAY, how="spoken", **about)
    ended = actions.end_writing(version=1, ended_on=TODAY, **about)
    resumed = actions.resume_writing(version=2, **about)
    gone = actions.withdraw_writing(version=3, **about)

    assert (given.village_id, ended.ended_on, resumed.ended_on, bool(gone.withdrawn_at)) == (
        "5203172006",
        TODAY,
        None,
        True,
    )


@pytest.mark.django_db
def test_nothing_is_written_without_consent(place, consent):
    about = {"by": place.officer, "household_id": place.household.pk, "code": "come", "text": "Mohon datang."}
    actions.end_writing(by=place.officer, consent_id=consent.pk, version=1, ended_on=TODAY)

    with pytest.raises(ValidationError):
        actions.prepare_message(message_id=new_id(), **about)
    with pytest.raises(ValidationError):
        actions.open_message(by=place.officer, message_id=MessageFactory(household=place.household).pk)


@pytest.mark.django_db
def test_strangers_and_older_versions_are_refused(place, budi, consent):
    message = MessageFactory(household=place.household, opened=True, version=2)

    with pytest.raises(Household.DoesNotExist):
        actions.allow_writing(
            by=budi, household_id=place.household.pk, consent_id=new_id(), given_on=TODAY, how="spoken"
        )
    with pytest.raises(Message.DoesNotExist):
        actions.open_message(by=budi, message_id=message.pk)
    with pytest.raises(WritingConsent.DoesNotExist):
        actions.end_writing(by=budi, consent_id=consent.pk, version=1, ended_on=TODAY)
    with pytest.raises(StaleVersion):
        actions.cancel_message(by=place.officer, message_id=message.pk, version=1)


@pytest.mark.django_db
def test_family_agrees_and_gets_a_message(desk, place):
    done = desk.post(address("writing_consent_note", place.household.pk), ON | {"what": "give", "how": "spoken"})
    ready = desk.post(
        desk.get(done.url, follow=True).context["form_action"], {"code": "come", "person": str(place.head.pk)}
    )
    page = desk.get(ready.url).content.decode()

    message = Message.objects.get()
    assert message.text.startswith("Salam dari pos Desa Korleko. kanari")
    assert message.opened_at is None
    assert ("0812-3456-789" in page, place.head.name in message.text) == (True, False)


@pytest.mark.django_db
def test_message_is_opened_in_whatsapp_and_counts_as_sent(desk, place, consent):
    message = MessageFactory(household=place.household, noted_by=place.officer)

    answer = desk.post(reverse("infopost:message_open", args=[message.pk]))

    message.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, "https://wa.me/628123456789?text=Mohon+datang+ke+pos.")
    assert (message.is_sent, answer["Cache-Control"]) == (True, "no-store")
    assert AuditEvent.objects.latest("pk").fields == ["opened_at"]


@pytest.mark.django_db
def test_message_that_was_not_sent_after_all_says_so_and_back(desk, place, consent):
    message = MessageFactory(household=place.household, noted_by=place.officer, opened=True)
    states = []
    for version, what in (("1", "cancel"), ("2", "restore")):
        desk.post(address("message_stand", message.pk), {"what": what, "version": version})
        message.refresh_from_db()
        states.append(message.is_sent)

    assert states == [False, True]


@pytest.mark.django_db
def test_message_is_not_opened_without_consent_or_number(desk, place):
    message = MessageFactory(household=place.household, noted_by=place.officer)
    url = reverse("infopost:message_open", args=[message.pk])

    without_consent = desk.post(url, follow=True).content.decode()
    WritingConsentFactory(household=place.household, noted_by=place.officer)
    place.household.circumstances.delete()
    without_number = desk.post(url)

    assert "belum mengizinkan ditulisi" in without_consent
    assert without_number.url == message.get_absolute_url()
    assert Message.objects.get().opened_at is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"code": "schedule"}, {"day": ["Isi harinya."]}),
        ({"code": "schedule", **YESTERDAY}, {"day": ["Hari itu sudah lewat."]}),
        ({}, {"code": ["Pilih salah satu."]}),
    ],
)  # fmt: skip
def test_message_that_cannot_be_says_what_to_do(desk, place, consent, answers, errors):
    page = desk.post(address("message_prepare", place.household.pk), {"person": str(place.head.pk)} | answers)

    assert page.context["form"].errors == errors


@pytest.mark.django_db
def test_consent_ends_by_the_page_and_not_before_it_began(desk, place, consent):
    url = address("writing_consent_note", place.household.pk)

    early = desk.post(url, ON | {"what": "end", "on_day": "1", "version": "1"})
    done = desk.post(url, ON | {"what": "end", "version": "1"})

    assert early.context["form"].errors == {"on": ["Tanggal ini lebih awal dari izinnya."]}
    assert (done.status_code, WritingConsent.objects.get().ended_on) == (302, TODAY)


@pytest.mark.django_db
def test_list_takes_as_many_queries_for_many_as_for_few(desk, place, django_assert_max_num_queries):
    MessageFactory.create_batch(30, household=place.household, noted_by=place.officer, opened=True)

    with django_assert_max_num_queries(12):
        page = desk.get("/pesan/")

    assert len(page.context["rows"]) == 25
    assert page.context["rows"][0]["family"] == f"Keluarga {place.head.name}"


@pytest.mark.django_db
def test_page_of_a_person_says_whether_the_family_may_be_written_to(desk, place):
    url = f"/layanan/orang/{place.head.pk}/"
    without = desk.get(url).content.decode()
    WritingConsentFactory(household=place.household, noted_by=place.officer)

    assert ["boleh ditulisi" in page for page in (without, desk.get(url).content.decode())] == [False, True]


@pytest.mark.parametrize(("born", "offered"), [("2026-10-01", False), ("2011-11-25", False), ("2011-11-24", True)])
def test_message_speaks_to_no_child(desk, place, consent, born, offered):
    place.child.birth_on, place.child.birth_precision = dt.date.fromisoformat(born), "day"
    place.child.save()

    form = desk.get(address("message_prepare", place.household.pk)).context["form"]

    assert (str(place.child.pk) in form.people) is offered
