"""Pages of a list that may hold a million rows."""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.utils.functional import cached_property

# So many rows are leafed through in the admin; whoever looks for one among more searches for it in the portal.
MOST = 1000


class InItsOrder(ChangeList):
    """A list in the order of its index, whatever the address asks for.

    Django takes `?o=` for any column, also where no heading can be pressed: the database would sort a whole kabupaten.
    """

    def get_ordering(self, request, queryset):
        """As the kind of record says."""
        return list(self.model_admin.get_ordering(request))


class BoundedPaginator(Paginator):
    """Counts no further than it pages: `COUNT(*)` over a million rows takes longer than the page itself."""

    @cached_property
    def _seen(self) -> int:
        return self.object_list.order_by()[: MOST + 1].count()

    @cached_property
    def count(self) -> int:
        """The rows that can be leafed through."""
        return min(self._seen, MOST)

    @property
    def is_cut(self) -> bool:
        """Whether there are more."""
        return self._seen > MOST


class NewestFirst(BoundedPaginator):
    """Counts from the newest row on, by the index of the page itself: old ones fill the front of a long table."""

    @cached_property
    def _seen(self) -> int:
        return self.object_list[: MOST + 1].count()
