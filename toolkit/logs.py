"""The lines of the log: each with its request and account, none with what people told us.

A database error quotes the row that it refused, and a failed conversion quotes the word that it could not read. The
log goes to places where names and numbers have no business, so the quotes are taken out before a line is written.
"""

import logging
import re
import traceback

from django.core.exceptions import ValidationError
from django.db import Error as DatabaseError

from toolkit.requests import request_id, user_id

LINE = "{asctime} {levelname} {name} [{request_id} user={user_id}] {message}"
REMOVED = "[dihapus]"
# From here on a database talks about the row itself; values may hold line breaks, so all that follows goes.
ROW = re.compile(
    r"(?:\bDETAIL:|\bKey \(|\bFailing row contains|\bLINE \d+:|\bSTATEMENT:|\bCONTEXT:"
    r"|\[?\bparameters:|; args=|; params=).*",
    re.DOTALL | re.IGNORECASE,
)
# NIK, KK and phone numbers have 11 digits or more; village codes have 10. A UUID names a record, not a person.
UUID = r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
NUMBER = re.compile(rf"({UUID})|\d(?:[ .]?\d){{10,}}", re.IGNORECASE)
QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”")


class RequestFilter(logging.Filter):
    """Puts `request_id` and `user_id` on each record; refuses none."""

    def filter(self, record):
        record.request_id = request_id()
        record.user_id = user_id()
        return True


class ScrubbingFormatter(logging.Formatter):
    """Writes a record without row data and without long numbers, in its message as in its traceback."""

    # With its zone: gunicorn's first process lives in the machine's time, the portal in Jakarta's.
    default_time_format = "%Y-%m-%dT%H:%M:%S%z"
    default_msec_format = None

    def format(self, record):
        # Another handler may have left its own, unscrubbed text of the traceback on the record.
        record.exc_text = None
        text = super().format(record)
        record.exc_text = None
        return text

    def formatMessage(self, record):
        record.message = scrub(record.message)
        return super().formatMessage(record)

    def formatException(self, ei):
        return "\n".join(_lines(ei[1]))

    def formatStack(self, stack_info):
        return scrub(stack_info)


def scrub(text: str) -> str:
    """The text without what a database says about a row, and without long numbers."""
    return NUMBER.sub(lambda found: found[1] or REMOVED, ROW.sub(REMOVED, text))


def describe(error: BaseException) -> str:
    """What kind of error it is, in words that quote nobody.

    A database error is named by its code, table and constraint, never by its text.
    """
    if isinstance(error, ValidationError):
        return REMOVED
    diagnosis = getattr(error, "diag", None) or getattr(error.__cause__, "diag", None)
    if diagnosis is not None:
        names = ("sqlstate", "schema_name", "table_name", "column_name", "constraint_name")
        known = [f"{name}={getattr(diagnosis, name)}" for name in names if getattr(diagnosis, name, None)]
        # Without a code it is the connection that failed, and there is no row to quote.
        if known:
            return " ".join(known)
    text = scrub(str(error))
    if isinstance(error, (ValueError, DatabaseError)):
        text = QUOTED.sub(REMOVED, text)
    return text


def _lines(error: BaseException):
    """A traceback like Python's own, oldest error first, each named by `describe`."""
    chain, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for position, link in enumerate(reversed(chain)):
        if position:
            yield "\nThe above exception led to another:\n"
        yield "Traceback (most recent call last):"
        yield from (line.rstrip("\n") for line in traceback.format_tb(link.__traceback__))
        yield f"{type(link).__module__}.{type(link).__qualname__}: {describe(link)}".replace("builtins.", "", 1)
        if isinstance(link, BaseExceptionGroup):
            for inner in link.exceptions:
                yield from ("  | " + line for line in _lines(inner))
