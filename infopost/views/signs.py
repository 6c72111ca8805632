"""The keepers' pages about danger signs."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.forms import SignForm
from infopost.models import Sign


@require_safe
def sign_list(request):
    """Every sign with its weight, the heaviest first."""
    if not request.user.may(Verb.KEEP_FACTS):
        raise Http404
    signs = Sign.objects.order_by("-is_urgent", "-weight", "code")
    return render(request, "infopost/sign_list.html", {"signs": signs})


class SignChange(OperationView):
    """One sign is weighed anew, or said in other words."""

    form_key = "sign_change"
    template_name = "infopost/sign_form.html"
    done_message = "Tanda bahaya sudah disimpan."

    def find(self):
        """The sign."""
        if not self.request.user.may(Verb.KEEP_FACTS):
            raise Http404
        return get_object_or_404(Sign, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return SignForm(data, record=self.record)

    def address(self, op):
        """The sign and the operation."""
        return reverse("infopost:sign_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_sign(by=self.request.user, sign_id=self.record.pk, version=version, values=form.values())

    def compare(self, form, saved):
        """Field by field."""
        kept = SignForm(record=saved).in_words()
        return [
            {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
            for label, yours in form.in_words().items()
        ]
