"""The officer's pages about the village's warnings."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.forms import WarningForm, WarningStandForm
from infopost.models import VillageWarning

LISTED = 50


@require_safe
def warning_list(request):
    """The village's warnings: those on the board, and those that are over or taken back."""
    _only_keepers(request.user)
    today = timezone.localdate()
    warnings = VillageWarning.objects.visible_to(request.user).select_related("noted_by")[:LISTED]
    shown = [warning for warning in warnings if warning.withdrawn_at is None and warning.until >= today]
    context = {"shown": shown, "over": [warning for warning in warnings if warning not in shown]}
    return render(request, "infopost/warning_list.html", context)


class WarningView(OperationView):
    """A page with one warning on it."""

    template_name = "infopost/warning_form.html"

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return WarningForm(data, record=self.record)

    def saved_by(self, receipt):
        """The warning of the operation as it stands now."""
        pk = self.record.pk if self.record else receipt.op
        return get_object_or_404(VillageWarning.objects.editable_by(self.request.user), pk=pk)

    def compare(self, form, saved):
        """Field by field."""
        kept = WarningForm(record=saved).in_words()
        return [
            {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
            for label, yours in form.in_words().items()
        ]


class WarningCreate(WarningView):
    """A new warning for everybody who comes to the post."""

    form_key, done_message = "warning_create", "Peringatan sudah dipasang di layar pos."

    def find(self):
        """There is no record yet."""
        _only_keepers(self.request.user)

    def address(self, op):
        """The operation."""
        return reverse("infopost:warning_create", args=[op])

    def carry_out(self, form, *, version):
        """Note it under the operation's id."""
        return actions.note_warning(by=self.request.user, warning_id=self.op, values=form.values())


class WarningChange(WarningView):
    """A warning in other words, or for longer."""

    form_key, done_message = "warning_change", "Peringatan sudah disimpan."

    def find(self):
        """The warning of the own village."""
        return _warning_of(self.request.user, self.kwargs["pk"])

    def address(self, op):
        """The warning and the operation."""
        return reverse("infopost:warning_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_warning(
            by=self.request.user, warning_id=self.record.pk, version=version, values=form.values()
        )


class WarningStand(WarningView):
    """A warning is taken off the board, or put back on it."""

    form_key, done_message = "warning_stand", "Sudah disimpan."
    template_name = "infopost/warning_stand.html"

    def find(self):
        """The warning of the own village."""
        return _warning_of(self.request.user, self.kwargs["pk"])

    def make_form(self, data=None):
        """The decision."""
        return WarningStandForm(data)

    def address(self, op):
        """The warning and the operation."""
        return reverse("infopost:warning_stand", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Take it off, or put it back."""
        withdraws = form.cleaned_data["what"] == WarningStandForm.WITHDRAW
        act = actions.withdraw_warning if withdraws else actions.restore_warning
        return act(by=self.request.user, warning_id=self.record.pk, version=version)

    def compare(self, form, saved):
        """How it stands now."""
        now = "ditarik" if saved.withdrawn_at else "ditampilkan"
        return [{"label": "Peringatan ini", "saved": now, "yours": "", "differs": True}]


def _warning_of(user, pk):
    return get_object_or_404(VillageWarning.objects.editable_by(user).select_related("noted_by"), pk=pk)


def _only_keepers(user):
    """Who keeps no post finds nothing here."""
    if not user.may(Verb.KEEP_POST):
        raise Http404
