"""The keepers' pages about danger signs."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from infopost import actions
from infopost.forms import SignForm
from infopost.models import Sign
from infopost.views.keeping import KeptView, only_keepers


@require_safe
def sign_list(request):
    """Every sign with its weight, the heaviest first."""
    only_keepers(request.user)
    signs = Sign.objects.order_by("-is_urgent", "-weight", "code")
    return render(request, "infopost/sign_list.html", {"signs": signs})


class SignChange(KeptView):
    """One sign is weighed anew, or said in other words."""

    form_key, done_message = "sign_change", "Tanda bahaya sudah disimpan."
    template_name, model, form_class = "infopost/sign_form.html", Sign, SignForm
    address_name, list_name = "infopost:sign_change", "infopost:sign_list"

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_sign(by=self.request.user, sign_id=self.record.pk, version=version, values=form.values())
