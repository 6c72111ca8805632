"""Regions: the search that every form uses, and the administrators' pages about regions and programme villages."""

from django.db.models import Count
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import memberships
from accounts.roles import Verb
from accounts.views.operations import OperationView
from regions.forms import MembershipForm
from regions.models import Level, ProgrammeMembership, Region
from toolkit.ids import as_code

PAGE, FOUND = 25, 20


@require_safe
def region_search(request):
    """Suggestions while somebody types, as JSON; on one level with `?level=village`. Names of regions are public."""
    regions = Region.objects.current(timezone.localdate())
    level = request.GET.get("level", "").upper()
    if level in Level.names:
        regions = regions.filter(level=Level[level])
    found = regions.search(request.GET.get("q", "")[:100])
    return JsonResponse({"results": [{"code": region.code, "label": region.label} for region in found]})


@require_safe
def region_list(request):
    """Find a region; below it the villages that are in a programme."""
    _only_keepers(request.user)
    text = request.GET.get("q", "").strip()[:100]
    after = as_code(request.GET.get("sesudah", "")[:10])
    villages = Region.objects.villages().with_places().filter(memberships__isnull=False).distinct().order_by("code")
    page = list(villages.filter(code__gt=after).prefetch_related("memberships")[: PAGE + 1])
    context = {
        "text": text,
        "found": Region.objects.search(text, limit=FOUND) if text else None,
        "limit": FOUND,
        "villages": page[:PAGE],
        "total": villages.count(),
        "next_url": f"{reverse('accounts:region_list')}?sesudah={page[PAGE - 1].code}" if len(page) > PAGE else "",
        "first_url": reverse("accounts:region_list") if after else "",
    }
    return render(request, "accounts/region_list.html", context)


@require_safe
def region_detail(request, code):
    """One region: what it is, how much lies below it, what came before and after, and its programmes."""
    _only_keepers(request.user)
    region = get_object_or_404(Region.objects.with_places(), pk=as_code(code))
    today = timezone.localdate()
    below = Region.objects.in_subtree(code).current(today).exclude(pk=code).order_by("level")
    context = {
        "region": region,
        "today": today,
        "counts": [(Level(row["level"]).label, row["n"]) for row in below.values("level").annotate(n=Count("code"))],
        "children": region.children.current(today),
        "successions": region.successions.select_related("new__parent__parent__parent"),
        "predecessions": region.predecessions.select_related("old__parent__parent__parent"),
        "memberships": region.memberships.all(),
        "programmes_below": ProgrammeMembership.objects.active().in_subtree(code).count(),
        "is_village": region.level == Level.VILLAGE,
    }
    return render(request, "accounts/region_detail.html", context)


class MembershipCreate(OperationView):
    """A village joins a programme."""

    form_key = "membership_create"
    template_name = "accounts/membership_form.html"
    done_message = "Keikutsertaan program sudah dicatat."

    def find(self):
        """There is no record yet; the village is the one in the address."""
        _only_keepers(self.request.user)
        self.village = get_object_or_404(Region.objects.villages().with_places(), pk=as_code(self.kwargs["code"]))

    def make_form(self, data=None):
        """Empty, or as typed."""
        return MembershipForm(data, village=self.village)

    def address(self, op):
        """The village and the operation."""
        return reverse("accounts:membership_create", args=[self.village.code, op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        return memberships.add_membership(
            by=self.request.user, village=self.village, membership_id=self.op, values=form.values()
        )

    def saved_by(self, receipt):
        """The membership that this operation wrote."""
        return get_object_or_404(ProgrammeMembership, pk=receipt.op)

    def compare(self, form, saved):
        """Field by field."""
        return _compare(form, saved)

    def extra_context(self, form):
        """Which village."""
        return {"village": self.village}


class MembershipChange(OperationView):
    """A correction, a decree that was found, or the end."""

    form_key = "membership_change"
    template_name = "accounts/membership_form.html"
    done_message = "Perubahan sudah disimpan."

    def find(self):
        """The membership, with its village and the regions above."""
        _only_keepers(self.request.user)
        rows = ProgrammeMembership.objects.select_related("village__parent__parent__parent")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return MembershipForm(data, village=self.record.village, record=self.record)

    def address(self, op):
        """The membership and the operation."""
        return reverse("accounts:membership_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return memberships.change_membership(
            by=self.request.user, membership_id=self.record.pk, version=version, values=form.values()
        )

    def compare(self, form, saved):
        """Field by field."""
        return _compare(form, saved)

    def extra_context(self, form):
        """Which village."""
        return {"village": self.record.village}


def _compare(form, saved):
    kept = MembershipForm(village=saved.village, record=saved).in_words()
    return [
        {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
        for label, yours in form.in_words().items()
    ]


def _only_keepers(user):
    """Who does not keep the regions finds nothing here."""
    if not user.may(Verb.MANAGE_REGIONS):
        raise Http404
