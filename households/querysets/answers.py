"""Answers as the counting layer reads them."""

from django.db.models import Case, F, Q, Value, When

from households.person_choices import UNKNOWN


def answered(path: str) -> Case:
    """The answer of a column, empty where nobody was asked or nobody knows."""
    unknown = Q(**{path: UNKNOWN}) | Q(**{f"{path}__isnull": True})
    return Case(When(unknown, then=Value("")), default=F(path))
