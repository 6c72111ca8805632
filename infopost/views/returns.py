"""Those who came home within a year: whom to talk with, and what the village has offered them."""

import datetime as dt

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from households.models import Trip
from households.views.comparing import compare_fields
from households.views.homecomings import homecoming_lines, window_in_words
from infopost import actions
from infopost.forms import OffersForm, ReturnTalkForm, TaskForm
from infopost.forms.returns import WITHDRAWN
from infopost.homecomers import home_on
from infopost.models import ReturnTalk, ReturnTask
from infopost.return_choices import TaskState
from infopost.rules.returns import offers_for
from infopost.views.return_lines import return_line
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import page_of

ORDER = ("returned_on", "pk")
USUALLY_WITHIN = dt.timedelta(days=14)


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def return_list(request):
    """Those who came home, the latest first."""
    user, today = request.user, timezone.localdate()
    audit.read(Act.LISTED, by=user, reason="yang baru pulang")
    home = home_on(user, today)
    rows = home.select_related("person__household", "village").prefetch_related(_tasks(user))
    after, before = (_edge(home, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    page = page_of(rows, order=ORDER, after=after, before=before, descending=True)
    url = reverse("infopost:return_list")
    context = {
        "rows": [return_line(trip, today) for trip in page.rows],
        "can_edit": user.may(Verb.EDIT_HOUSEHOLDS),
        "shows_village": user.office.level != Level.VILLAGE,
        "previous_url": f"{url}?sebelum={page.before.pk}" if page.before else "",
        "next_url": f"{url}?sesudah={page.after.pk}" if page.after else "",
    }
    return render(request, "infopost/return_list.html", context)


@require_safe
def return_detail(request, pk):
    """One homecoming: what was told, what was left behind, and what the village offers."""
    user, today = request.user, timezone.localdate()
    trips = Trip.objects.visible_to(user).filter(returned_on__isnull=False).select_related("person", "homecoming")
    trip = get_object_or_404(trips.prefetch_related(_tasks(user), _talks(user)), pk=pk)
    audit.read(Act.VIEWED, by=user, on=trip, region=trip.village_id)
    context = {
        "trip": trip,
        "person": trip.person,
        "line": next(iter(homecoming_lines([trip], today)), None),
        "talk": talk_of(trip),
        "tasks": [task for task in trip.return_tasks.all() if task.village_id == trip.village_id],
        "window": window_in_words(trip, today),
        "can_edit": user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "infopost/return_detail.html", context)


class ReturnView(OperationView):
    """A page about one homecoming."""

    done_message = "Sudah dicatat."

    def find(self):
        """A journey of the own village that somebody came home from."""
        user = self.request.user
        trips = Trip.objects.editable_by(user).filter(returned_on__isnull=False).select_related("person", "homecoming")
        return get_object_or_404(trips.prefetch_related(_talks(user)), pk=self.kwargs["pk"])

    def note_reading(self, record):
        """The page names somebody."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def leads_to(self, result):
        """The homecoming's page."""
        return reverse("infopost:return_detail", args=[result.pk])

    def saved_by(self, receipt):
        """The journey as it stands now."""
        return self.find()


class ReturnTalkHold(ReturnView):
    """The talk: what was left behind, and what the registry asks after a journey."""

    form_key, template_name = "return_talk_hold", "infopost/return_talk.html"

    def make_form(self, data=None):
        """As it is known, or as typed."""
        return ReturnTalkForm(data, trip=self.record, talk=talk_of(self.record))

    def address(self, op):
        """The journey and the operation."""
        return reverse("infopost:return_talk_hold", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Keep the answers, or take the talk back."""
        about = {"by": self.request.user, "trip_id": self.record.pk, "version": version}
        if form.is_mistake:
            self.done_message = "Catatan percakapan sudah ditarik."
            return actions.withdraw_talk(**about)
        answers = {"talked_on": form.cleaned_data["talked_on"], "left": form.left(), "entry": form.entry()}
        return actions.hold_talk(**answers, **about)

    def compare(self, form, saved):
        """Question by question."""
        asked = [bound for bound in form if bound.name != "what"]
        return compare_fields(asked, ReturnTalkForm(trip=saved, talk=talk_of(saved)))

    def extra_context(self, form):
        """How long the year lasts."""
        return {"window": window_in_words(self.record, timezone.localdate())}


class ReturnOffer(ReturnView):
    """What the village offers, picked by what he wishes."""

    form_key, template_name = "return_offer", "infopost/return_offer.html"

    def version_of(self, record):
        """Offers change nothing of the journey."""
        return 0

    def make_form(self, data=None):
        """What fits his wish is ticked already."""
        trip, talk = self.record, talk_of(self.record)
        told = getattr(trip, "homecoming", None)
        rights = talk.rights if talk else ()
        wish, wellbeing = getattr(told, "wish", ""), getattr(told, "wellbeing", "")
        suggested = offers_for(wish, rights=rights, wellbeing=wellbeing)
        return OffersForm(data, suggested=suggested, due=timezone.localdate() + USUALLY_WITHIN)

    def address(self, op):
        """The journey and the operation."""
        return reverse("infopost:return_offer", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Offer them."""
        return actions.make_offers(by=self.request.user, trip_id=self.record.pk, **form.cleaned_data)

    def compare(self, form, saved):
        """What waits already."""
        open_now = saved.return_tasks.filter(state=TaskState.OPEN, withdrawn_at__isnull=True)
        words = ", ".join(task.get_offer_display() for task in open_now) or "belum ada"
        return [{"label": "Yang menunggu", "saved": words, "yours": "", "differs": True}]


class TaskClose(OperationView):
    """An offer was carried out, is not wanted, waits again, or was a mistake."""

    form_key, template_name = "task_close", "infopost/task_close.html"
    done_message = "Sudah dicatat."

    def find(self):
        """An offer of the own village."""
        tasks = ReturnTask.objects.editable_by(self.request.user).select_related("trip__person")
        return get_object_or_404(tasks, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The outcomes."""
        return TaskForm(data, record=self.record)

    def address(self, op):
        """The offer and the operation."""
        return reverse("infopost:task_close", args=[self.record.pk, op])

    def note_reading(self, record):
        """The page names somebody."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def carry_out(self, form, *, version):
        """Keep the outcome."""
        about = {"by": self.request.user, "task_id": self.record.pk, "version": version}
        outcome = form.cleaned_data["outcome"]
        if outcome == WITHDRAWN:
            return actions.withdraw_task(**about)
        return actions.close_task(state=TaskState(outcome), on=form.cleaned_data["closed_on"], **about)

    def leads_to(self, result):
        """The homecoming's page; of somebody who has moved the list."""
        if self.record.trip.village_id != self.record.village_id:
            return reverse("infopost:return_list")
        return reverse("infopost:return_detail", args=[result.trip_id])

    def compare(self, form, saved):
        """The outcome, saved and chosen."""
        return compare_fields([form["outcome"]], TaskForm(record=saved))

    def extra_context(self, form):
        """Whom it is for, as long as he is of the village."""
        trip = self.record.trip
        return {"person": trip.person if trip.village_id == self.record.village_id else None}


def talk_of(trip) -> ReturnTalk | None:
    """The talk of the village where he lives, taken back or not; it must be prefetched."""
    return next((talk for talk in trip.return_talks.all() if talk.village_id == trip.village_id), None)


def _tasks(user) -> Prefetch:
    return Prefetch("return_tasks", ReturnTask.objects.visible_to(user))


def _talks(user) -> Prefetch:
    return Prefetch("return_talks", ReturnTalk.objects.visible_to(user))


def _edge(home, key):
    """The journey at which the page begins or ends; None for the first page and for a key that is not of this list."""
    known = as_id(key)
    return home.filter(pk=known).first() if known else None
