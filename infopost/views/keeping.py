"""What the keepers of facts change: a form with one thing on it, whatever kind of thing that is."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.roles import Verb
from accounts.views.operations import OperationView


def only_keepers(user) -> None:
    """Who does not keep the facts finds nothing here."""
    if not user.may(Verb.KEEP_FACTS):
        raise Http404


class KeptView(OperationView):
    """A page of the keepers; it leads back to the list of its kind."""

    model = form_class = None
    address_name = list_name = ""

    def find(self):
        """The record."""
        only_keepers(self.request.user)
        return get_object_or_404(self.model, pk=self.kwargs["pk"])

    def address(self, op):
        """The record and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return self.form_class(data, record=self.record)

    def compare(self, form, saved):
        """Field by field."""
        kept = self.form_class(record=saved).in_words()
        return [
            {"label": label, "saved": kept.get(label, ""), "yours": yours, "differs": kept.get(label, yours) != yours}
            for label, yours in form.in_words().items()
        ]

    def extra_context(self, form):
        """Where it leads back to."""
        return {"list_url": reverse(self.list_name)}


class AgedCreate(KeptView):
    """Something new that will grow old, under the operation's id."""

    add = None

    def find(self):
        """There is no record yet."""
        only_keepers(self.request.user)

    def address(self, op):
        """The operation."""
        return reverse(self.address_name, args=[op])

    def carry_out(self, form, *, version):
        """Write it, verified today where that was said."""
        values = form.values() | form.verification(self.request.user)
        return self.add(by=self.request.user, record_id=self.op, values=values)

    def saved_by(self, receipt):
        """The record that this operation wrote."""
        return get_object_or_404(self.model, pk=receipt.op)


class AgedChange(KeptView):
    """A correction, a check of today, or a withdrawal."""

    change = None

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        values = form.values() | form.verification(self.request.user)
        return self.change(by=self.request.user, record_id=self.record.pk, version=version, values=values)
