"""Money sent home: a family's page about it, and the pages where it is noted."""

from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from households import actions
from households.forms.remittances import RemittanceForm
from households.models import Household, Person, Remittance, Trip
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.remittance_lines import remittance_line, year_lines
from households.views.vanishing import Vanishing


@require_safe
def household_remittances(request, pk):
    """Year by year what was sent, and what it was used for."""
    household = get_object_or_404(Household.objects.visible_to(request.user), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=household, region=household.village_id, reason="kiriman")
    remittances = list(_told_of(request.user, household))
    context = {
        "household": household,
        "lines": [remittance_line(one) for one in remittances],
        "years": year_lines(remittances),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "households/household_remittances.html", context)


def _told_of(user, household):
    remittances = Remittance.objects.visible_to(user).filter(household=household)
    return remittances.select_related("household", "trip__person", "receiver", "created_by")


class RemittanceView(FamilyView):
    """A form about money sent to a family of the officer's own village."""

    template_name = "households/remittance_form.html"
    noted = None

    @property
    def household(self):
        """The family that is sent money."""
        return self.record

    def make_form(self, data=None):
        """The family's own journeys and members to choose from."""
        user, family = self.request.user, self.household
        senders, receivers = Q(person__household=family), Q(household=family)
        if self.noted:
            # Whoever was named once may belong to another family of the village by now.
            senders, receivers = senders | Q(pk=self.noted.trip_id), receivers | Q(pk=self.noted.receiver_id)
        trips = Trip.objects.editable_by(user).filter(senders).select_related("person").order_by("pk")
        people = Person.objects.editable_by(user).filter(receivers).order_by("pk")
        return RemittanceForm(data, trips=trips, people=people, remittance=self.noted)

    def note_reading(self, record):
        """The page shows the family."""
        super().note_reading(self.household)

    def leads_to(self, result):
        """To the family's page about money sent home."""
        return reverse("households:household_remittances", args=[self.household.pk])

    def compare(self, form, saved):
        """Box by box, the parts by their uses too."""
        saved_form = RemittanceForm(trips=form.trips.values(), people=form.people.values(), remittance=saved)
        rows = compare_fields([bound for bound in form if bound.name != "what"], saved_form)
        return rows + compare_fields(form.tenths, saved_form.tenths)

    def extra_context(self, form):
        """The family whose page is left."""
        return {"household": self.household, "back_url": self.leads_to(None)}


class RemittanceAdd(RemittanceView):
    """Another month or quarter."""

    form_key = "remittance_add"
    done_message = "Kiriman sudah dicatat."

    def find(self):
        """The family."""
        return get_object_or_404(Household.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def address(self, op):
        """The family and the operation."""
        return reverse("households:remittance_add", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Write the note under the operation's id."""
        return actions.note_remittance(
            by=self.request.user, household_id=self.record.pk, entry=form.entry(), remittance_id=self.op
        )

    def saved_by(self, receipt):
        """The note that this operation wrote."""
        return get_object_or_404(Remittance.objects.editable_by(self.request.user), pk=receipt.op)


class RemittanceChange(Vanishing, RemittanceView):
    """A correction; or the note was a mistake."""

    form_key = "remittance_change"
    done_message = "Perubahan sudah disimpan."

    def find(self):
        """A note about a family in the officer's own village."""
        remittances = Remittance.objects.editable_by(self.request.user).select_related("household")
        return get_object_or_404(remittances, pk=self.kwargs["pk"])

    @property
    def household(self):
        """The family that is sent money."""
        return self.record.household

    @property
    def noted(self):
        """What is corrected."""
        return self.record

    def address(self, op):
        """The note and the operation."""
        return reverse("households:remittance_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown, or take the note out."""
        about = {"by": self.request.user, "remittance_id": self.record.pk, "version": version}
        if form.is_mistake:
            self.done_message = "Catatan kiriman sudah dihapus."
            return actions.withdraw_remittance(**about)
        return actions.change_remittance(entry=form.entry(), **about)
