"""The book of acts in the admin, for whoever may read it."""

from django.contrib import admin

from accounts.admin.facts import fact
from accounts.admin.paging import NewestFirst
from accounts.admin.scoped import ScopedAdmin
from accounts.models import AuditEvent
from accounts.wording import columns_in_words, kind_in_words

WHEN = fact(AuditEvent._meta.get_field("at"))


@admin.register(AuditEvent)
class AuditEventAdmin(ScopedAdmin):
    """Lines of the reader's region, the newest first. Reading the book is no act, and has no history of its own."""

    list_display = (WHEN, "actor_name", "act", "kind")
    list_filter = ("act",)
    fields = readonly_fields = (WHEN, "actor_name", "act", "kind", "columns", "region_code", "reason")
    ordering = ("-pk",)
    paginator = NewestFirst
    notes_reading = has_history = False

    def get_fields(self, request, obj=None):
        """In the words of the portal's own page."""
        return self.fields

    get_readonly_fields = get_fields

    @admin.display(description="jenis catatan")
    def kind(self, event):
        """What kind of record it is about."""
        return kind_in_words(event)

    @admin.display(description="kolom")
    def columns(self, event):
        """What changed: names of columns, never what stood there."""
        return columns_in_words(event)
