"""A journey is noted, or corrected as a whole."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.actions.holding import version_for_more
from households.forms import TripForm
from households.models import Person, Trip
from households.rules.journeys import life_line, standing_of
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.presenting import status_chip, step_line


class AddsTrip(FamilyView):
    """One more journey of a member: of two officers who note the same one the second sees the first's."""

    def version_of(self, record):
        """The journeys that are noted already."""
        person = record if isinstance(record, Person) else record.person
        return version_for_more(person.trips)


class TripAdd(AddsTrip):
    """A journey of a member."""

    form_key = "trip_add"
    template_name = "households/trip_form.html"
    done_message = "Perjalanan sudah dicatat."

    def find(self):
        """The member who goes, is or was abroad."""
        return get_object_or_404(Person.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """A journey's questions."""
        return TripForm(data)

    def address(self, op):
        """The member and the operation."""
        return reverse("households:trip_add", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Write the journey under the operation's id."""
        return actions.add_trip(
            by=self.request.user,
            person_id=self.record.pk,
            trip_id=self.op,
            entry=form.entry(),
            today=timezone.localdate(),
            seen=version or None,
        )

    def saved_by(self, receipt):
        """The journey that this operation wrote."""
        return get_object_or_404(Trip.objects.editable_by(self.request.user), pk=receipt.op)

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, TripForm(trip=saved))

    def extra_context(self, form):
        """The journey that is still under way: whoever comes home from it does not begin another."""
        standing = standing_of(self.record, timezone.localdate())
        under_way = standing if standing and standing.is_under_way else None
        return {"under_way": under_way, "chip": status_chip(under_way) if under_way else None}


class TripChange(FamilyView):
    """The next step of a journey, or a correction."""

    form_key = "trip_change"
    template_name = "households/trip_form.html"
    done_message = "Perjalanan sudah diperbarui."

    def find(self):
        """A journey of somebody in the officer's own village."""
        trips = Trip.objects.editable_by(self.request.user).select_related("person")
        return get_object_or_404(trips, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The journey as it is known."""
        return TripForm(data, trip=self.record)

    def address(self, op):
        """The journey and the operation."""
        return reverse("households:trip_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_trip(
            by=self.request.user,
            trip_id=self.record.pk,
            version=version,
            entry=form.entry(),
            today=timezone.localdate(),
        )

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, TripForm(trip=saved))

    def extra_context(self, form):
        """The steps that are known already."""
        return {"events": [step_line(step) for step in life_line([self.record])]}
