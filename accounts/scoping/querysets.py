"""The only ways to rows with personal or village data. No user, no role, no region: no rows."""

from django.db import models
from django.db.models import Q

from regions.choices import Level
from regions.ranges import subtree


class ScopedQuerySet(models.QuerySet):
    """Rows of a model that says where its village is.

    The model names `scope_path`, the lookup to the region code, and the verbs that open its rows: `read_verb` for
    rows with names, `edit_verb` for changing them, `count_verb` for counting them.
    """

    def in_region(self, code: str):
        """Rows in the region `code` and below it."""
        return self.filter(self._lies_in(code))

    def in_villages(self, codes):
        """Rows in these villages."""
        return self.filter(**{f"{self.model.scope_path}__in": codes})

    def in_region_then(self, code: str | None, *, gone, come, by: str = "pk", villages=None):
        """The same for a past day: without the keys in `gone`, which were elsewhere, and with those in `come`.

        `by` is the way to the record whose keys they are, where that is another one: the family of a need. `villages`
        are those of the region that are asked about, where it is not all of them.
        """
        here = self._lies_in(code) if code else Q()
        if villages is not None:
            here = Q(**{f"{self.model.scope_path}__in": villages})
        return self.filter(here & ~Q(**{f"{by}__in": gone}) | Q(**{f"{by}__in": come}))

    def visible_to(self, user):
        """Rows that `user` may read by name."""
        return self._opened_by(self.model.read_verb, user)

    def editable_by(self, user):
        """Rows that `user` may change."""
        return self._opened_by(self.model.edit_verb, user)

    def countable_by(self, user, *, and_keys=(), by: str = "pk"):
        """Rows that may stand in a number shown to `user`.

        `and_keys` are rows of elsewhere that lay in his region on the day that is counted: in a number of that day they
        stand still, and nowhere else (decision 22). `by` is as in `in_region_then`.
        """
        return self._opened_by(self.model.count_verb, user, and_keys, by)

    def _opened_by(self, verb, user, and_keys=(), by="pk"):
        if verb is None or user is None or not user.is_authenticated or not user.may(verb):
            return self.none()
        if user.office.level is None:
            return self.all()
        if not and_keys:
            return self.in_region(user.region_id)
        return self.filter(self._lies_in(user.region_id) | Q(**{f"{by}__in": and_keys}))

    def _lies_in(self, code) -> Q:
        low, high = subtree(code)
        if len(code) == Level.VILLAGE:
            # Nothing lies below a village. Equality reaches the tables joined by the village, a range does not.
            return Q(**{self.model.scope_path: code})
        return Q(**{f"{self.model.scope_path}__gte": low, f"{self.model.scope_path}__lt": high})
