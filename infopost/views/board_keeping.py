"""The keepers' pages about work and training now."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.forms import EntryForm, JobOrderForm
from infopost.models import CalendarEntry, JobOrder

LISTED = 100


@require_safe
def board_list(request):
    """What the keeper's own region tells: what families see now, and what is over."""
    _only_keepers(request.user)
    today = timezone.localdate()
    orders = JobOrder.objects.visible_to(request.user).select_related("region").order_by("-closes_on")[:LISTED]
    entries = CalendarEntry.objects.visible_to(request.user).select_related("region").order_by("-ends_on")[:LISTED]
    context = {
        "orders": [{"row": order, "is_shown": order.is_shown_on(today)} for order in orders],
        "entries": [{"row": entry, "is_shown": entry.is_shown_on(today)} for entry in entries],
    }
    return render(request, "infopost/board_list.html", context)


class BoardView(OperationView):
    """A page with one row of the board on it."""

    template_name = "infopost/board_form.html"
    model = make = None
    heading = ""

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return self.make(data, record=self.record)

    def saved_by(self, receipt):
        """The row of the operation as it stands now."""
        pk = self.record.pk if self.record else receipt.op
        return get_object_or_404(self.model.objects.editable_by(self.request.user), pk=pk)

    def compare(self, form, saved):
        """Field by field."""
        kept = self.make(record=saved).in_words()
        return [
            {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
            for label, yours in form.in_words().items()
        ]

    def address(self, op):
        """The row, where there is one, and the operation."""
        return reverse(f"infopost:{self.form_key}", args=[*([self.record.pk] if self.record else []), op])

    def find(self):
        """The row in the keeper's region; nothing yet for a new one."""
        _only_keepers(self.request.user)
        if "pk" not in self.kwargs:
            return None
        rows = self.model.objects.editable_by(self.request.user).select_related("region")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def extra_context(self, form):
        """What the page is about, and for whom it is told."""
        region = self.record.region if self.record else self.request.user.region
        return {"heading": self.heading, "place": region.title if region else "Seluruh Indonesia"}


class JobOrderCreate(BoardView):
    """Places that can be applied for."""

    form_key, done_message, heading = "job_order_create", "Lowongan sudah disimpan.", "Tambah lowongan"
    model, make = JobOrder, JobOrderForm

    def carry_out(self, form, *, version):
        """Tell it under the operation's id."""
        return actions.add_job_order(by=self.request.user, order_id=self.op, values=form.values())


class JobOrderChange(BoardView):
    """A job order is corrected, filled, cancelled or opened again."""

    form_key, done_message, heading = "job_order_change", "Lowongan sudah disimpan.", "Ubah lowongan"
    model, make = JobOrder, JobOrderForm

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        about = {"by": self.request.user, "version": version, "values": form.values()}
        return actions.change_job_order(order_id=self.record.pk, **about)


class EntryCreate(BoardView):
    """A day on which something is offered."""

    form_key, done_message, heading = "entry_create", "Jadwal sudah disimpan.", "Tambah jadwal atau kabar"
    model, make = CalendarEntry, EntryForm

    def carry_out(self, form, *, version):
        """Tell it under the operation's id."""
        return actions.add_entry(by=self.request.user, entry_id=self.op, values=form.values())


class EntryChange(BoardView):
    """A day is corrected, taken off the page or shown again."""

    form_key, done_message, heading = "entry_change", "Jadwal sudah disimpan.", "Ubah jadwal atau kabar"
    model, make = CalendarEntry, EntryForm

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        about = {"by": self.request.user, "version": version, "values": form.values()}
        return actions.change_entry(entry_id=self.record.pk, **about)


def _only_keepers(user):
    """Who keeps no board finds nothing here."""
    if not user.may(Verb.KEEP_BOARD):
        raise Http404
