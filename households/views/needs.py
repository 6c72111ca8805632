"""What a family needs: noting it, and that it is met."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms.needs import NeedForm, NeedsForm
from households.living import NeedKind
from households.models import Circumstances, Need
from households.views.circumstances import SectionView
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.living import needs_in_words
from households.views.vanishing import Vanishing


class HouseholdNeeds(SectionView):
    """The last section: what the family needs, beside what it said before."""

    template_name = "households/household_needs.html"
    form_class = NeedsForm

    def make_form(self, data=None):
        """The needs that are not open already."""
        known = Circumstances.of(self.record)
        return NeedsForm(data, circumstances=known, open_kinds={need.kind for need in self.needs if not need.met_on})

    @property
    def needs(self):
        """All that the family ever said it needs."""
        return list(Need.objects.editable_by(self.request.user).filter(household=self.record))

    def carry_out(self, form, *, version):
        """Note the new needs."""
        told_on = form.cleaned_data["told"].value
        return actions.note_needs(
            by=self.request.user, household_id=self.record.pk, version=version, told_on=told_on, **form.answers()
        )

    def compare(self, form, saved):
        """What is noted now, and what was chosen."""
        chosen = [NeedKind(kind).label for kind in form.cleaned_data.get("kinds", [])]
        kept = ", ".join(needs_in_words(saved, self.needs)) or "belum ditanyakan"
        yours = ", ".join(chosen) or "tidak ada yang dipilih"
        return [{"label": "Kebutuhan", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """The needs that are noted."""
        return {**super().extra_context(form), "needs": self.needs}


class NeedChange(Vanishing, FamilyView):
    """A need is met; or is not after all; or was noted by mistake."""

    form_key = "need_change"
    template_name = "households/need_change.html"
    done_message = "Kebutuhan ini sudah dicatat terpenuhi."

    def find(self):
        """A need of a family in the officer's own village."""
        needs = Need.objects.editable_by(self.request.user).select_related("household", "noted_by")
        return get_object_or_404(needs, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """Met, not met, or a mistake."""
        return NeedForm(data, need=self.record)

    def address(self, op):
        """The need and the operation."""
        return reverse("households:need_change", args=[self.record.pk, op])

    def note_reading(self, record):
        """The page shows the family."""
        super().note_reading(self.record.household)

    def carry_out(self, form, *, version):
        """Note it, or take it back."""
        about = {"by": self.request.user, "need_id": self.record.pk, "version": version}
        if form.is_mistake:
            self.done_message = "Catatan kebutuhan sudah dihapus."
            return actions.withdraw_need(**about)
        if form.is_unmet:
            self.done_message = "Kebutuhan ini terbuka lagi."
            return actions.reopen_need(**about)
        return actions.meet_need(met=form.cleaned_data["met"], today=timezone.localdate(), **about)

    def compare(self, form, saved):
        """Since when it is met, saved and typed."""
        return compare_fields([form["met"]], NeedForm(need=saved))
