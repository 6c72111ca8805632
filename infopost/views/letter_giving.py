"""The officer prepares a letter about somebody, corrects it, or gives it up."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households.models import Person
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from infopost import actions
from infopost.forms import CancelForm
from infopost.forms.letters import FORMS
from infopost.letter_choices import LetterKind, LetterState
from infopost.letters.facts import standing_stage, traveller_of
from infopost.letters.telling import PAGES, chip_of
from infopost.models import Letter
from infopost.rules.letters import grown, missing_journey, words_of


class LetterView(FamilyView):
    """A page on which a letter about `person` is written."""

    template_name = "infopost/letter_form.html"

    def make_form(self, data=None):
        """The questions of this kind."""
        return FORMS[self.kind](data, person=self.person, day=timezone.localdate(), letter=self.letter)

    def compare(self, form, saved):
        """What was answered, field by field."""
        kept = type(form)(person=self.person, day=timezone.localdate(), letter=saved)
        return compare_fields(form, kept)

    def extra_context(self, form):
        """Whom it is about, and what is to be known before anything is asked."""
        today = timezone.localdate()
        return {"person": self.person, "kind": self.kind, "letter": self.letter, "warning": self._warning(today)}

    def _warning(self, today) -> str:
        """Why no letter can come of this, where that is certain before anything is asked."""
        traveller = traveller_of(self.person)
        if self.kind == LetterKind.FAMILY:
            is_grown = grown(traveller.birth_on, traveller.birth_precision, today)
            if not is_grown:
                return words_of("age_unknown" if is_grown is None else "minor", name=self.person.name)
        return missing_journey(self.kind, standing_stage(self.person, today))


class LetterGive(LetterView):
    """A new letter; what cannot be given is noted as refused."""

    kind: LetterKind
    letter = None
    done_message = "Surat sudah disiapkan, dan menunggu tanda tangan kepala desa."

    @property
    def form_key(self):
        """Each kind is a form of its own."""
        return f"letter_{self.kind}"

    def find(self):
        """Somebody of the officer's own village."""
        self.person = _person_of(self.request.user, self.kwargs["pk"])
        return self.person

    def address(self, op):
        """The person and the operation."""
        return reverse(PAGES[self.kind], args=[self.person.pk, op])

    def carry_out(self, form, *, version):
        """Prepare it under the operation's id, or note that it was refused."""
        letter = actions.prepare_letter(
            by=self.request.user,
            letter_id=self.op,
            person_id=self.person.pk,
            entry=form.entry(),
            today=timezone.localdate(),
        )
        if letter.state == LetterState.REFUSED:
            self.done_message = "Surat tidak dapat dibuat. Penolakannya sudah dicatat."
        return letter

    def saved_by(self, receipt):
        """The letter that this operation made."""
        return get_object_or_404(Letter.objects.editable_by(self.request.user), pk=receipt.op)


class FamilyLetterGive(LetterGive):
    """Leave of the family."""

    kind = LetterKind.FAMILY


class MaritalLetterGive(LetterGive):
    """Marital status."""

    kind = LetterKind.MARITAL


class CoverLetterGive(LetterGive):
    """To the LTSA."""

    kind = LetterKind.COVER


class ReturnLetterGive(LetterGive):
    """That somebody has come home."""

    kind = LetterKind.RETURN


class LetterChange(LetterView):
    """A letter that waits, or that the head has sent back, is written anew."""

    form_key = "letter_change"
    done_message = "Surat sudah diperbaiki, dan menunggu tanda tangan kepala desa."

    def find(self):
        """A letter of the own village that nobody has signed."""
        open_ones = Letter.objects.editable_by(self.request.user).filter(state__in=["waiting", "sent_back"])
        self.letter = get_object_or_404(open_ones.select_related("changed_by"), pk=self.kwargs["pk"])
        self.person, self.kind = _person_of(self.request.user, self.letter.person_id), LetterKind(self.letter.kind)
        return self.letter

    def address(self, op):
        """The letter and the operation."""
        return reverse("infopost:letter_change", args=[self.letter.pk, op])

    def carry_out(self, form, *, version):
        """Write it anew over the version that was shown."""
        return actions.correct_letter(
            by=self.request.user,
            letter_id=self.letter.pk,
            version=version,
            entry=form.entry(),
            today=timezone.localdate(),
        )


class LetterCancel(FamilyView):
    """A letter without a number is given up, or a refusal taken back; or neither was right."""

    form_key, template_name = "letter_cancel", "infopost/letter_cancel.html"
    done_message = "Sudah disimpan."

    def find(self):
        """A letter of the own village that has no number."""
        letters = Letter.objects.editable_by(self.request.user).filter(serial__isnull=True)
        return get_object_or_404(letters.select_related("person", "changed_by"), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The decision."""
        return CancelForm(data)

    def address(self, op):
        """The letter and the operation."""
        return reverse("infopost:letter_cancel", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Give it up, or bring it back."""
        restores = form.cleaned_data["what"] == CancelForm.RESTORE
        act = actions.restore_letter if restores else actions.cancel_letter
        return act(by=self.request.user, letter_id=self.record.pk, version=version)

    def compare(self, form, saved):
        """How far it is now."""
        return [{"label": "Keadaan surat", "saved": chip_of(saved).word, "yours": "", "differs": True}]


def _person_of(user, pk):
    people = Person.objects.editable_by(user).select_related("household", "village__parent__parent__parent")
    members = Prefetch("household__members", Person.objects.editable_by(user).order_by("pk"))
    return get_object_or_404(people.prefetch_related(members, "trips"), pk=pk)
