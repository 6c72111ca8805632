"""One effect for one form, however often it is sent."""

import pytest
from django.http import QueryDict

from accounts import receipts
from accounts.models import Receipt
from tests.factories.accounts import UserFactory
from tests.racing import at_once
from toolkit.ids import new_id

FIRST = QueryDict("name=Ahlul&csrfmiddlewaretoken=a&form_token=b")


def claim(op, user, post=FIRST):
    return receipts.claim(op=op, by=user, form="test", post=post)


def test_receipt_is_found_by_its_own_user_only(sari, budi):
    receipt = claim(new_id(), sari)

    assert [receipts.find(receipt.op, by=sari), receipts.find(receipt.op, by=budi)] == [receipt, None]


def test_resent_post_is_already_done(sari):
    receipt = claim(new_id(), sari)

    with pytest.raises(receipts.AlreadyDone) as done:
        claim(receipt.op, sari, QueryDict("form_token=other&name=Ahlul&csrfmiddlewaretoken=other"))

    assert (type(done.value), done.value.receipt) == (receipts.AlreadyDone, receipt)


def test_other_content_under_the_same_operation_is_told_apart(sari):
    receipt = claim(new_id(), sari)

    with pytest.raises(receipts.OtherContent) as done:
        claim(receipt.op, sari, QueryDict("name=Rusdah"))

    assert done.value.receipt == receipt


def test_operation_of_somebody_else_is_replaced_silently(sari, budi):
    receipt = claim(new_id(), sari)

    other = claim(receipt.op, budi)

    assert (other.user, other.op == receipt.op, Receipt.objects.count()) == (budi, False, 2)


def test_digest_tells_fields_and_their_values_apart():
    posts = ["a=1&b=2", "a=2&b=1", "a=1", "a=1&a=2", "a=12", "a=1&b=2&c="]

    assert len({receipts.digest(QueryDict(post)) for post in posts}) == len(posts)


def test_digest_does_not_hold_what_was_typed():
    digest = receipts.digest(QueryDict("nik=5203171234567890"))

    assert ("5203171234567890" in digest, len(digest)) == (False, 64)


def test_settled_receipt_leads_to_the_result(sari):
    receipt = claim(new_id(), sari)

    receipts.settle(receipt, result_url="/rumah-tangga/1/")

    assert receipts.find(receipt.op, by=sari).result_url == "/rumah-tangga/1/"


@pytest.mark.slow  # two threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_equal_posts_at_the_same_moment_have_one_effect():
    user, op = UserFactory(username="sari"), new_id()

    results = at_once(lambda: claim(op, user), lambda: claim(op, user))

    kinds = sorted(type(result).__name__ for result in results)
    assert (kinds, Receipt.objects.count()) == (["AlreadyDone", "Receipt"], 1)
