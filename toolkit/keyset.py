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
    queryset,
    *,
    order: tuple[str, ...],
    after=None,
    before=None,
    size: int = PAGE_SIZE,
    descending: bool = False,
    lines=None,
) -> Page:
    """One page of `queryset` in the order of the columns `order`, whose last is the key.

    `after` and `before` are rows of the list at which the page begins or ends; None is the first page. Where nothing
    is left beyond such a row (somebody worked the last page off) the page is the nearest one that is not empty: that
    which ends with the row, or the first. `descending`
    turns the whole order round, for books that begin with the newest line. With `lines` only the keys are looked for
    in `queryset`, and its rows are read from `lines`: where the order is computed, what else a line tells is not
    computed for all that are sorted.
    """
    backwards = before is not None and after is None
    edge = before if backwards else after

    def some(*, falling, **bounds):
        rows = queryset.order_by(*(f"-{name}" if falling else name for name in order))
        if bounds:
            rows = rows.filter(_beyond(order, falling=falling, **bounds))
        return list(rows[: size + 1]) if lines is None else _read(rows.values_list("pk", flat=True)[: size + 1], lines)

    if edge is None:
        return _forwards(some(falling=descending), size, goes_back=False)
    found = some(falling=backwards != descending, edge=edge)
    if found:
        return _backwards(found, size) if backwards else _forwards(found, size, goes_back=True)
    if backwards:
        return _forwards(some(falling=descending), size, goes_back=False)
    return _backwards(some(falling=not descending, edge=edge, with_edge=True), size, goes_on=False)


def _forwards(found: list, size: int, *, goes_back: bool) -> Page:
    rows = found[:size]
    return Page(rows, rows[0] if goes_back else None, rows[-1] if len(found) > size else None)


def _backwards(found: list, size: int, *, goes_on: bool = True) -> Page:
    """The page of rows that were read from its end on."""
    rows = found[:size][::-1]
    return Page(rows, rows[0] if len(found) > size else None, rows[-1] if goes_on else None)


def _read(keys, lines) -> list:
    """The rows with these keys, in their order; without one that went meanwhile."""
    keys = list(keys)
    rows = lines.in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def counted_page_of(
    found, lines, *, order: tuple[str, ...], most: int, after=None, before=None, size: int = PAGE_SIZE
) -> tuple[Page, int]:
    """One page of a list that something narrows, and how long the list is: `most` + 1 when it is longer than `most`.

    What narrows a list is dear to ask, and a narrowed list is short: it is asked once, for the keys alone, and the page
    is cut out of them. `lines` are the rows from which the page's are read by their keys, with all that a line tells.
    Whoever leafs further than `most`, or from a row that no longer is in the list, is answered as on a long one.
    """
    keys = list(found.order_by(*order).values_list("pk", flat=True)[: most + 1])
    start, end = _cut(keys, after, before, size)
    is_known = start is not None and (end < len(keys) or len(keys) <= most)
    if not is_known:
        asked = lines.filter(pk__in=found.order_by().values("pk"))
        return page_of(asked, order=order, after=after, before=before, size=size), len(keys)
    rows = list(lines.filter(pk__in=keys[start:end]).order_by(*order))
    if not rows:
        return Page([], None, None), len(keys)
    goes_back, goes_on = start > 0, end < len(keys)
    return Page(rows, rows[0] if goes_back else None, rows[-1] if goes_on else None), len(keys)


def _cut(keys: list, after, before, size: int) -> tuple:
    """Where in `keys` the page begins and ends; no beginning where the row at its edge is not among them."""
    edge = after or before
    if edge is None:
        return 0, size
    if edge.pk not in keys:
        return None, None
    place = keys.index(edge.pk)
    if after is None:
        return (max(place - size, 0), place) if place else (0, size)
    beyond = place + 1
    return (beyond, beyond + size) if beyond < len(keys) else (max(beyond - size, 0), beyond)


def _beyond(order, edge, *, falling: bool, with_edge: bool = False) -> Q:
    """Rows past `edge`, or from it on, as a chain of comparisons that an index over `order` answers."""
    lookup = "lt" if falling else "gt"
    first = order[0]
    condition = Q(**{f"{order[-1]}__{lookup}{'e' if with_edge else ''}": getattr(edge, order[-1])})
    for name in reversed(order[:-1]):
        value = getattr(edge, name)
        condition = Q(**{f"{name}__{lookup}": value}) | (Q(**{name: value}) & condition)
    return Q(**{f"{first}__{lookup}e": getattr(edge, first)}) & condition
