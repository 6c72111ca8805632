"""The keepers' pages about lists of licensed companies: brought, looked through, and only then used."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.companies import beside
from infopost.forms import ListDecisionForm, ListForm
from infopost.imports.companies import judge_rows
from infopost.models import Agency, AgencyList
from infopost.rules.companies import OLD_AFTER, differing

LISTED = 50
# So many names stand on the page; the figures count all of them.
SHOWN = 200


@require_safe
def agency_list_list(request):
    """Every list that was brought, the newest first, and which one answers families."""
    _only_keepers(request.user)
    lists = AgencyList.objects.defer("rows").select_related("brought_by")[:LISTED]
    context = {"lists": lists, "newest": AgencyList.objects.newest(), "days": OLD_AFTER.days}
    return render(request, "infopost/agency_list_list.html", context)


class AgencyListBring(OperationView):
    """A workbook with its day and its source. Nobody reads of it yet."""

    form_key = "agency_list_bring"
    template_name = "infopost/agency_list_form.html"
    done_message = "Daftar sudah dibaca. Periksa dulu di bawah; keluarga belum melihatnya."

    def find(self):
        """There is no record yet."""
        _only_keepers(self.request.user)

    def make_form(self, data=None):
        """Empty, or as typed; the file came with the same post."""
        return ListForm(data, self.request.FILES if data is not None else None)

    def address(self, op):
        """The operation."""
        return reverse("infopost:agency_list_bring", args=[op])

    def carry_out(self, form, *, version):
        """Keep it under the operation's id."""
        day = form.cleaned_data["listed_on"].value
        return actions.bring_list(
            by=self.request.user, list_id=self.op, listed_on=day, values=form.values(), rows=form.rows
        )

    def saved_by(self, receipt):
        """The list that this operation brought."""
        return get_object_or_404(AgencyList, pk=receipt.op)

    def compare(self, form, saved):
        """What was typed beside what is kept."""
        kept = {"Tanggal daftar": f"{saved.listed_on:%-d %-m %Y}", "Sumber": saved.source}
        return [
            {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
            for label, yours in form.in_words().items()
        ]


class AgencyListDecide(OperationView):
    """What a list brings, row by row; and whether families are answered from it."""

    form_key = "agency_list_decide"
    template_name = "infopost/agency_list_detail.html"
    done_message = "Tersimpan. Keluarga dijawab dari daftar yang bertanda 'dipakai'."

    def find(self):
        """The list."""
        _only_keepers(self.request.user)
        return get_object_or_404(AgencyList.objects.select_related("brought_by"), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The decision."""
        return ListDecisionForm(data)

    def address(self, op):
        """The list and the operation."""
        return reverse("infopost:agency_list_detail", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Use it, or take it back."""
        about = {"by": self.request.user, "list_id": self.record.pk, "version": version}
        if form.cleaned_data["decision"] == ListDecisionForm.WITHDRAW:
            return actions.withdraw_list(**about)
        return actions.use_list(against=form.cleaned_data["against"], **about)

    def compare(self, form, saved):
        """How the list stands now."""
        return [{"label": "Daftar ini", "saved": saved.state_words, "yours": "", "differs": True}]

    def extra_context(self, form):
        """The list beside the one that is in use; a used one beside the one before it."""
        newest = AgencyList.objects.newest()
        before = _before(self.record) if self.record.used_at else newest
        licences, refused = judge_rows(self.record.rows)
        found = beside(before, licences)
        return {
            "newest": newest,
            "before": before,
            "compared_lists": found,
            "changed": [_change(*pair) for pair in found.changed[:SHOWN]],
            "new": found.new[:SHOWN],
            "gone": found.gone[:SHOWN],
            "shown": SHOWN,
            "refused": refused,
            "read": len(self.record.rows),
            "usable": len(licences),
            "is_shrinking": before is not None and len(found.gone) * 2 > before.agencies.count(),
            "days": OLD_AFTER.days,
            "is_newer_used": newest is not None and newest.listed_on > self.record.listed_on,
            "today": timezone.localdate(),
        }


def _before(record):
    return (
        AgencyList.objects.in_use()
        .defer("rows")
        .filter(listed_on__lte=record.listed_on)
        .exclude(pk=record.pk)
        .filter(used_at__lt=record.used_at)
        .first()
    )


def _change(before, after) -> dict:
    """A company's row before and after, in words."""
    labels = {"number": "nomor izin", "valid_until": "berlaku sampai", "state": "status izin", "name": "nama"}
    labels |= {"address": "alamat", "city": "kabupaten/kota"}
    names = differing(before, after)
    return {
        "name": after.name,
        "what": [
            {"label": labels[name], "before": _in_words(before, name), "after": _in_words(after, name)}
            for name in names
        ],
    }


def _in_words(licence, name) -> str:
    value = getattr(licence, name)
    if name == "state":
        return dict(Agency._meta.get_field("state").choices)[value].lower()
    return f"{value:%d-%m-%Y}" if name == "valid_until" and value else str(value or "kosong")


def _only_keepers(user):
    """Who does not keep the facts finds nothing here."""
    if not user.may(Verb.KEEP_FACTS):
        raise Http404
