"""Asking how a family lives: a page a section, in the order of the kitchen table."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from households import actions
from households.forms.living import AidForm, ContactForm, DwellingForm, IncomeForm, SectionForm
from households.living import SECTIONS
from households.models import Circumstances, Household
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.living import address_of
from households.views.remittances import asks_for_money
from toolkit.ids import new_id


class SectionView(FamilyView):
    """One section of what is asked about a family of the officer's own village."""

    template_name = "households/household_section.html"
    form_class: type[SectionForm]

    @property
    def section(self):
        """The section of this page."""
        return SECTIONS[self.form_class.section_name]

    @property
    def form_key(self) -> str:
        """The form's name on receipts."""
        return f"household_{self.section.name}"

    @property
    def done_message(self) -> str:
        """What was noted."""
        return f"{self.section.title} sudah dicatat."

    def find(self):
        """The family, with what is known already."""
        families = Household.objects.editable_by(self.request.user).select_related("circumstances")
        return get_object_or_404(families, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The section's questions."""
        return self.form_class(data, circumstances=Circumstances.of(self.record))

    def address(self, op):
        """The family and the operation."""
        return reverse(address_of(self.section), args=[self.record.pk, op])

    def version_of(self, record):
        """The section's own version, so that nobody waits for another section."""
        known = record if isinstance(record, Circumstances) else Circumstances.of(record)
        return known.version_of(self.section)

    def note_reading(self, record):
        """The page shows the family."""
        super().note_reading(self.record)

    def carry_out(self, form, *, version):
        """Keep the answers."""
        return actions.answer_section(
            by=self.request.user,
            household_id=self.record.pk,
            section=self.section,
            version=version,
            answers=form.answers(),
            told_on=form.cleaned_data["told"].value,
        )

    def leads_to(self, result):
        """Whoever asks for the first time goes on to what nobody has asked yet; else back to the family."""
        was_asked, following = Circumstances.of(self.record).is_asked(self.section), result.unasked_after(self.section)
        if was_asked:
            return super().leads_to(result)
        before_needs = self.section.name == "income" or (following is not None and following.name == "needs")
        if before_needs and asks_for_money(self.request.user, self.record):
            return reverse("households:remittance_add", args=[self.record.pk, new_id()])
        if following is None:
            return super().leads_to(result)
        return reverse(address_of(following), args=[self.record.pk, new_id()])

    def saved_by(self, receipt):
        """What is known of the family now."""
        return Circumstances.objects.editable_by(self.request.user).get(household=self.record)

    def compare(self, form, saved):
        """Question by question."""
        return compare_fields(form.questions, self.form_class(circumstances=saved))

    def extra_context(self, form):
        """Which section this is, and of how many."""
        return {"section": self.section, "sections": len(SECTIONS)}


class HouseholdDwelling(SectionView):
    """In whose house the family lives."""

    form_class = DwellingForm


class HouseholdContact(SectionView):
    """How the family is reached."""

    form_class = ContactForm


class HouseholdAid(SectionView):
    """Which social aid the family has."""

    form_class = AidForm


class HouseholdIncome(SectionView):
    """What the family lives on."""

    form_class = IncomeForm
