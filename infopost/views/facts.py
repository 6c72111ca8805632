"""The keepers' pages: what waits to be checked again, and one fact with its source."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.choices import FactKind
from infopost.forms import FactForm
from infopost.models import Fact
from infopost.rules.ageing import CHECK_AFTER

PAGE = 25


@require_safe
def fact_list(request):
    """What has to be checked again; or every fact, also those that are withdrawn; of one kind if asked."""
    _only_keepers(request.user)
    today, kind = timezone.localdate(), request.GET.get("jenis", "")
    everything = request.GET.get("tampil") == "semua"
    facts = Fact.objects.all() if everything else Fact.objects.to_check(today)
    if kind in FactKind.values:
        facts = facts.filter(kind=kind)
    page = Paginator(facts.select_related("verified_by"), PAGE).get_page(request.GET.get("halaman"))
    context = {
        "page": page,
        "everything": everything,
        "days": CHECK_AFTER.days,
        "kind": kind,
        "kinds": FactKind.choices,
        "waiting": Fact.objects.to_check(today).count(),
        "previous_url": _address(request, page.previous_page_number()) if page.has_previous() else "",
        "next_url": _address(request, page.next_page_number()) if page.has_next() else "",
    }
    return render(request, "infopost/fact_list.html", context)


class AgedView(OperationView):
    """A page of the keepers with one thing on it that grows old."""

    form_class = None

    def only_keepers(self):
        """Who does not keep the facts finds nothing here."""
        _only_keepers(self.request.user)

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


class FactView(AgedView):
    """A page of the keepers with one fact on it."""

    template_name, form_class = "infopost/fact_form.html", FactForm


class FactCreate(FactView):
    """Something new to tell: a number, a price, a country's status."""

    form_key, done_message = "fact_create", "Fakta baru sudah disimpan."

    def find(self):
        """There is no record yet."""
        _only_keepers(self.request.user)

    def address(self, op):
        """The operation."""
        return reverse("infopost:fact_create", args=[op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        values = form.values() | form.verification(self.request.user)
        return actions.add_fact(by=self.request.user, fact_id=self.op, values=values)

    def saved_by(self, receipt):
        """The fact that this operation wrote."""
        return get_object_or_404(Fact, pk=receipt.op)


class FactChange(FactView):
    """A correction, a check of today, or a withdrawal."""

    form_key, done_message = "fact_change", "Fakta sudah disimpan."

    def find(self):
        """The fact."""
        _only_keepers(self.request.user)
        return get_object_or_404(Fact.objects.select_related("verified_by"), pk=self.kwargs["pk"])

    def address(self, op):
        """The fact and the operation."""
        return reverse("infopost:fact_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        values = form.values() | form.verification(self.request.user)
        return actions.change_fact(by=self.request.user, fact_id=self.record.pk, version=version, values=values)


def _address(request, number):
    kept = {name: request.GET[name] for name in ("tampil", "jenis") if name in request.GET}
    return reverse("infopost:fact_list", query=kept | {"halaman": number})


def _only_keepers(user):
    """Who does not keep the facts finds nothing here."""
    if not user.may(Verb.KEEP_FACTS):
        raise Http404
