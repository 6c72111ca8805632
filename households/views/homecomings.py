"""What is known of somebody after he came home."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms.homecomings import HomecomingForm
from households.models import Trip
from households.rules.homecomings import Window, empowerment
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.profiles import Answers
from toolkit.dates import PartialDate


class HomecomingChange(FamilyView):
    """Wish, state, savings and skills after a journey, each answer of which may stay open."""

    form_key = "homecoming_change"
    template_name = "households/homecoming_change.html"
    done_message = "Keterangan setelah pulang sudah disimpan."

    def find(self):
        """A journey of somebody in the officer's own village that has ended; before, there is no such page."""
        trips = Trip.objects.editable_by(self.request.user).select_related("person", "homecoming")
        trip = get_object_or_404(trips, pk=self.kwargs["pk"])
        if trip.returned_on is None:
            raise Http404
        return trip

    def make_form(self, data=None):
        """The questions after coming home."""
        return HomecomingForm(data, trip=self.record)

    def address(self, op):
        """The journey and the operation."""
        return reverse("households:homecoming_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_homecoming(
            by=self.request.user, trip_id=self.record.pk, version=version, entry=form.entry()
        )

    def compare(self, form, saved):
        """Question by question."""
        return compare_fields(form, HomecomingForm(trip=saved))

    def extra_context(self, form):
        """How long social empowerment is possible."""
        return {"window": window_in_words(self.record, timezone.localdate())}


@dataclass(frozen=True)
class HomecomingLine:
    """What a person's page says of the time after one journey."""

    trip: object
    window: str
    told: Answers


def homecoming_lines(trips, day) -> list[HomecomingLine]:
    """The journeys that ended, the latest first; what is told of each must be at hand."""
    ended = sorted((t for t in trips if t.returned_on and t.returned_on <= day), key=lambda t: t.returned_on)
    return [HomecomingLine(trip, window_in_words(trip, day), _told(trip)) for trip in reversed(ended)]


def window_in_words(trip, day) -> str:
    """'masih 4 bulan', 'sudah lewat', or that nobody can tell."""
    found = empowerment(PartialDate.within(trip.returned_on, trip.returned_precision), day)
    if found.window == Window.UNKNOWN:
        return "belum dapat dihitung, karena tanggal pulang belum diketahui"
    if found.window == Window.MAYBE:
        return "mungkin masih, karena tanggal pulangnya belum pasti"
    if found.window == Window.PAST:
        return "sudah lewat"
    return f"masih {found.months} bulan" if found.months else "masih, kurang dari satu bulan lagi"


def _told(trip) -> Answers:
    told = getattr(trip, "homecoming", None)
    if told is None:
        return Answers([], [])
    group = f" ({told.group})" if told.group else ""
    return Answers.of(
        [
            ("Keinginan", told.get_wish_display()),
            ("Keadaan", told.get_wellbeing_display()),
            ("Sisa tabungan", told.get_savings_display()),
            ("Utang", told.get_debts_display()),
            ("Keterampilan", told.skills),
            ("Bahasa", told.languages),
            ("Pendampingan", told.get_reintegration_display()),
            ("Ikut kelompok", f"{told.get_in_group_display()}{group}"),
        ]
    )
