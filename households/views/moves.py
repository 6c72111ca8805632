"""A family goes to another village: the sending officer's page, the list of both sides, and the receiver's answer."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from households import actions
from households.forms import MoveAnswerForm, MoveForm, MoveWithdrawForm
from households.models import Household, IncomingMove, MoveOffer
from households.views.comparing import compare_fields
from households.views.life import HouseholdView
from households.views.presenting import head_first

OUTGOING_SHOWN = 25


class HouseholdMove(HouseholdView):
    """Offer the family to another village; as long as nobody has answered, take the offer back."""

    form_key, address_name = "household_move", "households:household_move"
    template_name = "households/household_move.html"
    done_message = "Tawaran pindah sudah dikirim. Keluarga ini tetap di desa Anda sampai desa tujuan menerimanya."

    def find(self):
        """The family, and the offer that waits."""
        household = super().find()
        offers = household.move_offers.waiting().select_related("to_village__parent__parent__parent")
        self.offer = offers.first()
        return household

    def make_form(self, data=None):
        """Where and since when; of an offered family nothing."""
        return MoveWithdrawForm(data) if self.offer else MoveForm(data, own_village=self.record.village_id)

    def carry_out(self, form, *, version):
        """Offer it, or take the offer back."""
        if isinstance(form, MoveWithdrawForm):
            self.done_message = "Tawaran pindah sudah ditarik kembali."
            return actions.withdraw_move(**self.about(version))
        return actions.offer_move(
            to_village=form.to_village,
            moved=form.cleaned_data["moved"],
            note=form.cleaned_data["note"],
            today=timezone.localdate(),
            **self.about(version),
        )

    def compare(self, form, saved):
        """Whether it is offered, saved and wanted."""
        kept = "ditawarkan pindah" if self.offer else "tidak ditawarkan"
        yours = "tidak ditawarkan" if isinstance(form, MoveWithdrawForm) else "ditawarkan pindah"
        return [{"label": "Pindah desa", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """The offer, and whose family it is."""
        return {"offer": self.offer, "name": name_of(self.record, timezone.localdate())}


class MoveAnswer(OperationView):
    """The other village takes the family or declines. Until then its officer sees a name, a number and a village."""

    form_key = "move_answer"
    template_name = "households/move_answer.html"
    done_message = (
        "Keluarga ini sekarang terdata di desa Anda. Bila ternyata keliru, tawarkan kembali ke desa asalnya dengan "
        "hari pindah yang sama."
    )

    def find(self):
        """An offer to the officer's own village."""
        offers = IncomingMove.objects.editable_by(self.request.user).select_related(
            "from_village__parent__parent__parent"
        )
        return get_object_or_404(offers.prefetch_related("household__members"), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """Yes and where, or no and why."""
        return MoveAnswerForm(data)

    def address(self, op):
        """The offer and the operation."""
        return reverse("households:move_answer", args=[self.record.pk, op])

    def note_reading(self, record):
        """A name was shown."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.to_village_id)

    def carry_out(self, form, *, version):
        """Take the family in, or leave it where it is."""
        about = {"by": self.request.user, "offer_id": self.record.pk}
        if form.is_accepted:
            return actions.accept_move(address=form.entry(), today=timezone.localdate(), **about)
        self.done_message = "Tawaran sudah ditolak. Keluarga ini tetap terdata di desa asalnya."
        return actions.decline_move(reason=form.cleaned_data["decline_reason"], **about)

    def leads_to(self, result):
        """To the family; after a refusal back to the list."""
        return result.get_absolute_url() if isinstance(result, Household) else reverse("households:move_list")

    def compare(self, form, saved):
        """The answer that was given, and the one that was typed."""
        (row,) = compare_fields([form["answer"]], form)
        row["saved"] = saved.get_state_display()
        return [{**row, "differs": True}]

    def extra_context(self, form):
        """The hamlets of the own village, and whether there is anything left to answer."""
        shown = self.record if self.record.is_waiting else None
        return {"offer": shown, "hamlets": Household.objects.editable_by(self.request.user).hamlets()}


def name_of(household, day) -> str:
    """By whom a family is known: 'Amaq Sahdan'."""
    members = head_first(household, day)
    return members[0].name if members else "tanpa anggota"


@needs(Verb.EDIT_HOUSEHOLDS)
@require_safe
def move_list(request):
    """What waits for the officer's answer, and what became of his own offers."""
    audit.read(Act.LISTED, by=request.user, reason="tawaran pindah")
    places = "parent__parent__parent"
    incoming = IncomingMove.objects.visible_to(request.user).waiting().select_related(f"from_village__{places}")
    outgoing = MoveOffer.objects.visible_to(request.user).select_related(f"to_village__{places}")
    # Of a family that lives in the other village now, nothing is read.
    still_here = Household.objects.visible_to(request.user).prefetch_related("members")
    outgoing = outgoing.prefetch_related(Prefetch("household", still_here, to_attr="family"))[:OUTGOING_SHOWN]
    context = {
        "incoming": incoming.prefetch_related("household__members").order_by("offered_at"),
        "outgoing": [(offer, offer.family and name_of(offer.family, timezone.localdate())) for offer in outgoing],
    }
    return render(request, "households/move_list.html", context)
