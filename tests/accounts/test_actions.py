"""Writes to accounts."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts import actions
from accounts.models import Act, AuditEvent, OneTimeCode, User
from accounts.roles import Role
from tests.factories.accounts import UserFactory
from tests.racing import at_once


def create(by, **values):
    defaults = {"username": "lalu", "full_name": "Lalu Hasan", "role": Role.VILLAGE_OFFICER, "region": None}
    return actions.create_account(by=by, **{**defaults, **values})


def test_new_account_has_no_password_and_knows_its_maker(rina, korleko):
    user = create(rina, region=korleko)

    assert (user.has_usable_password(), user.must_change_password, user.created_by) == (False, True, rina)


def test_new_account_is_noted_in_its_region(rina, korleko):
    user = create(rina, region=korleko)

    event = AuditEvent.objects.get()
    assert (event.act, event.actor_id, event.record_id, event.region_code) == (
        Act.ACCOUNT_CREATED,
        rina.pk,
        str(user.pk),
        korleko.pk,
    )


def test_coordinator_makes_no_account_outside_the_regency(rina, kuripan):
    with pytest.raises(PermissionDenied):
        create(rina, region=kuripan)


def test_coordinator_makes_no_coordinator(rina):
    with pytest.raises(PermissionDenied):
        create(rina, role=Role.REGENCY_COORDINATOR, region=rina.region)


def test_maker_counts_as_he_stands_now(rina, korleko):
    User.objects.filter(pk=rina.pk).update(is_active=False)

    with pytest.raises(PermissionDenied):
        create(rina, region=korleko)


def test_code_is_issued_for_a_kept_account_only(rina, sari, wulan):
    assert actions.issue_code(by=rina, pk=sari.pk)[0] == sari
    with pytest.raises(User.DoesNotExist):
        actions.issue_code(by=rina, pk=wulan.pk)


def test_code_is_not_issued_for_ones_own_account(rina, adi):
    for user in (rina, adi):
        with pytest.raises(User.DoesNotExist):
            actions.issue_code(by=user, pk=user.pk)


def test_code_is_not_issued_for_a_disabled_account(rina, sari):
    actions.set_active(by=rina, pk=sari.pk, active=False)

    with pytest.raises(ValidationError, match="nonaktif"):
        actions.issue_code(by=rina, pk=sari.pk)


def test_disabling_takes_the_code_away_and_is_noted(rina, sari):
    actions.issue_code(by=rina, pk=sari.pk)

    user = actions.set_active(by=rina, pk=sari.pk, active=False)

    event = AuditEvent.objects.order_by("pk").last()
    assert (user.is_active, OneTimeCode.objects.count(), event.act, event.fields) == (
        False,
        0,
        Act.ACCOUNT_CHANGED,
        ["is_active"],
    )


def test_account_that_is_as_wanted_is_left_alone(rina, sari):
    actions.set_active(by=rina, pk=sari.pk, active=True)

    assert AuditEvent.objects.count() == 0


def test_account_is_opened_again(rina, sari):
    actions.set_active(by=rina, pk=sari.pk, active=False)

    assert actions.set_active(by=rina, pk=sari.pk, active=True).is_active is True


def test_administrator_is_disabled_while_another_is_active(adi):
    other = UserFactory(username="ani", administrator=True)

    assert actions.set_active(by=other, pk=adi.pk, active=False).is_active is False


def test_last_administrator_is_not_disabled(adi):
    """Nobody reaches his own account, so the last one can only meet somebody who was disabled a moment ago."""
    other = UserFactory(username="ani", administrator=True)
    actions.set_active(by=other, pk=adi.pk, active=False)

    with pytest.raises(User.DoesNotExist):
        actions.set_active(by=adi, pk=other.pk, active=False)
    with pytest.raises(User.DoesNotExist):
        actions.set_active(by=other, pk=other.pk, active=False)


@pytest.mark.slow  # two threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_administrators_who_disable_each_other_leave_one():
    adi, ani = (UserFactory(username=name, administrator=True) for name in ("adi", "ani"))

    at_once(
        lambda: actions.set_active(by=adi, pk=ani.pk, active=False),
        lambda: actions.set_active(by=ani, pk=adi.pk, active=False),
    )

    assert User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).count() == 1
