"""The officer's page about the village's own post."""

from django.http import Http404
from django.urls import reverse

from accounts.roles import Verb
from accounts.views.operations import OperationView
from infopost import actions
from infopost.forms import PostForm
from infopost.models import ServicePost


class PostKeep(OperationView):
    """Where and when the post is open; described once, then corrected."""

    form_key = "post_keep"
    template_name = "infopost/post_form.html"
    done_message = "Keterangan pos desa sudah disimpan."

    def find(self):
        """The post of the officer's own village, or None before it was described."""
        if not self.request.user.may(Verb.KEEP_POST):
            raise Http404
        return ServicePost.objects.editable_by(self.request.user).select_related("village").first()

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return PostForm(data, record=self.record)

    def address(self, op):
        """The operation."""
        return reverse("infopost:post_keep", args=[op])

    def carry_out(self, form, *, version):
        """Describe the post, or save over the version that was shown."""
        about = {"by": self.request.user, "values": form.values()}
        if self.record is None:
            return actions.open_post(post_id=self.op, **about)
        return actions.change_post(post_id=self.record.pk, version=version, **about)

    def saved_by(self, receipt):
        """The post as it stands now."""
        self.record = self.find()
        return super().saved_by(receipt)

    def compare(self, form, saved):
        """Field by field."""
        kept = PostForm(record=saved).in_words()
        return [
            {"label": label, "saved": kept[label], "yours": yours, "differs": kept[label] != yours}
            for label, yours in form.in_words().items()
        ]

    def extra_context(self, form):
        """The kiosk's address."""
        return {"kiosk_url": reverse("infopost:info_home", args=[self.request.user.region_id])}
