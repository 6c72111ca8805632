"""Families of those away: whom to call next, and what was said."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from households.views.comparing import compare_fields
from infopost import actions
from infopost.away import away_on, quiet_for, trip_of
from infopost.forms import CallForm, CallStandForm
from infopost.models import FamilyCall
from infopost.rules.silence import Quiet, latest_of
from infopost.views.call_lines import away_line, must_not_be_called, next_step, reach_in_words
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import page_of

ORDER = ("since", "pk")
# What stands in the address, and what it means.
PAUSES = {"30": Quiet.FIRST, "60": Quiet.SECOND, "90": Quiet.THIRD}


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def call_list(request):
    """Those away, the longest not spoken of first, narrowed by how long."""
    user, today = request.user, timezone.localdate()
    audit.read(Act.LISTED, by=user, reason="keluarga yang ditinggal")
    away = away_on(user, today)
    pause = request.GET.get("jeda", "")
    wanted = quiet_for(away, PAUSES[pause], today) if pause in PAUSES else away
    after, before = (_edge(away, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    page = page_of(wanted, order=ORDER, after=after, before=before, lines=away)
    last = _call_at(user, request.GET.get("terakhir"))
    context = {
        "rows": [away_line(trip, today) for trip in page.rows],
        "pauses": _pauses(away, pause, today),
        "last": last,
        "next": next_step(last) if last else None,
        "can_edit": user.may(Verb.EDIT_HOUSEHOLDS),
        "shows_village": user.office.level != Level.VILLAGE,
        "previous_url": _page_url(pause, "sebelum", page.before),
        "next_url": _page_url(pause, "sesudah", page.after),
    }
    return render(request, "infopost/call_list.html", context)


class CallView(OperationView):
    """A page about one call with one family."""

    template_name = "infopost/call_form.html"
    done_message = "Sudah dicatat."

    def find(self):
        """The call of the own village."""
        calls = FamilyCall.objects.editable_by(self.request.user)
        return get_object_or_404(calls.select_related("trip__person__household__circumstances"), pk=self.kwargs["pk"])

    @property
    def trip(self):
        """The journey that the call is about."""
        return self.record.trip

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return CallForm(data, record=self.record)

    def note_reading(self, record):
        """The page names somebody."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def leads_to(self, result):
        """The list, with the call on top and where it leads."""
        return f"{reverse('infopost:call_list')}?terakhir={result.pk}"

    def about(self, version) -> dict:
        """What every act upon a call names."""
        return {"by": self.request.user, "call_id": self.record.pk, "version": version}

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, CallForm(record=saved))

    def extra_context(self, form):
        """Who is away, and how the family is reached; of somebody who has moved neither."""
        trip, village = self.trip, self.request.user.region_id
        if trip.village_id != village:
            return {"person": None}
        family = trip.person.household
        reach = {"reach": reach_in_words(family), "is_silent": must_not_be_called(family)}
        return {"person": trip.person, "trip": trip, **reach}


class CallNote(CallView):
    """The post spoke with a family."""

    form_key = "call_note"

    def find(self):
        """Somebody of the own village who is away."""
        trips = trip_of(self.request.user, self.kwargs["pk"])
        return get_object_or_404(trips.select_related("person__household__circumstances"))

    @property
    def trip(self):
        """The journey itself."""
        return self.record

    def version_of(self, record):
        """A call that is not noted yet has none."""
        return getattr(record, "version", 0) if isinstance(record, FamilyCall) else 0

    def make_form(self, data=None):
        """As typed."""
        return CallForm(data, trip=self.record)

    def address(self, op):
        """The journey and the operation."""
        return reverse("infopost:call_note", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        return actions.note_call(by=self.request.user, call_id=self.op, trip_id=self.record.pk, entry=form.entry())

    def saved_by(self, receipt):
        """The call of the operation as it stands now."""
        return get_object_or_404(FamilyCall.objects.editable_by(self.request.user), pk=receipt.op)


class CallChange(CallView):
    """A call is corrected."""

    form_key, done_message = "call_change", "Perubahan sudah disimpan."

    def address(self, op):
        """The call and the operation."""
        return reverse("infopost:call_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_call(entry=form.entry(), **self.about(version))


class CallStand(CallView):
    """A call was noted by mistake; or it was no mistake after all."""

    form_key, template_name = "call_stand", "infopost/call_stand.html"
    done_message = "Sudah disimpan."

    def make_form(self, data=None):
        """The decision."""
        return CallStandForm(data)

    def address(self, op):
        """The call and the operation."""
        return reverse("infopost:call_stand", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Take it back, or let it stand again."""
        withdraws = form.cleaned_data["what"] == CallStandForm.WITHDRAW
        act = actions.withdraw_call if withdraws else actions.restore_call
        return act(**self.about(version))

    def compare(self, form, saved):
        """How it stands now."""
        now = "ditarik" if saved.withdrawn_at else "tercatat"
        return [{"label": "Kontak ini", "saved": now, "yours": "", "differs": True}]


def _call_at(user, key):
    """The call that was saved a moment ago, of somebody who still lives in the village."""
    known = as_id(key)
    calls = FamilyCall.objects.visible_to(user).select_related("trip__person").prefetch_related("trip__contact_losses")
    call = calls.filter(pk=known).first() if known else None
    if call and call.trip.village_id != call.village_id:
        raise Http404
    return call


def _pauses(away, chosen: str, today) -> list[dict]:
    """The ways to narrow the list, each with how many there are."""
    counts = away.order_by().aggregate(
        all=Count("pk"),
        **{f"over_{days}": Count("pk", filter=Q(since__lte=latest_of(step, today))) for days, step in PAUSES.items()},
    )
    lines = [("Semua", "", counts["all"])]
    lines += [(f"Lebih dari {days} hari", f"?jeda={days}", counts[f"over_{days}"]) for days in PAUSES]
    base = reverse("infopost:call_list")
    return [
        {
            "label": label,
            "url": base + query,
            "count": count,
            "is_chosen": query == (f"?jeda={chosen}" if chosen else ""),
        }
        for label, query, count in lines
    ]


def _edge(away, key):
    """The journey at which the page begins or ends; None for the first page and for a key that is not of this list."""
    known = as_id(key)
    return away.filter(pk=known).first() if known else None


def _page_url(pause: str, name: str, row) -> str:
    if row is None:
        return ""
    return f"{reverse('infopost:call_list')}?{urlencode(({'jeda': pause} if pause else {}) | {name: row.pk})}"
