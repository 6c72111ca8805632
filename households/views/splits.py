"""One family becomes two, on one page; and one again when that was a mistake."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from households import actions
from households.forms import SplitForm
from households.models import Household
from households.views.life import HouseholdView


class HouseholdSplit(HouseholdView):
    """Choose who goes and as what; the rest stays."""

    form_key, address_name = "household_split", "households:household_split"
    template_name = "households/household_split.html"
    done_message = "Keluarga sudah dipisah. Periksa lagi hubungan dan alamat kedua keluarga."

    def make_form(self, data=None):
        """A line for each member."""
        today = timezone.localdate()
        members = [person for person in self.record.members.order_by("pk") if person.is_member_on(today)]
        return SplitForm(data, members=members, was_split=self.record.splits.exists())

    def carry_out(self, form, *, version):
        """Make two of the family, or one of the two."""
        about = self.about(version)
        if form.is_mistake:
            self.done_message = "Kedua keluarga sudah disatukan lagi."
            return actions.withdraw_split(**about)
        return actions.split_household(
            entry=form.entry(), today=timezone.localdate(), new_household_id=self.op, **about
        )

    def saved_by(self, receipt):
        """The new family; after a split was taken back the one that it came from."""
        new = Household.objects.editable_by(self.request.user).filter(pk=receipt.op).first()
        return new or get_object_or_404(Household.objects.editable_by(self.request.user), pk=self.record.pk)

    def compare(self, form, saved):
        """Who belongs to the saved family, and who was to go."""
        kept = ", ".join(saved.members.order_by("pk").values_list("name", flat=True))
        going = form.going()
        yours = ", ".join(person.name for person in form.members if person.pk in going)
        return [{"label": "Anggota", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """The village's hamlets."""
        return {"hamlets": Household.objects.editable_by(self.request.user).hamlets()}
