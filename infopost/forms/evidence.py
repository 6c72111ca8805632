"""A photograph of a paper."""

from infopost.forms.files import FileForm, what_field
from toolkit.photos import PhotoField


class DocumentPhotoForm(FileForm):
    """The photograph; where one stands, whether it is replaced or removed."""

    what = what_field("Foto yang baru", "Hapus foto yang ada")
    photo = PhotoField(label="Foto suratnya", help_text="Pastikan tulisannya terbaca. Paling besar 5 MB.")

    def __init__(self, data=None, *, has_one: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        self.keep_what(has_one)
