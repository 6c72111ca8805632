"""Who becomes a member of a family, who leaves it, and who comes back. A page has one form and one effect."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms import BirthForm, JoinedForm, LeaveForm, MarriageForm, ReturnForm
from households.models import Person
from households.views.comparing import compare_fields
from households.views.editing import FamilyView, PersonAdd
from households.views.presenting import left_in_words
from toolkit.ids import new_id


class PersonBorn(PersonAdd):
    """A child is born into the family."""

    form_key, address_name = "person_born", "households:person_born"
    template_name = "households/person_born.html"
    done_message = "Kelahiran sudah dicatat. Semoga ibu dan anak sehat."

    def make_form(self, data=None):
        """A newborn's questions."""
        today = timezone.localdate()
        members = [person for person in self.record.members.order_by("pk") if person.is_member_on(today)]
        return BirthForm(data, village_id=self.record.village_id, members=members)

    def more(self, form):
        """Its mother too."""
        return {**super().more(form), "mother": form.its_mother}


class PersonMarry(PersonAdd):
    """Somebody marries into the family."""

    form_key, address_name = "person_marry", "households:person_marry"
    template_name = "households/person_marry.html"
    done_message = "Anggota yang menikah masuk sudah dicatat."

    def make_form(self, data=None):
        """A member's questions, and since when."""
        return MarriageForm(data, village_id=self.record.village_id)


class MemberView(FamilyView):
    """An act upon one member of a family in the officer's own village."""

    address_name = ""

    def find(self):
        """The member."""
        people = Person.objects.editable_by(self.request.user).select_related("household")
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def address(self, op):
        """The member and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def about(self, version) -> dict:
        """What every act upon a member names: who acts, on which version of whom."""
        return {"by": self.request.user, "person_id": self.record.pk, "version": version}


class PersonJoined(MemberView):
    """Since when somebody is a member."""

    form_key, address_name = "person_joined", "households:person_joined"
    template_name = "households/person_joined.html"
    done_message = "Perubahan sudah disimpan."

    def make_form(self, data=None):
        """As it is known."""
        return JoinedForm(data, person=self.record)

    def carry_out(self, form, *, version):
        """Correct it, or take it back."""
        return actions.correct_joining(entry=form.joining(), today=timezone.localdate(), **self.about(version))

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, JoinedForm(person=saved))


class PersonLeave(MemberView):
    """Somebody leaves the family and may come back; either may have been noted by mistake."""

    form_key, address_name = "person_leave", "households:person_leave"
    template_name = "households/person_leave.html"
    done_message = "Sudah dicatat. Riwayatnya tetap tersimpan."

    def make_form(self, data=None):
        """Of a member why and since when; of who left, how he comes back."""
        if self.record.left_on is not None:
            return ReturnForm(data)
        return LeaveForm(data, came_back=self.record.absences.exists())

    def carry_out(self, form, *, version):
        """Note it, or take the last note back."""
        about, today = self.about(version), timezone.localdate()
        if isinstance(form, ReturnForm):
            self.done_message = "Sudah dicatat sebagai anggota lagi."
            if form.is_mistake:
                return actions.withdraw_leaving(**about)
            return actions.record_return(back=form.cleaned_data["back"], today=today, **about)
        if form.is_mistake:
            return actions.withdraw_return(**about)
        return actions.record_leaving(
            how=form.cleaned_data["how"], left=form.cleaned_data["left"], today=today, **about
        )

    def leads_to(self, result):
        """Where the head has left and others stay, to the choice of a new head."""
        if result.needs_successor(timezone.localdate()):
            return reverse("households:household_head", args=[result.household_id, new_id()])
        return super().leads_to(result)

    def compare(self, form, saved):
        """Member or not, saved and wanted."""
        kept = "bukan anggota lagi" if saved.left_on else "anggota"
        yours = "bukan anggota lagi" if isinstance(form, LeaveForm) else "anggota"
        return [{"label": "Keanggotaan", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """What is noted already."""
        return {"noted": left_in_words(self.record) if self.record.left_on else ""}
