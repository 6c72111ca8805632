"""What happens to a family: visits, deaths, a new head, closing and reopening. A page has one form and one effect."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.choices import Relation
from households.forms import ClosingForm, DeathForm, HeadForm, ReopenForm, VisitForm
from households.models import Household, Person
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.presenting import death_in_words
from toolkit.dates import date_in_words
from toolkit.ids import new_id


class HouseholdView(FamilyView):
    """An act upon a whole family of the officer's own village."""

    address_name = ""

    def find(self):
        """The family."""
        return get_object_or_404(Household.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def address(self, op):
        """The family and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def about(self, version) -> dict:
        """What every act upon the family names: who acts, on which version of which family."""
        return {"by": self.request.user, "household_id": self.record.pk, "version": version}


class HouseholdVerify(HouseholdView):
    """The officer was there and found the data right."""

    form_key, address_name = "household_verify", "households:household_verify"
    template_name = "households/household_verify.html"
    done_message = "Kunjungan sudah dicatat."

    def make_form(self, data=None):
        """The day of the visit."""
        return VisitForm(data, last_visit=self.record.last_visit)

    def carry_out(self, form, *, version):
        """Note the visit, or take the last one back."""
        if form.is_mistake:
            self.done_message = "Catatan kunjungan sudah dihapus."
            return actions.withdraw_visit(**self.about(version))
        return actions.verify_household(visited_on=form.cleaned_data["visited"].value, **self.about(version))

    def compare(self, form, saved):
        """The day of the last visit, saved and typed."""
        rows = compare_fields([form["visited"]], form)
        visit = saved.last_visit
        for row in rows:
            row["saved"] = date_in_words(visit.visited_on) if visit else "belum pernah"
            row["differs"] = row["saved"] != row["yours"]
        return rows

    def extra_context(self, form):
        """The last visit."""
        return {"noted": self.record.last_visit}


class HouseholdHead(HouseholdView):
    """Another member becomes the head, in one act; the last change may have been a mistake."""

    form_key, address_name = "household_head", "households:household_head"
    template_name = "households/household_head.html"
    done_message = "Kepala keluarga sudah diganti. Periksa lagi hubungan anggota lain."

    def make_form(self, data=None):
        """Living members to choose from."""
        members, was_changed = list(self.record.members.order_by("pk")), self.record.head_changes.exists()
        return HeadForm(data, members=members, today=timezone.localdate(), was_changed=was_changed)

    def carry_out(self, form, *, version):
        """Both, and the others' relations as far as they are certain; or all of it back."""
        if form.is_mistake:
            self.done_message = "Pergantian kepala keluarga sudah ditarik kembali."
            return actions.withdraw_head(**self.about(version))
        return actions.change_head(
            head_id=form.new_head.pk,
            old_relation=form.old_relation_entry(),
            since=form.cleaned_data["since"],
            today=timezone.localdate(),
            **self.about(version),
        )

    def compare(self, form, saved):
        """Who is the head now, and who was chosen."""
        now = saved.members.filter(relation=Relation.HEAD).first()
        kept, yours = now.name if now else "belum ada", form.new_head.name if form.new_head else "belum dipilih"
        return [{"label": "Kepala keluarga", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """The head until now."""
        return {"old_head": form.old_head}


class HouseholdClose(HouseholdView):
    """The family is no longer kept in the village, and may come back; either may have been noted by mistake."""

    form_key, address_name = "household_close", "households:household_close"
    template_name = "households/household_close.html"
    done_message = "Rumah tangga sudah ditutup."

    def make_form(self, data=None):
        """Why and since when; of a closed family, how it comes back."""
        if self.record.closing:
            return ReopenForm(data)
        return ClosingForm(data, was_closed=self.record.closings.exists())

    def carry_out(self, form, *, version):
        """Close it or reopen it, or take the last reopening back."""
        about, told, today = self.about(version), form.cleaned_data, timezone.localdate()
        if isinstance(form, ReopenForm):
            self.done_message = "Rumah tangga sudah dibuka kembali."
            back = {} if form.is_mistake else {"back": told["back"]}
            return actions.reopen_household(by_mistake=form.is_mistake, today=today, **back, **about)
        if form.is_mistake:
            self.done_message = "Catatan pembukaan kembali sudah dihapus."
            return actions.withdraw_reopening(**about)
        return actions.close_household(reason=told["reason"], closed=told["closed"], today=today, **about)

    def compare(self, form, saved):
        """Whether it is closed, saved and wanted."""
        kept = "ditutup" if saved.closing else "terdata"
        yours = "ditutup" if isinstance(form, ClosingForm) else "terdata"
        return [{"label": "Keadaan rumah tangga", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """The closing that would end, and what the button does; a form that a colleague outran asks what it asked."""
        if isinstance(form, ReopenForm):
            return {"reopens": True, "closing": self.record.closing, "label": "Buka kembali"}
        return {"closing": None, "label": "Simpan" if "what" in form.fields else "Tutup rumah tangga"}


class PersonDeath(FamilyView):
    """A member has died; or the note of it was a mistake."""

    form_key = "person_death"
    template_name = "households/person_death.html"
    done_message = "Sudah dicatat. Semoga keluarga diberi ketabahan."

    def find(self):
        """A member of a family in the officer's own village."""
        people = Person.objects.editable_by(self.request.user).select_related("household")
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """When."""
        return DeathForm(data, person=self.record)

    def address(self, op):
        """The member and the operation."""
        return reverse("households:person_death", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Note it, correct it, or take it back."""
        about = {"by": self.request.user, "person_id": self.record.pk, "version": version}
        if form.is_mistake:
            self.done_message = "Catatan meninggal sudah dihapus."
            return actions.withdraw_death(**about)
        return actions.record_death(died=form.cleaned_data["died"], today=timezone.localdate(), **about)

    def leads_to(self, result):
        """Where the head has died and others live, to the choice of a new head."""
        if result.needs_successor(timezone.localdate()):
            return reverse("households:household_head", args=[result.household_id, new_id()])
        return super().leads_to(result)

    def compare(self, form, saved):
        """Dead or alive, saved and typed."""
        return compare_fields([form["died"]], DeathForm(person=saved))

    def extra_context(self, form):
        """What is noted already."""
        return {"noted": death_in_words(self.record) if self.record.died_on else ""}
