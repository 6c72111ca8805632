"""The acts of a journey: a page each, with one question."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.choices import ReturnReason
from households.forms.journeys import (
    AgainForm,
    ArrivalForm,
    CancelForm,
    DepartureForm,
    ExtensionForm,
    HeardForm,
    LossForm,
)
from households.models import Person, Trip
from households.rules.journeys import life_line, standing_of
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.presenting import status_chip, step_line
from toolkit.ids import new_id


class TripActView(FamilyView):
    """An act upon a journey: note it, correct it, or take it back.

    A page says how its form is called, and the two actions: `note` and `take_back`.
    """

    template_name = "households/trip_act.html"
    done_message = "Sudah dicatat."
    taken_back = "Catatan yang keliru sudah dihapus."
    form_class = None
    title, verb, lead = "", "", ""

    @property
    def form_key(self):
        """The act's own name, which is its address's."""
        return self.address_name.partition(":")[2]

    def find(self):
        """A journey of somebody in the officer's own village."""
        trips = Trip.objects.editable_by(self.request.user).select_related("person")
        return get_object_or_404(trips, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """What is asked, filled with what is noted."""
        return self.form_class(data, trip=self.record)

    def address(self, op):
        """The journey and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Note it, correct it, or take it back; or the whole journey."""
        about = {"by": self.request.user, "trip_id": self.record.pk, "version": version}
        if form.is_whole_mistake:
            self.done_message = self.taken_back
            return actions.withdraw_trip(**about)
        if form.is_mistake:
            self.done_message = self.taken_back
            return self.take_back(**about)
        return self.note(form.cleaned_data, today=timezone.localdate(), **about)

    def note(self, told, **about):
        """The act."""
        raise NotImplementedError

    def take_back(self, **about):
        """Its inverse."""
        raise NotImplementedError

    def compare(self, form, saved):
        """Field by field; who said nothing of how it is known changes nothing of that."""
        told = [bound for bound in form.answers if bound.name != "evidence" or bound.value()]
        return compare_fields(told, self.form_class(trip=saved))

    def extra_context(self, form):
        """Whose journey it is, and the steps that are known already."""
        return {
            "title": self.title,
            "heading": f"{self.record.person.name} {self.verb}",
            "lead": self.lead,
            "cancel_url": self.record.get_absolute_url(),
            "events": [step_line(step) for step in life_line([self.record])],
        }


class TripDepart(TripActView):
    """A candidate has left."""

    address_name, form_class = "households:trip_depart", DepartureForm
    title, verb = "Keberangkatan", "berangkat"
    lead = "Catat kapan berangkat dari desa ke luar negeri, dan dari mana itu diketahui."

    def note(self, told, **about):
        """The departure."""
        return actions.record_departure(departed=told["departed"], evidence=told["evidence"], **about)

    def take_back(self, **about):
        """Still a candidate."""
        return actions.withdraw_departure(today=timezone.localdate(), **about)


class TripReturn(TripActView):
    """Somebody has come home, and may have left again."""

    address_name, form_class = "households:trip_return", ArrivalForm
    title, verb = "Kepulangan", "pulang"
    lead = "Catat kapan tiba kembali di desa, dan mengapa."

    def note(self, told, **about):
        """The return."""
        about |= {"returned": told["returned"], "reason": told["reason"], "evidence": told["evidence"]}
        return actions.record_arrival(**about)

    def take_back(self, **about):
        """Still abroad."""
        return actions.withdraw_arrival(today=timezone.localdate(), **about)

    def carry_out(self, form, *, version):
        """Note also where to go next."""
        self.form = form
        return super().carry_out(form, version=version)

    def leads_to(self, result):
        """To the next departure where there was one, to the death where that was why, else to the person."""
        if self.form.leaves_again:
            return reverse("households:trip_again", args=[result.person_id, new_id()])
        if result.return_reason == ReturnReason.DIED and result.person.died_on is None:
            return reverse("households:person_death", args=[result.person_id, new_id()])
        return super().leads_to(result)


class TripCancel(TripActView):
    """A candidate will not go; or a journey was a mistake, or not."""

    address_name, form_class = "households:trip_cancel", CancelForm
    title, verb = "Batal berangkat", "batal berangkat"
    lead = "Yang batal tidak lagi dihitung sebagai calon PMI sejak hari itu. Riwayatnya tetap tersimpan."

    def note(self, told, **about):
        """The plan is given up."""
        return actions.cancel_trip(cancelled=told["cancelled"], **about)

    def take_back(self, **about):
        """The plan holds."""
        return actions.restore_trip(**about)


class TripExtend(TripActView):
    """The contract goes on."""

    address_name, form_class = "households:trip_extend", ExtensionForm
    title, verb = "Perpanjangan kontrak", "memperpanjang kontrak"
    lead = "Yang memperpanjang tetap di luar negeri; perjalanannya sama."

    def note(self, told, **about):
        """One more extension."""
        about |= {"extended": told["extended"], "until": told["until"], "place": told["place"]}
        return actions.extend_contract(**about)

    def take_back(self, **about):
        """The last one goes."""
        return actions.withdraw_extension(**about)


class TripLost(TripActView):
    """The family hears nothing."""

    address_name, form_class = "households:trip_lost", LossForm
    title, verb = "Tanpa kabar", "tanpa kabar"
    lead = "Catat bila keluarga tidak menerima kabar. Statusnya tetap PMI aktif."

    def note(self, told, **about):
        """Since when."""
        return actions.lose_contact(lost=told["lost"], channel=told["channel"], **about)

    def take_back(self, **about):
        """There was news all the time."""
        return actions.withdraw_loss(**about)


class TripHeard(TripActView):
    """The family hears again."""

    address_name, form_class = "households:trip_heard", HeardForm
    title, verb = "Ada kabar", "memberi kabar"
    lead = "Catat kapan keluarga mendapat kabar lagi, dan lewat apa."

    def note(self, told, **about):
        """Since when."""
        return actions.hear_again(heard=told["heard"], channel=told["channel"], **about)

    def take_back(self, **about):
        """There is none still."""
        return actions.withdraw_hearing(**about)


class TripAgain(FamilyView):
    """Somebody who was home has left again."""

    form_key, template_name = "trip_again", "households/trip_again.html"
    done_message = "Keberangkatan sudah dicatat."

    def find(self):
        """The member who has been abroad before."""
        return get_object_or_404(Person.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """Where to and when; it begins with where he was last."""
        return AgainForm(data, last_trip=self.record.trips.order_by("pk").last())

    def address(self, op):
        """The member and the operation."""
        return reverse("households:trip_again", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Write the journey under the operation's id."""
        about = {"by": self.request.user, "person_id": self.record.pk, "trip_id": self.op}
        return actions.leave_again(entry=form.entry(), today=timezone.localdate(), **about)

    def saved_by(self, receipt):
        """The journey that this operation wrote."""
        return get_object_or_404(Trip.objects.editable_by(self.request.user), pk=receipt.op)

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, AgainForm(last_trip=saved))

    def extra_context(self, form):
        """Where he stands now."""
        standing = standing_of(self.record, timezone.localdate())
        return {"chip": status_chip(standing) if standing else None}
