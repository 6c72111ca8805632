"""Every kind of record in Django's admin, also one that comes later: few questions, however many rows there are."""

from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from accounts.models import Act, AuditEvent
from households.models import Household, Person, Trip
from regions.models import ProgrammeMembership, Succession
from tests.factories.households import PersonFactory, TripFactory
from tests.factories.regions import MembershipFactory, RegionFactory, SuccessionFactory
from tests.people import KORLEKO
from tests.walk.admin import maker_of, owner_of

# More than a page holds.
MANY, MOST_QUERIES = 30, 12
KINDS = sorted(admin.site._registry, key=lambda model: model._meta.label)
# The frame of a transaction asks nothing.
FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def traveller():
    """A family of Korleko of its own, with its head and his journey."""
    trip = TripFactory(person=PersonFactory(head=True), departed_on="2026-01-05")
    head, household = trip.person, trip.person.household
    return SimpleNamespace(village=head.village, household=household, head=head, child=head, trip=trip)


OWN = {
    Household: lambda: traveller().household,
    Person: lambda: traveller().head,
    Trip: lambda: traveller().trip,
    AuditEvent: lambda: AuditEvent.objects.create(act=Act.VIEWED, actor_name="Sari", region_code=KORLEKO),
    ProgrammeMembership: lambda: MembershipFactory(village=RegionFactory()),
    Succession: lambda: SuccessionFactory(old=RegionFactory(), new=RegionFactory()),
}


def make(model):
    """A row of the kind in Korleko; what hangs on somebody hangs on a family of its own."""
    if model in OWN:
        return OWN[model]()
    owner = owner_of(model, traveller()) if model._meta.app_label == "households" else {}
    return maker_of(model)(**owner)


def note(row):
    """A line of the book about the row."""
    kind, key = row._meta.label_lower, str(row.pk)
    AuditEvent.objects.create(act=Act.VIEWED, record_kind=kind, record_id=key, region_code=KORLEKO)


def addresses(client, row) -> dict[str, str]:
    """The list, each of its filters, what it finds by words where it has a box for them, and the row's pages."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}"
    home = reverse(f"{name}_changelist")
    shown = client.get(home).context["cl"]
    # The first choice of a filter is 'all'.
    chosen = {str(spec.title): list(spec.choices(shown))[1:2] for spec in shown.filter_specs}
    found = {"list": home} | {title: home + one["query_string"] for title, ones in chosen.items() for one in ones}
    if shown.search_fields:
        found["words"] = f"{home}?q=wilayah"
    for act in ("change", "history"):
        try:
            found[act] = reverse(f"{name}_{act}", args=[row.pk])
        except NoReverseMatch:
            continue
    return found


def asked(client, address) -> int:
    """How many questions the page asks the database; a form has its own address."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    if answer.status_code == 302:
        return asked(client, answer.url)
    assert answer.status_code == 200
    return len([query for query in queries if not query["sql"].startswith(FRAME)])


@pytest.mark.slow  # makes thirty rows and opens a dozen pages for each kind
@pytest.mark.parametrize("model", KINDS, ids=lambda model: model._meta.label)
def test_pages_ask_as_often_for_thirty_rows_as_for_one(model, client_of, sari, rina, adi):
    row = make(model)
    note(row)
    kind = admin.site._registry[model]
    readers = [user for user in (sari, rina, adi) if kind.has_view_permission(SimpleNamespace(user=user))]
    clients = {user.username: client_of(user) for user in readers}
    pages = {(name, what): url for name in clients for what, url in addresses(clients[name], row).items()}

    few = {page: asked(clients[page[0]], url) for page, url in pages.items()}
    for _ in range(MANY - 1):
        make(model)
        note(row)
    many = {page: asked(clients[page[0]], url) for page, url in pages.items()}

    assert pages
    assert {page: count for page, count in many.items() if count > few[page] or count > MOST_QUERIES} == {}
