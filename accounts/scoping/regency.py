"""The kabupaten in which a code lies, as an expression that an index can hold."""

from django.db.models import CharField, Func


class Regency(Func):
    """The first four digits of a region's code.

    The places stand in the SQL itself and not beside it: SQLite looks into an index of an expression only for what is
    written letter by letter like it.
    """

    function = "SUBSTR"
    template = "%(function)s(%(expressions)s, 1, 4)"
    output_field = CharField(max_length=4)
    arity = 1
