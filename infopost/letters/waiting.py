"""The letters that wait for a village head, as his first page shows them."""

from infopost.models import Letter

# So many fit the first page; the others are in the register.
SHOWN = 10


def waiting_for(head) -> tuple[list[Letter], int]:
    """The letters that he may sign, the longest waiting first, and how many there are in all."""
    rows = Letter.objects.signable_by(head).waiting()
    shown = list(rows.select_related("person", "prepared_by").defer("crest").order_by("pk")[: SHOWN + 1])
    return shown[:SHOWN], len(shown) if len(shown) <= SHOWN else rows.count()
