"""The keepers' pages: what waits to be checked again, and one fact with its source."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from infopost import actions
from infopost.choices import FactKind
from infopost.forms import FactForm
from infopost.models import Fact
from infopost.rules.ageing import CHECK_AFTER
from infopost.views.keeping import AgedChange, AgedCreate, only_keepers

PAGE = 25


@require_safe
def fact_list(request):
    """What has to be checked again; or every fact, also those that are withdrawn; of one kind if asked."""
    only_keepers(request.user)
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


class FactCreate(AgedCreate):
    """Something new to tell: a number, a price, a country's status."""

    form_key, done_message = "fact_create", "Fakta baru sudah disimpan."
    template_name, model, form_class = "infopost/fact_form.html", Fact, FactForm
    address_name, list_name = "infopost:fact_create", "infopost:fact_list"
    add = staticmethod(actions.add_fact)


class FactChange(AgedChange):
    """A correction of a fact, a check of today, or a withdrawal."""

    form_key, done_message = "fact_change", "Fakta sudah disimpan."
    template_name, model, form_class = "infopost/fact_form.html", Fact, FactForm
    address_name, list_name = "infopost:fact_change", "infopost:fact_list"
    change = staticmethod(actions.change_fact)


def _address(request, number):
    kept = {name: request.GET[name] for name in ("tampil", "jenis") if name in request.GET}
    return reverse("infopost:fact_list", query=kept | {"halaman": number})
