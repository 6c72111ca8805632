"""The pages on which an officer asks how a family lives."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import AuditEvent
from households.models import Circumstances, Household, Remittance, Trip
from households.views.living import section_lines
from tests.factories.households import TripFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
PHONE = {"phone": "0812 3456 7890", "whatsapp_answer": "same", "may_call": "named", "may_call_name": "Inaq Sari"}


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def address(section, place, op=None):
    return reverse(f"households:household_{section}", args=[place.household.pk, op or new_id()])


def post(client, section, place, version=0, op=None, **answers):
    return client.post(address(section, place, op), {"version": str(version), **answers})


def read(client, place):
    return client.get(place.household.get_absolute_url()).content.decode()


def known(place):
    return Circumstances.objects.get(household=place.household)


ROUND = {
    "dwelling": {"dwelling": "own"},
    "contact": PHONE,
    "aid": {"aid_pkh": "yes"},
    "income": {"income_band": "from_1"},
    "needs": {"needs_answer": "none"},
}


def first_round(client, place):
    """Where each section of a first round leads to."""
    Circumstances.objects.all().delete()
    urls = [post(client, section, place, **given).url for section, given in ROUND.items()]
    return [url.removeprefix(place.household.get_absolute_url()).partition("/")[0] for url in urls]


def test_first_round_leads_from_section_to_section_and_home(client, place):
    Remittance.objects.all().delete()
    Trip.objects.all().delete()

    assert first_round(client, place) == ["telepon", "bantuan", "penghasilan", "kebutuhan", ""]


@pytest.mark.parametrize(
    ("steps", "noted", "leads_to"),
    [
        ({"departed_on": dt.date(2025, 3, 4)}, False, "kiriman"),
        ({"departed_on": dt.date(2025, 3, 4), "returned_on": dt.date(2026, 3, 4)}, False, "kiriman"),
        ({"departed_on": dt.date(2025, 3, 4)}, True, "kebutuhan"),
        ({"prospective_on": dt.date(2025, 3, 4)}, False, "kebutuhan"),
        ({"departed_on": dt.date(2025, 3, 4), "cancelled_on": dt.date(2025, 3, 4)}, False, "kebutuhan"),
    ],
    ids=["away", "home", "noted already", "candidate", "mistake"],
)
def test_first_round_asks_what_is_sent_home_where_somebody_is_or_was_abroad(client, place, steps, noted, leads_to):
    if not noted:
        Remittance.objects.all().delete()
    Remittance.objects.update(trip=None)
    Trip.objects.all().delete()
    TripFactory(person=place.head, **steps)

    assert first_round(client, place)[3] == leads_to


def test_first_round_goes_on_from_what_is_sent_home_to_the_needs_with_and_without_an_answer(client, place):
    Remittance.objects.all().delete()
    first = first_round(client, place)
    Circumstances.objects.update(needs_told_on=None, needs_known_at=None, needs_answer="")
    door = reverse("households:remittance_add", args=[place.household.pk, new_id()])
    page = client.get(door)

    sent = client.post(door, {"span": "month", "month": "9", "year": "2026", "trip": "", "version": "0"})
    again = client.get(reverse("households:remittance_add", args=[place.household.pk, new_id()]))

    needs = f"{place.household.get_absolute_url()}kebutuhan/"
    assert first[3] == "kiriman"
    assert (page.context["back_url"].startswith(needs), page.context["back_label"]) == (True, "Lewati")
    assert sent.url.startswith(needs)
    assert (again.context["back_url"].startswith(needs), again.context["back_label"]) == (False, "Batal")


def test_page_of_a_family_tells_what_is_sent_home_before_its_needs(place):
    lines = section_lines(Household.objects.with_life().get(), locates=False)

    assert [line.title for line in lines][-3:] == ["Penghasilan", "Kiriman", "Kebutuhan"]


def test_asking_again_leads_home(client, place):
    post(client, "aid", place, aid_pkh="yes")

    assert post(client, "aid", place, version=1, aid_pkh="no").url == place.household.get_absolute_url()


def test_nothing_has_to_be_answered(client, place):
    for section in ("dwelling", "contact", "aid", "income"):
        assert post(client, section, place).status_code == 302

    assert (known(place).dwelling_told_on, known(place).income_told_on) == (None, None)


def test_page_tells_what_was_answered_and_what_nobody_asked(client, place):
    post(client, "contact", place, **PHONE)
    post(client, "aid", place, aid_registered="yes", aid_pkh="yes", aid_bpnt="no", aid_pip="refused")
    post(client, "income", place, income_source="refused", income_band="from_1", remittance_share="over_75")

    page = read(client, place)
    assert "0812-3456-7890 · WhatsApp nomor yang sama · boleh ditelepon: Inaq Sari" in page
    assert "Ya: DTSEN, PKH · tidak: BPNT · tidak bersedia menjawab: PIP" in page
    assert "Sumber: tidak bersedia menjawab · sebulan: 1 sampai 2 juta · dari kiriman: lebih dari tiga perempat" in page
    assert page.count("Belum ditanyakan") == 1


def test_number_is_kept_as_one_dials_it_from_anywhere(client, place):
    post(client, "contact", place, **PHONE)

    assert (known(place).phone, known(place).phone_answer) == ("+6281234567890", "number")
    assert 'value="0812-3456-7890"' in client.get(address("contact", place)).content.decode()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"phone": "0812"}, "phone"),
        ({"whatsapp_answer": "same"}, "phone"),
        ({"whatsapp_answer": "other"}, "whatsapp"),
        ({"whatsapp_answer": "other", "whatsapp": "x"}, "whatsapp"),
        ({"may_call": "named"}, "may_call_name"),
        ({"phone": "0812 3456 7890", "phone_answer": "none"}, "phone_answer"),
    ],
)
def test_contact_that_does_not_fit_is_refused_at_its_box_with_all_that_was_typed(client, place, answers, field):
    page = post(client, "contact", place, **answers)

    assert list(page.context["form"].errors) == [field]
    assert {name: page.context["form"][name].value() for name in answers} == answers


def test_family_that_gets_a_telephone_says_so_by_its_number(client, place):
    post(client, "contact", place, phone_answer="none")

    post(client, "contact", place, version=1, phone="0812 3456 7890", phone_answer="none")

    assert known(place).phone_answer == "number"


def test_answer_noted_by_mistake_is_taken_back(client, place):
    post(client, "income", place, income_band="from_1")
    form = client.get(address("income", place)).context["form"]
    post(client, "income", place, version=1, income_band="unasked")

    assert ("unasked", "Belum ditanyakan") in form.fields["income_band"].choices
    assert (known(place).income_band, known(place).income_told_on) == ("", None)


def test_day_of_another_visit_is_kept_and_half_a_date_refused(client, place):
    post(client, "aid", place, aid_pkh="no", told_day="3", told_month="10", told_year="2026")
    half = post(client, "aid", place, version=1, aid_pkh="no", told_year="2026")

    assert known(place).aid_told_on.isoformat() == "2026-10-03"
    assert list(half.context["form"].errors) == ["told"]


def test_second_editor_compares_only_this_section(client, place):
    post(client, "income", place, income_band="from_1")

    page = post(client, "income", place, income_band="over_5")
    other = post(client, "dwelling", place, dwelling="own")

    assert [row for row in page.context["compared"] if row["differs"]] == [
        {
            "label": "Kira-kira berapa sebulan?",
            "saved": "1 sampai 2 juta",
            "yours": "Lebih dari 5 juta",
            "differs": True,
        }
    ]
    assert (page.context["version"], other.status_code) == (1, 302)


def test_bad_box_keeps_the_version_that_was_seen(client, place):
    page = post(client, "contact", place, phone="0812")
    post(client, "contact", place, may_call="nobody")

    again = post(client, "contact", place, version=page.context["version"], phone="0812 3456 7890")

    assert again.context["compared"] is not None


def test_same_form_twice_has_one_effect_and_another_is_compared(client, place):
    op = new_id()
    urls = [post(client, "income", place, op=op, income_band="from_1").url for _ in range(2)]
    other = post(client, "income", place, op=op, income_band="over_5")

    assert (urls[0] == urls[1], known(place).income_version) == (True, 1)
    assert [row["saved"] for row in other.context["compared"] if row["differs"]] == ["1 sampai 2 juta"]


@pytest.mark.parametrize("who", ["sari", "rina"])
def test_point_is_shown_to_officer_and_coordinator(request, client_of, client, place, who):
    post(client, "dwelling", place, point="-8.583121, 116.51234")

    assert "-8.58312, 116.51234" in read(client_of(request.getfixturevalue(who)), place)


def test_point_is_shown_to_nobody_without_the_verb(client, place):
    post(client, "dwelling", place, point="-8.583121, 116.51234")

    line = section_lines(Household.objects.with_life().get(), locates=False)[0]

    assert (known(place).latitude, line.texts, line.told != "") == (Decimal("-8.58312"), [], True)


def test_history_tells_who_asked(client, place):
    post(client, "income", place, income_band="from_1")

    page = client.get(f"{place.household.get_absolute_url()}riwayat/").content.decode()
    assert "mencatat keadaan rumah tangga ini" in page
    assert "Yang berubah: penghasilan sebulan" in page


def test_form_is_a_reading_of_the_family(client, place):
    client.get(address("income", place))

    assert AuditEvent.objects.latest("pk").record_id == str(place.household.pk)
