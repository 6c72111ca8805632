"""The photograph of a candidate's paper: kept, replaced, removed, and shown to whoever may read the file."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from households.placement_choices import DocumentKind
from infopost import actions
from infopost.forms.evidence import DocumentPhotoForm
from infopost.models import DocumentPhoto
from infopost.views.file_acts import FileActView
from toolkit.photos import photo_response


class PaperPhoto(FileActView):
    """A photograph of one document is kept in the place of the one before; or it is removed."""

    address_name, template_name = "infopost:paper_photo", "infopost/paper_photo.html"
    done_message, taken_back = "Foto sudah disimpan.", "Foto sudah dihapus."
    lead = "Foto suratnya saja, tanpa orang. Hanya yang boleh membuka berkas ini yang dapat melihatnya."

    def find(self):
        """The journey; a word that is no document has no page."""
        if self.kwargs["kind"] not in DocumentKind.values:
            raise Http404
        self.kind = DocumentKind(self.kwargs["kind"])
        record = super().find()
        photos = DocumentPhoto.objects.editable_by(self.request.user)
        self.standing = photos.filter(trip=record, kind=self.kind, removed_at=None).select_related("kept_by").first()
        return record

    def make_form(self, data=None):
        """A photograph; where one stands, also that it is to go."""
        files = self.request.FILES if data is not None else None
        return DocumentPhotoForm(data, files=files, has_one=self.standing is not None)

    def carry_out(self, form, *, version):
        """Keep it, or remove the one that stands."""
        about = self.about(version) | {"kind": self.kind}
        if form.is_mistake:
            self.done_message = self.taken_back
            return actions.remove_photo(**about)
        return actions.keep_photo(photo=form.cleaned_data["photo"], **about)

    def compare(self, form, saved):
        """Whether there is a photograph by now."""
        self.record = self.find()
        kept = "ada" if self.standing else "belum ada"
        return [{"label": "Foto surat ini", "saved": kept, "yours": "foto yang baru dipilih", "differs": True}]

    def extra_context(self, form):
        """Which document, and the photograph that stands."""
        return super().extra_context(form) | {"heading": f"Foto: {self.kind.label}", "standing": self.standing}


@require_safe
def photo_show(request, pk):
    """The photograph itself. Looking at it is noted like a page; it stays in no cache."""
    photos = DocumentPhoto.objects.visible_to(request.user).filter(removed_at=None).select_related("trip")
    kept = get_object_or_404(photos, pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=kept.trip, region=kept.trip.village_id, fields=["photo"])
    return photo_response(kept.photo)
