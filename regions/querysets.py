"""Named reads of the region tree."""

import re
from datetime import date

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Length

from regions.choices import Level, MembershipStatus
from regions.places import search_key
from regions.ranges import subtree

# Words that people put before a name although the lists do not: kept out of a search unless nothing else is left.
KIND_WORDS = {
    "desa",
    "ds",
    "kelurahan",
    "kel",
    "kecamatan",
    "kec",
    "kab",
    "provinsi",
    "prov",
}


class RegionQuerySet(models.QuerySet):
    """Reads of regions. Names of regions are public: nothing here depends on a user."""

    def in_subtree(self, code: str):
        """The region `code` and all below it."""
        low, high = subtree(code)
        return self.filter(code__gte=low, code__lt=high)

    def villages(self):
        """Desa and kelurahan only."""
        return self.filter(level=Level.VILLAGE)

    def current(self, on: date):
        """Regions valid on that day. `valid_to` is the first day on which a code is no longer valid."""
        started = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
        return self.filter(started, Q(valid_to__isnull=True) | Q(valid_to__gt=on))

    def with_places(self):
        """Bring the regions above along, for `full_name` and `short_place` without further queries."""
        return self.select_related("parent__parent__parent")

    def search(self, text: str, limit: int = 20) -> list:
        """The regions that a person who types `text` most likely means, at most `limit`, with their places.

        Two letters or more, any part of the name; of several words each may also name a region above ("kuripan
        wonosobo"), and at least one is in the name itself. A code, dotted or not, finds by its beginning. Names that
        begin with the text come first, then shorter names, then by code: the same order on both databases.
        """
        codes = self.codes_of(text, limit=limit)
        found = self.model._default_manager.with_places().in_bulk(codes)
        return [found[code] for code in codes]

    def codes_of(self, text: str, limit: int) -> list[str]:
        """The codes of the same regions, for a list that reads them itself."""
        return list(self._matches(text).values_list("code", flat=True)[:limit])

    def _matches(self, text):
        digits = re.sub(r"[.\s]", "", text)
        if digits.isascii() and digits.isdigit():
            return self.in_subtree(digits).order_by("code") if 2 <= len(digits) <= Level.VILLAGE else self.none()
        phrase = search_key(text)
        words = [word for word in phrase.split() if word not in KIND_WORDS] or phrase.split()
        if len("".join(words)) < 2:
            return self.none()
        wanted, in_name = Q(), Q()
        for word in words:
            wanted &= Q(search_text__contains=word)
            in_name |= Q(search_name__contains=word)
        begins = Q(search_name__startswith=phrase) | Q(search_name__startswith=" ".join(words))
        rank = Case(
            When(begins, then=Value(0)),
            When(search_name__startswith=words[0], then=Value(1)),
            default=Value(2),
        )
        # One word is searched in the short column alone; its text holds the same word by construction.
        condition = in_name if len(words) == 1 else wanted & in_name
        return self.filter(condition).order_by(rank, Length("search_name"), "code")


class MembershipQuerySet(models.QuerySet):
    """Reads of the villages' parts in programmes."""

    def active(self):
        """Those that have not ended."""
        return self.filter(status=MembershipStatus.ACTIVE)

    def in_subtree(self, code: str):
        """Those of villages in the region."""
        low, high = subtree(code)
        return self.filter(village_id__gte=low, village_id__lt=high)
