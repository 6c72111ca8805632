"""Where people and families have been."""

import datetime as dt

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.scoping.querysets import ScopedQuerySet
from households.choices import MoveState, Precision


class PastStayQuerySet(ScopedQuerySet):
    """Stretches of days that people and families spent elsewhere than where they are now."""

    def covering(self, day: dt.date):
        """Those that hold on `day`: one at most for each person or family."""
        return self.filter(Q(since__isnull=True) | Q(since__lte=day), until__gt=day)

    def with_noters(self):
        """Each with `noter`, who split the family that day or took it into the next village, if either tells.

        And with `precision`: how exactly that day is known.
        """
        from households.models import MoveOffer, Split

        of_family = {"household": OuterRef("household")}
        splits = Split.objects.filter(**of_family, split_on=OuterRef("until"))
        accepted = MoveOffer.objects.filter(**of_family, state=MoveState.ACCEPTED, moved_on=OuterRef("until"))
        accepted = accepted.filter(from_village=OuterRef("village"))

        def told(of_move: str, of_split: str, otherwise: str):
            return Coalesce(
                Subquery(accepted.values(of_move)[:1]), Subquery(splits.values(of_split)[:1]), Value(otherwise)
            )

        return self.annotate(
            noter=told("answered_by__full_name", "split_by__full_name", ""),
            precision=told("moved_precision", "split_precision", Precision.DAY),
        )


class AbsenceQuerySet(ScopedQuerySet):
    """Times during which people were no members, and came back."""

    def covering(self, day: dt.date):
        """Those that hold on `day`."""
        return self.filter(left_on__lte=day, back_on__gt=day)
