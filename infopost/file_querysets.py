"""Named reads of the candidates' files."""

import datetime as dt

from accounts.scoping.querysets import ScopedQuerySet
from infopost.file_choices import ReferralAnswer


class DocumentHelpQuerySet(ScopedQuerySet):
    """Documents that were noted through the file."""

    def helped_within(self, first: dt.date, last: dt.date):
        """Those noted on these days, both included, and not taken back."""
        return self.filter(withdrawn_at__isnull=True, helped_on__gte=first, helped_on__lte=last)


class ReferralQuerySet(ScopedQuerySet):
    """Referrals to offices, with or without an answer."""

    def standing(self):
        """Those that were not taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def made_within(self, first: dt.date, last: dt.date):
        """Those made on these days, both included."""
        return self.standing().filter(referred_on__gte=first, referred_on__lte=last)

    def answered(self):
        """Those of which the office said something."""
        return self.standing().exclude(answer__in=["", ReferralAnswer.SILENT])

    def waiting(self):
        """Those without an answer so far."""
        return self.standing().filter(answer="")
