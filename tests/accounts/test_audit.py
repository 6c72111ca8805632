"""The book of acts: only written, and only together with the act."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from accounts import actions, audit
from accounts.models import Act, AuditEvent, User


class Broken(Exception):
    """Something that goes wrong in the middle."""


def test_record_names_the_act_without_values(sari):
    event = audit.record(Act.CHANGED, by=sari, on=sari, region="5203172006", fields=["username", "full_name"])

    assert (event.actor_id, event.actor_name, event.record_kind, event.record_id, event.region_code, event.fields) == (
        sari.pk,
        "Sari Wulandari",
        "accounts.user",
        str(sari.pk),
        "5203172006",
        ["full_name", "username"],
    )


def test_record_without_a_region_stands_in_the_actors(sari):
    assert audit.record(Act.LISTED, by=sari).region_code == "5203172006"


@pytest.mark.django_db
def test_record_by_nobody_names_nobody():
    event = audit.record(Act.SIGN_IN_FAILED, by=AnonymousUser())

    assert (event.actor_id, event.actor_name, event.region_code) == (None, "", "")


def test_line_is_never_changed(sari):
    event = audit.record(Act.SIGNED_IN, by=sari)
    event.act = Act.SIGNED_OUT

    with pytest.raises(TypeError):
        event.save()

    assert AuditEvent.objects.get().act == Act.SIGNED_IN


def test_line_is_never_removed(sari):
    event = audit.record(Act.SIGNED_IN, by=sari)

    with pytest.raises(TypeError):
        event.delete()

    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("act", [lambda lines: lines.update(actor_name="x"), lambda lines: lines.delete()])
def test_lines_are_not_changed_or_removed_together(sari, act):
    audit.record(Act.SIGNED_IN, by=sari)

    with pytest.raises(TypeError):
        act(AuditEvent.objects.all())

    assert AuditEvent.objects.get().actor_name == "Sari Wulandari"


@transaction.atomic
def make_and_fail(*, by):
    """A larger act, of which making the account is the first half."""
    actions.create_account(by=by, username="baru", full_name="Baru", role="administrator")
    raise Broken


def test_act_that_fails_after_its_line_leaves_neither(adi):
    with pytest.raises(Broken):
        make_and_fail(by=adi)

    assert (User.objects.filter(username="baru").exists(), AuditEvent.objects.count()) == (False, 0)


@pytest.fixture
def broken_book(monkeypatch):
    """The book of acts cannot be written."""

    def fail(*args, **kwargs):
        raise Broken

    monkeypatch.setattr(AuditEvent, "save", fail)


def test_line_that_fails_takes_the_act_along(adi, broken_book):
    with pytest.raises(Broken):
        actions.create_account(by=adi, username="baru", full_name="Baru", role="administrator")

    assert User.objects.filter(username="baru").exists() is False


def test_reading_that_cannot_be_noted_shows_no_page(sari, place_of, client_of, request):
    address, client = place_of(sari).household.get_absolute_url(), client_of(sari)
    request.getfixturevalue("broken_book")

    with pytest.raises(Broken):
        client.get(address)
