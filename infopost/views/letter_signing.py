"""The head's page about a letter, and the page on which a signed one is withdrawn."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from households.views.editing import FamilyView
from infopost import actions
from infopost.forms import SigningForm, WithdrawalForm
from infopost.letter_choices import LetterState
from infopost.letters.paper import paper_of
from infopost.letters.telling import chip_of
from infopost.models import Letter
from infopost.views.letters import letters_told


class LetterActView(FamilyView):
    """Something becomes of a letter that is there."""

    address_name = ""

    def address(self, op):
        """The letter and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def about(self, version) -> dict:
        """Who acts, on which version of which letter."""
        return {"by": self.request.user, "letter_id": self.record.pk, "version": version}

    def compare(self, form, saved):
        """How far it is now."""
        return [{"label": "Keadaan surat", "saved": chip_of(saved).word, "yours": "", "differs": True}]

    def extra_context(self, form):
        """What stands on it."""
        return {"paper": paper_of(self.record, whole_numbers=False)}


class LetterSign(LetterActView):
    """The head reads the letter and signs it, or sends it back; one that he sent back waits again."""

    form_key, address_name = "letter_sign", "infopost:letter_sign"
    template_name = "infopost/letter_sign.html"

    def find(self):
        """A letter of the head's village that waits, or that he has sent back."""
        if not self.request.user.may(Verb.SIGN_LETTERS):
            return get_object_or_404(Letter.objects.editable_by(None))
        letters = letters_told(self.request.user).select_related("changed_by")
        return get_object_or_404(letters.filter(state__in=["waiting", "sent_back", "signed"]), pk=self.kwargs["pk"])

    def get(self, request, *args, **kwargs):
        """A letter that was signed meanwhile has nothing to decide any more."""
        if self.record.is_numbered:
            return redirect(self.record)
        return super().get(request, *args, **kwargs)

    def make_form(self, data=None):
        """Signed, or back with a reason."""
        return SigningForm(data)

    def carry_out(self, form, *, version):
        """Sign it, send it back, or let it wait again."""
        about = self.about(version)
        if self.record.state == LetterState.SENT_BACK:
            self.done_message = "Surat menunggu tanda tangan Anda lagi."
            return actions.resume_letter(**about)
        if form.signs:
            letter = actions.sign_letter(today=timezone.localdate(), **about)
            self.done_message = f"Surat sudah ditandatangani dengan nomor {letter.number}."
            return letter
        self.done_message = "Surat sudah dikembalikan kepada petugas."
        return actions.send_back_letter(reason=form.cleaned_data["reason"], **about)


class LetterWithdraw(LetterActView):
    """A signed letter holds no longer, or was withdrawn by mistake."""

    form_key, address_name = "letter_withdraw", "infopost:letter_withdraw"
    template_name = "infopost/letter_withdraw.html"
    done_message = "Surat sudah ditarik. Siapa pun yang memeriksanya membaca bahwa surat ini tidak berlaku lagi."

    def find(self):
        """A letter with a number, of the village for which somebody prepares or signs."""
        user = self.request.user
        if not (user.may(Verb.GIVE_LETTERS) or user.may(Verb.SIGN_LETTERS)):
            return get_object_or_404(Letter.objects.editable_by(None))
        letters = letters_told(user).select_related("changed_by").filter(serial__isnull=False)
        return get_object_or_404(letters, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """Why, or that it was a mistake."""
        return WithdrawalForm(data, is_withdrawn=self.record.state == LetterState.WITHDRAWN)

    def carry_out(self, form, *, version):
        """Withdraw it, or let it hold again."""
        about = self.about(version)
        if form.cleaned_data["what"] == "mistake":
            self.done_message = "Surat berlaku lagi."
            return actions.reinstate_letter(**about)
        return actions.withdraw_letter(reason=form.cleaned_data["reason"], today=timezone.localdate(), **about)
