"""The checks of a table asked of a row before it is written, so that what cannot be is said in words."""

from functools import cache, reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db import router
from django.db.models import CheckConstraint, Model, Q, Value


def refuse_broken(row: Model) -> None:
    """Raises ValidationError in words where the row breaks a constraint of its table.

    Django asks the database once for each check, which is a third of saving a journey. Here all checks are one
    question, and only for a row that breaks one they are asked singly, to say which. Of a model that inherits a table,
    only its own rules.
    """
    checks, others = _constraints_of(type(row))
    using = router.db_for_write(type(row), instance=row)
    fields = {field.name: Value(getattr(row, field.attname), field) for field in row._meta.local_concrete_fields}
    if checks and not checks.check(fields, using=using):
        row.validate_constraints()
    try:
        for constraint in others:
            constraint.validate(type(row), row, using=using)
    except ValidationError:
        row.validate_constraints()
        raise


@cache
def _constraints_of(model: type[Model]) -> tuple[Q, list]:
    """All checks of the table as one condition, and its other constraints."""
    checks = [one for one in model._meta.constraints if isinstance(one, CheckConstraint)]
    others = [one for one in model._meta.constraints if not isinstance(one, CheckConstraint)]
    return reduce(and_, (Q(check.condition) for check in checks), Q()), others
