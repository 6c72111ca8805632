"""A question about one village is put into SQL once, and then asked with the code of whichever village it is about.

Django takes as long to prepare the questions of a first page as the database to answer them, and they are the same for
every village: of one village all rows are found by an equality (decision 32), so its code is a parameter like another.
"""

import copy
from collections.abc import Callable, Hashable
from threading import local

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from regions.choices import Level
from regions.ranges import contains

# No province has this number, so no other parameter of a question is like it.
ANY_VILLAGE = "0" * Level.VILLAGE
# So many questions are kept by a process; those of yesterday go with the others.
MOST_KEPT = 32
_kept = local()


def in_village(user, village: str):
    """`user` as if he had this one village of his, and nothing else."""
    narrowed = copy.copy(user)
    narrowed.region_id = village
    return narrowed


def ask(user, village: str, key: Hashable, question: Callable[[object], QuerySet]) -> list[tuple]:
    """The lines that `question` finds for `user` in a village of his; nothing in any other.

    `question` makes the query for a reader of one village: whoever that is, and `key`, must say all that it hangs on.
    """
    if user.office.level is not None and not contains(user.region_id, village):
        return []
    whole = (key, user.role, user.is_active, timezone.get_current_timezone_name())
    questions = _kept.__dict__.setdefault("questions", {})
    if whole not in questions:
        if len(questions) >= MOST_KEPT:
            questions.clear()
        questions[whole] = _in_sql(question(in_village(user, ANY_VILLAGE)))
    compiler, sql, params = questions[whole]
    if compiler is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [village if one == ANY_VILLAGE else one for one in params])
        return list(compiler.results_iter([cursor.fetchall()], tuple_expected=True))


def _in_sql(rows: QuerySet) -> tuple:
    compiler = rows.query.get_compiler(connection=connection)
    try:
        return compiler, *compiler.as_sql()
    except EmptyResultSet:
        return None, "", ()
