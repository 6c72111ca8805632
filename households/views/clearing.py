"""Reasons to check that turn out to be right as they are, and consents that are noted later."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms import ClearanceForm, LaterConsentForm
from households.models import Household, Person
from households.rules.clearing import in_force
from households.views.editing import FamilyView
from households.views.life import HouseholdView


class ClearanceView(FamilyView):
    """'Sudah dicek, memang begitu' about a record of the officer's own village."""

    template_name = "households/check_clear.html"
    done_message = "Sudah dicatat. Keterangan ini tidak lagi perlu dicek."
    model, address_name = None, ""

    def find(self):
        """The record, with what was cleared before."""
        records = self.model.objects.editable_by(self.request.user).prefetch_related("clearances__cleared_by")
        return get_object_or_404(records, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The record's reasons."""
        return ClearanceForm(data, record=self.record)

    def address(self, op):
        """The record and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Clear it, or put it back."""
        about = {"by": self.request.user, "record": self.record, "version": version, "today": timezone.localdate()}
        if form.is_back:
            self.done_message = "Sudah dicatat. Keterangan ini perlu dicek lagi."
            return actions.withdraw_clearance(code=form.code, **about)
        return actions.clear_check(code=form.code, note=form.cleaned_data["note"], **about)

    def compare(self, form, saved):
        """What is to be checked now, and what was chosen."""
        kept = "; ".join(saved.check_labels) or "tidak ada"
        yours = dict(form.fields["what"].choices).get(form.cleaned_data.get("what"), "belum dipilih")
        return [{"label": "Perlu dicek", "saved": kept, "yours": yours, "differs": True}]

    def extra_context(self, form):
        """What was cleared before, by whom and why."""
        return {"cleared": in_force(self.record), "name": getattr(self.record, "name", "")}


class PersonClear(ClearanceView):
    """About a member, such as a NIK that tells another birth date."""

    form_key, model, address_name = "person_clear", Person, "households:person_clear"


class HouseholdClear(ClearanceView):
    """About the family itself, such as a family card that two houses share."""

    form_key, model, address_name = "household_clear", Household, "households:household_clear"


class ConsentAdd(HouseholdView):
    """The family was told later than it was registered, or is told again, and agrees."""

    form_key, address_name = "consent_add", "households:consent_add"
    template_name = "households/consent_add.html"
    done_message = "Persetujuan sudah dicatat."

    def make_form(self, data=None):
        """The consent's questions, as when registering."""
        return LaterConsentForm(data, has_one=self.record.consents.exists())

    def carry_out(self, form, *, version):
        """Note it, in the words of the text that was read out; or take the last one out."""
        if form.is_mistake:
            self.done_message = "Catatan persetujuan sudah dihapus."
            return actions.withdraw_consent(**self.about(version))
        return actions.add_consent(entry=form.entry(), today=timezone.localdate(), **self.about(version))

    def compare(self, form, saved):
        """The last consent, saved and typed."""
        last = saved.consents.first()
        kept = f"{last.given_by}, {last.get_how_display().lower()}" if last else "belum dicatat"
        yours = form.cleaned_data.get("given_by", "")
        return [{"label": "Persetujuan", "saved": kept, "yours": yours, "differs": True}]

    def extra_context(self, form):
        """The last consent."""
        return {"noted": self.record.consents.first()}
