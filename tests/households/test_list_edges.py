"""What a list of families shows when its last page was worked off, or its search is no longer kept."""

import pytest

from accounts.models import Act, AuditEvent
from households.models import Household
from tests.factories.households import ClosingFactory
from tests.households.test_household_list import LIST, SEARCH, family, names

pytestmark = pytest.mark.django_db
ASKED = {"purpose": "report", "shape": "xlsx"}


def close(families):
    for household in families:
        ClosingFactory(household=household)


@pytest.mark.parametrize(
    ("narrowed", "work_off"), [("", close), ("?check=on", lambda families: families.update(needs_check=False))]
)
@pytest.mark.parametrize("first", [25, 24])
def test_last_page_that_was_worked_off_shows_the_one_before(client_of, sari, narrowed, work_off, first):
    for number in range(30):
        family(sari, f"Keluarga {number:02d}")
    client = client_of(sari)
    last = client.get(f"{LIST}{narrowed}").context["next_url"]
    assert len(names(client.get(last))) == 5
    work_off(Household.objects.filter(sort_name__gte=f"keluarga {first}"))

    answer = client.get(last)

    assert names(answer) == [f"Keluarga {number:02d}" for number in range(max(first - 25, 0), first)]
    assert [answer.context[url] for url in ("previous_url", "next_url")] == ["", ""]


@pytest.mark.parametrize("address", [LIST, "/rumah-tangga/unduh/"])
def test_search_that_the_session_has_forgotten_shows_and_gives_nobody(client_of, sari, address):
    family(sari, "Ahlul")
    client = client_of(sari)
    found = client.post(SEARCH, {"words": "Rusdah", "hamlet": "Mangsit"}).url.partition("?")[2]
    session = client.session
    del session["household_searches"]
    session.save()

    listed = client.get(f"{address}?{found}", follow=True)
    posted = client.post(f"{address}?{found}", ASKED, follow=True)

    text = listed.content.decode()
    assert ("Pencarian ini sudah tidak tersimpan. Cari lagi." in text, "Ahlul" in text) == (True, False)
    assert "attachment" not in posted.headers.get("Content-Disposition", "")
    assert AuditEvent.objects.filter(act__in=[Act.LISTED, Act.EXPORTED]).count() == 0
