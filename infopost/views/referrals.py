"""Sending somebody to an office, and what came back from there."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from infopost import actions
from infopost.forms.referrals import AnswerForm, ReferralForm
from infopost.models import Referral
from infopost.views.file_acts import FileActView
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import inside


class ReferralAdd(FileActView):
    """A candidate is referred to an office."""

    address_name = "infopost:referral_add"
    heading, done_message = "Rujuk ke kantor lain", "Rujukan sudah dicatat."
    lead = "Beri tahu kantor mana, untuk apa, dan bawa halaman 'yang masih kurang'."

    def note_reading(self, record):
        """The journey was read, also where its referral is compared."""
        super().note_reading(getattr(record, "trip", record))

    def make_form(self, data=None):
        """Where to and what for."""
        return ReferralForm(data)

    def carry_out(self, form, *, version):
        """Note it under the operation's id."""
        about = {"by": self.request.user, "trip_id": self.record.pk, "referral_id": self.op}
        return actions.refer(**form.told(), **about)

    def leads_to(self, result):
        """The file."""
        return super().leads_to(result.trip)

    def saved_by(self, receipt):
        """The referral of this operation."""
        return get_object_or_404(Referral.objects.editable_by(self.request.user), pk=receipt.op)

    def extra_context(self, form):
        """Who wrote in the file last, where the page compares."""
        return super().extra_context(form) | {"saved": self.record}

    def compare(self, form, saved):
        """Field by field, with the referral that was saved."""
        told = {name: getattr(saved, name) for name in ("office", "office_name", "reason", "note")}
        day = dict(zip(("day", "month", "year"), PartialDate(saved.referred_on, "day").parts, strict=True))
        kept = ReferralForm(told | {f"referred_{part}": value for part, value in day.items()})
        kept.is_valid()
        return compare_fields(form.answers, kept)


class ReferralAnswerView(FamilyView):
    """The office answered; or the answer, or the whole referral, was a mistake."""

    form_key, template_name = "referral_answer", "infopost/file_act.html"
    done_message = "Jawaban sudah dicatat."

    def find(self):
        """A referral of somebody in the officer's own village."""
        referrals = Referral.objects.editable_by(self.request.user).select_related("trip__person", "trip__changed_by")
        return get_object_or_404(referrals, pk=self.kwargs["pk"])

    def note_reading(self, record):
        """The journey was read, like on its file."""
        super().note_reading(record.trip)

    def make_form(self, data=None):
        """The answer as it is known."""
        return AnswerForm(data, referral=self.record)

    def address(self, op):
        """The referral and the operation."""
        return reverse("infopost:referral_answer", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Note it, take it back, or the whole referral."""
        about = {"by": self.request.user, "referral_id": self.record.pk, "version": version}
        if form.is_whole_mistake or form.is_mistake:
            self.done_message = "Catatan yang keliru sudah ditarik."
            take_back = actions.withdraw_referral if form.is_whole_mistake else actions.withdraw_answer
            return take_back(**about)
        return actions.answer_referral(**form.told(), **about)

    def leads_to(self, result):
        """The file."""
        return reverse("infopost:file_detail", args=[result.trip_id])

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form.answers, AnswerForm(referral=saved))

    def extra_context(self, form):
        """Which referral."""
        lead = f"{self.record.office_words}, {inside(self.record.get_reason_display())}"
        about = {"heading": "Jawaban rujukan", "lead": lead, "file_url": self.leads_to(self.record)}
        return about | {"record": self.record.trip, "saved": self.record.trip}
