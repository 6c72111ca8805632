"""Pages of a long list by keyset: the last page is as quick as the first, and a cursor is only a record's key."""

from dataclasses import dataclass

from django.db.models import Q

PAGE_SIZE = 25


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the keys from which the pages around it begin (None at either end)."""

    rows: list
    before: object | None
    after: object | None


def page_of(
    queryset, *, order: tuple[str, ...], after=None, before=None, size: int = PAGE_SIZE, descending: bool = False
) -> Page:
    """One page of `queryset` in the order of the columns `order`, whose last is the key.

    `after` and `before` are rows of the list at which the page begins or ends; None is the first page. `descending`
    turns the whole order round, for books that begin with the newest line.
    """
    backwards = before is not None and after is None
    edge = before if backwards else after
    falling = backwards != descending
    rows = queryset.order_by(*(f"-{name}" if falling else name for name in order))
    if edge is not None:
        rows = rows.filter(_beyond(order, edge, falling=falling))
    found = list(rows[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
        return Page(found, found[0] if more else None, found[-1] if found else None)
    return Page(found, found[0] if edge is not None and found else None, found[-1] if more else None)


def _beyond(order, edge, *, falling: bool) -> Q:
    """Rows past `edge`, as a chain of comparisons that an index over `order` answers."""
    lookup = "lt" if falling else "gt"
    first = order[0]
    condition = Q(**{f"{order[-1]}__{lookup}": getattr(edge, order[-1])})
    for name in reversed(order[:-1]):
        value = getattr(edge, name)
        condition = Q(**{f"{name}__{lookup}": value}) | (Q(**{name: value}) & condition)
    return Q(**{f"{first}__{lookup}e": getattr(edge, first)}) & condition
