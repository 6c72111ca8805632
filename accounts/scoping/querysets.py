"""The only ways to rows with personal or village data. No user, no role, no region: no rows."""

from django.db import models

from regions.ranges import subtree


class ScopedQuerySet(models.QuerySet):
    """Rows of a model that says where its village is.

    The model names `scope_path`, the lookup to the region code, and the verbs that open its rows: `read_verb` for
    rows with names, `edit_verb` for changing them, `count_verb` for counting them.
    """

    def in_region(self, code: str):
        """Rows in the region `code` and below it."""
        low, high = subtree(code)
        path = self.model.scope_path
        return self.filter(**{f"{path}__gte": low, f"{path}__lt": high})

    def visible_to(self, user):
        """Rows that `user` may read by name."""
        return self._opened_by(self.model.read_verb, user)

    def editable_by(self, user):
        """Rows that `user` may change."""
        return self._opened_by(self.model.edit_verb, user)

    def countable_by(self, user):
        """Rows that may stand in a number shown to `user`."""
        return self._opened_by(self.model.count_verb, user)

    def _opened_by(self, verb, user):
        if verb is None or user is None or not user.is_authenticated or not user.may(verb):
            return self.none()
        if user.office.level is None:
            return self.all()
        return self.in_region(user.region_id)
