"""The village's post: kept by its officer, and shown on a screen from which nothing leads elsewhere."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from infopost.actions import change_post, load_facts, open_post
from infopost.models import ServicePost
from infopost.topics import read_topics
from tests.factories.infopost import ServicePostFactory
from tests.factories.regions import MembershipFactory
from tests.walk.html import Page
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

ANSWERS = {"place": "Balai Desa", "hours": "Senin, 08.00–12.00", "officer_name": "Sari", "phone": "0812-3456-7890"}
KIOSK = "/pos/5203172006/"
PAGES = [
    *(KIOSK, KIOSK + "negara/", KIOSK + "negara/TW/", KIOSK + "negara/TW/kartu/", KIOSK + "tawaran/periksa/"),
    *(KIOSK + "dokumen-biaya/pungutan/", KIOSK + "dokumen-biaya/iuran/"),
    *(f"{KIOSK}{topic.slug}/" for topic in read_topics().values()),
    *(f"{KIOSK}{topic.slug}/{screen.slug}/" for topic in read_topics().values() for screen in topic.screens),
]


@pytest.fixture
def kiosk(korleko):
    """Korleko takes part in the programme."""
    load_facts()
    MembershipFactory(village=korleko)


def keep_address():
    return reverse("infopost:post_keep", args=[new_id()])


@pytest.mark.parametrize("path", PAGES)
def test_kiosk_leads_nowhere_else(client, kiosk, path):
    answer = client.get(path)
    page = Page(answer.content.decode())

    links = [url for url in page.addresses if not url.startswith(("/static/", "data:", "#", "?"))]
    assert answer.status_code == 200
    assert [url for url in links if not url.startswith(KIOSK)] == []
    assert page.faults == []


def test_kiosk_is_the_screen_of_its_village(client, kiosk):
    ServicePostFactory(phone="0812-0000-0000")

    page = client.get(KIOSK).content.decode()

    told = ("Desa Korleko", "Sari Wulandari", "Senin–Jumat, 08.00–15.00", "Balai Desa Korleko", "0812-0000-0000")
    assert [words for words in told if words not in page] == []
    assert 'data-idle-seconds="60"' in page


def test_kiosk_without_a_described_post_still_opens(client, kiosk):
    assert "Tanyakan jam bukanya di kantor desa." in client.get(KIOSK).content.decode()


@pytest.mark.parametrize("code", ["3307102004", "5203", "0000000000", "%00", "abc"])
def test_kiosk_of_what_is_no_village_of_the_programme_is_not_found(client, kiosk, code):
    assert client.get(f"/pos/{code}/").status_code == 404


def test_kiosk_is_carried_home_as_the_page_without_the_post(client, kiosk):
    page = client.get(KIOSK + "pulang/")

    assert page.context["here"] == "http://testserver/info/pulang/"


def test_kiosk_answers_an_offer_without_scripts(client, kiosk):
    assert client.post(KIOSK + "tawaran/periksa/", {"uang": "ya"}).context["verdict"].is_urgent is True


def test_open_post_is_of_the_officers_own_village(sari):
    post = open_post(by=sari, post_id=new_id(), values=ANSWERS)

    event = AuditEvent.objects.get()
    assert (post.village_id, event.act, event.region_code, event.fields) == (
        "5203172006",
        "created",
        "5203172006",
        sorted(ANSWERS),
    )


def test_change_post_notes_what_changed(sari):
    post = ServicePostFactory()

    changed = change_post(by=sari, post_id=post.pk, version=1, values={"place": post.place, "hours": "Sabtu"})

    assert (changed.hours, changed.version, AuditEvent.objects.get().fields) == ("Sabtu", 2, ["hours"])


def test_change_post_of_a_stranger_or_an_older_version_is_refused(sari, budi):
    post = ServicePostFactory(version=2)

    with pytest.raises(ServicePost.DoesNotExist):
        change_post(by=budi, post_id=post.pk, version=2, values={"hours": "Sabtu"})
    with pytest.raises(StaleVersion):
        change_post(by=sari, post_id=post.pk, version=1, values={"hours": "Sabtu"})


@pytest.mark.parametrize("person", ["rina", "agus", "dewi", "adi"])
def test_post_is_kept_by_officers_only(request, client_of, person):
    user = request.getfixturevalue(person)

    assert client_of(user).get("/pos-desa/").status_code == 404
    with pytest.raises(PermissionDenied):
        open_post(by=user, post_id=new_id(), values=ANSWERS)


def test_post_is_described_and_then_corrected(client_of, sari):
    client = client_of(sari)

    client.post(keep_address(), ANSWERS)
    client.post(keep_address(), ANSWERS | {"hours": "Sabtu", "version": "1"})

    assert [(post.hours, post.version) for post in ServicePost.objects.all()] == [("Sabtu", 2)]


def test_post_resent_is_one_post_and_with_other_content_shows_both(client_of, sari):
    client, address = client_of(sari), keep_address()

    answers = [client.post(address, ANSWERS).status_code for _ in range(2)]
    page = client.post(address, ANSWERS | {"hours": "Sabtu"})

    assert (answers, ServicePost.objects.count()) == ([302, 302], 1)
    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("Senin, 08.00–12.00", "Sabtu")
    ]


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        ({"place": ""}, {"place": ["Bagian ini perlu diisi."]}),
        ({"phone": "tanya Sari"}, {"phone": ["Tulis nomor telepon dengan angka saja."]}),
    ],
)
def test_post_that_cannot_be_says_what_to_do_and_keeps_what_was_typed(client_of, sari, wrong, errors):
    page = client_of(sari).post(keep_address(), ANSWERS | wrong)

    assert page.context["form"].errors == errors
    assert page.context["form"]["hours"].value() == "Senin, 08.00–12.00"
