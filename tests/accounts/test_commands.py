"""What is typed on the server."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from accounts import codes, held_posts, receipts, throttle
from accounts.models import Act, AuditEvent, HeldPost, OneTimeCode, Receipt, TokenBucket, User
from accounts.roles import Role
from toolkit.ids import new_id

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)


def create(username="kepala"):
    call_command("create_administrator", username=username, name="Kepala Portal")


def test_first_administrator_signs_in_with_the_printed_code(db, client, capsys):
    create()

    code = capsys.readouterr().out.splitlines()[-1]
    signed_in = client.post("/masuk/", {"username": "kepala", "password": code})
    user = User.objects.get()
    assert (signed_in.status_code, user.role, user.region_id, user.full_name) == (
        302,
        Role.ADMINISTRATOR,
        None,
        "Kepala Portal",
    )


def test_first_administrator_is_noted(db):
    create()

    assert list(AuditEvent.objects.order_by("pk").values_list("act", "actor_id")) == [
        (Act.ACCOUNT_CREATED, None),
        (Act.CODE_ISSUED, None),
    ]


@pytest.mark.parametrize(
    ("username", "words"), [("sari", "sudah dipakai"), ("Ada Spasi", "huruf kecil"), ("", "kosong")]
)
def test_administrator_needs_a_username_of_its_own(sari, username, words):
    with pytest.raises(CommandError, match=words):
        create(username)

    assert User.objects.count() == 1


def test_prune_removes_only_what_has_had_its_time(sari, budi, client_of, capsys):
    with time_machine.travel(NOON, tick=False) as clock:
        keep_one_of_each(sari)
        clock.shift(timedelta(days=367))
        keep_one_of_each(budi)
        call_command("prune")

    left = [model.objects.count() for model in (Receipt, OneTimeCode, HeldPost, TokenBucket)]
    assert (left, Receipt.objects.get().user, OneTimeCode.objects.get().user) == ([1, 1, 1, 1], budi, budi)
    assert capsys.readouterr().out.splitlines() == [
        "sesi berakhir: 0",
        "kode lewat waktu: 1",
        "tanda terima lama: 1",
        "isian tertahan: 1",
        "pembatas laju: 1",
    ]


def keep_one_of_each(user):
    """One row of each kind that grows old."""
    receipts.claim(op=new_id(), by=user, form="test", post={})
    codes.issue(by=None, user=user)
    HeldPost.objects.create(user=user, path="/", body="", held_at=datetime.now(UTC))
    throttle.wait_for(throttle.NUMBER_SEARCH, str(user.pk))


def test_prune_keeps_a_held_form_for_its_day(sari):
    with time_machine.travel(NOON, tick=False) as clock:
        keep_one_of_each(sari)
        clock.shift(held_posts.KEPT_FOR)
        call_command("prune", verbosity=0)

    assert HeldPost.objects.count() == 1
