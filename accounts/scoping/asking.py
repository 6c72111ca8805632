"""A question about a region is put into SQL once, and then asked with the code of whichever region it is about.

Django takes as long to prepare the questions of a first page as the database to answer them, and they are the same for
every region of a level: a village's rows are found by its code, those of a wider region by the two ends of its range
(decision 32), and these are parameters like others.
"""

import copy
from collections.abc import Callable, Hashable
from threading import local
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from django.utils import timezone

from regions.choices import Level
from regions.ranges import contains, subtree

# So many questions are kept by a process; those of yesterday go with the others.
MOST_KEPT = 32
# Stands for the key of any record; no record has it.
ANY_KEY = UUID(int=0)
_kept = local()


class AskedTooEarly(RuntimeError):
    """Something was looked up while a question was put into SQL: every other region would get the answer of none."""


def any_region(level: int) -> str:
    """The code that stands for any region of a level. No province has number 0, so no other parameter is like it."""
    return "0" * level


def told_of(params, region: str) -> list:
    """The parameters of a question about any region as they are for this one."""
    names = dict(zip(_ends(any_region(len(region))), _ends(region), strict=True))
    return [names.get(one, one) if isinstance(one, str) else one for one in params]


def in_region(user, region: str):
    """Anybody of the role of `user` who has this region of his: nobody in particular, so no question can be his own."""
    narrowed = copy.copy(user)
    narrowed.pk, narrowed.region_id = None, region
    return narrowed


def ask(user, region: str, key: Hashable, question: Callable[[object], QuerySet]) -> list[tuple]:
    """The lines that `question` finds for `user` in a region of his; nothing in any other.

    `question` makes the query for a reader of that region: what he may, and `key`, must say all that it hangs on. It is
    made without asking the database anything, and serves all readers alike. Raises AskedTooEarly.
    """
    if user.office.level is not None and not contains(user.region_id, region):
        return []
    _, compiler, sql, params = _kept_question(user, region, key, question)
    if compiler is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, told_of(params, region))
        return list(compiler.results_iter([cursor.fetchall()], tuple_expected=True))


def ask_for_one(user, pk: UUID, key: Hashable, question: Callable[[object], QuerySet]) -> Model | None:
    """The record `pk` of those that `question` opens to `user`, with all that belongs to it; None when it is not there.

    `question` and `key` are as in `ask`: what the question opens may hang on the reader's role and region alone.
    """
    region = user.region_id if user.office.level is not None else ""
    if region is None:
        return None
    rows, compiler, sql, params = _kept_question(
        user, region, ("one", key), lambda reader: question(reader).filter(pk=ANY_KEY)
    )
    if compiler is None:
        return None
    any_key, own = _as_parameter(rows, ANY_KEY), _as_parameter(rows, pk)
    params = [own if one == any_key else one for one in (told_of(params, region) if region else params)]
    again = rows.all()
    again.query.get_compiler = lambda *_, **__: _as_asked_before(compiler, sql, params)
    return next(iter(again), None)


def _kept_question(user, region, key, question) -> tuple:
    whole = (key, len(region), user.role, user.is_active, timezone.get_current_timezone_name())
    questions = _kept.__dict__.setdefault("questions", {})
    if whole not in questions:
        if len(questions) >= MOST_KEPT:
            questions.clear()
        # SQLite is asked once in each connection whether it knows JSON: that is no looking up.
        _ = connection.features.supports_json_field
        with connection.execute_wrapper(_refuse):
            rows = question(in_region(user, any_region(len(region))))
            questions[whole] = rows, *_in_sql(rows)
    return questions[whole]


def _as_parameter(rows: QuerySet, pk: UUID):
    return rows.model._meta.pk.get_db_prep_value(pk, connection)


def _as_asked_before(compiler, sql: str, params: list):
    """What puts a question into SQL, which has done so already: it knows the columns of the answer."""
    again = copy.copy(compiler)
    again.as_sql = lambda *_, **__: (sql, params)
    return again


def _ends(region: str) -> tuple[str, ...]:
    return (region,) if len(region) == Level.VILLAGE else subtree(region)


def _refuse(*_) -> NoReturn:
    raise AskedTooEarly


def _in_sql(rows: QuerySet) -> tuple:
    compiler = rows.query.get_compiler(connection=connection)
    try:
        return compiler, *compiler.as_sql()
    except EmptyResultSet:
        return None, "", ()
