"""Where people and families have been."""

import datetime as dt

from django.db.models import Q

from accounts.scoping.querysets import ScopedQuerySet


class PastStayQuerySet(ScopedQuerySet):
    """Stretches of days that people and families spent elsewhere than where they are now."""

    def covering(self, day: dt.date):
        """Those that hold on `day`: one at most for each person or family."""
        return self.filter(Q(since__isnull=True) | Q(since__lte=day), until__gt=day)


class AbsenceQuerySet(ScopedQuerySet):
    """Times during which people were no members, and came back."""

    def covering(self, day: dt.date):
        """Those that hold on `day`."""
        return self.filter(left_on__lte=day, back_on__gt=day)
