"""One effect for one form, however often a browser on a bad line sends it."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from accounts.models import Receipt
from toolkit.ids import new_id

# Tokens, and that somebody went on after a warning: the content is the same.
UNCOUNTED_FIELDS = {"csrfmiddlewaretoken", "form_token", "warning_seen"}


class AlreadyDone(Exception):
    """This very post was carried out before; `receipt` leads to its result."""

    def __init__(self, receipt: Receipt):
        super().__init__("already done")
        self.receipt = receipt


class OtherContent(AlreadyDone):
    """The operation was carried out before, with other content; the two have to be compared."""


def digest(post) -> str:
    """A keyed hash of the posted fields, so that two posts can be compared without keeping what was typed."""
    pairs = sorted((name, value) for name in post if name not in UNCOUNTED_FIELDS for value in post.getlist(name))
    return salted_hmac("accounts.receipts", repr(pairs), algorithm="sha256").hexdigest()


def find(op: UUID, *, by) -> Receipt | None:
    """The receipt that `by` got for this operation, if it was carried out."""
    return Receipt.objects.filter(op=op, user=by).first()


def claim(*, op: UUID, by, form: str, post) -> Receipt:
    """Take the operation inside the running transaction; the second of two equal posts waits here for the first.

    Raises AlreadyDone or OtherContent when `by` carried it out before. An id that somebody else took is replaced
    silently: nobody learns of the other.
    """
    content = digest(post)
    try:
        with transaction.atomic():
            return Receipt.objects.create(op=op, user=by, form=form, digest=content)
    except IntegrityError:
        earlier = find(op, by=by)
        if earlier is None:
            return Receipt.objects.create(op=new_id(), user=by, form=form, digest=content)
        raise (AlreadyDone if earlier.digest == content else OtherContent)(earlier) from None


def settle(receipt: Receipt, *, result_url: str) -> None:
    """Note where the result of the operation is to be seen."""
    receipt.result_url = result_url
    receipt.save(update_fields=["result_url"])
