"""The form that makes an account."""

from django import forms
from django.utils import timezone

from accounts.models import User
from accounts.roles import OFFICES, Role
from accounts.rules import may_grant
from regions.models import Level, Region
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

CHOICES_SHOWN = 12


class AccountForm(forms.Form):
    """Name, username, role and region of a new account; only what its maker may grant.

    The region is typed: its code, or a name that the form answers with a choice when several regions carry it.
    """

    # Whether a region is needed depends on the role, and the hint says so.
    mark_optional = False

    full_name = forms.CharField(label="Nama lengkap", max_length=120, help_text="Seperti di surat tugas.")
    username = forms.CharField(
        label="Nama pengguna",
        max_length=60,
        help_text="Huruf kecil tanpa spasi, misalnya sari.korleko. Dipakai untuk masuk.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label="Peran", widget=SegmentSelect(single=True))
    region = forms.CharField(label="Wilayah kerja", max_length=200, required=False)

    def __init__(self, data=None, *, by, **kwargs):
        super().__init__(data, **kwargs)
        self.by = by
        self.granted_region = None
        roles = [role for role in Role if role in by.office.manages]
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        if len(roles) == 1:
            self.fields["role"].initial = roles[0]
            self.fields["role"].widget = forms.HiddenInput()
        self._describe_region(roles)
        self._offer(self._found() if self.is_bound else [])
        self.helper = HouseFormHelper(self)

    def clean_username(self):
        """Small letters, and not taken."""
        username = self.cleaned_data["username"].strip().lower()
        field = User._meta.get_field("username")
        field.run_validators(username)
        if User.objects.filter(username=username).exists():
            raise forms.ValidationError(field.error_messages["unique"])
        return username

    def clean(self):
        """The region fits the role, and both lie within what the maker may grant."""
        role = self.cleaned_data.get("role")
        if role is None:
            return self.cleaned_data
        if OFFICES[role].level is not None:
            self.granted_region = self._chosen_region(Level(OFFICES[role].level))
            if self.granted_region is None:
                return self.cleaned_data
        code = self.granted_region.pk if self.granted_region else ""
        if not may_grant(by=self.by, role=role, region_code=code):
            self.add_error("region", "Wilayah ini di luar wilayah kerja Anda. Pilih wilayah di dalamnya.")
        return self.cleaned_data

    def _chosen_region(self, level: Level):
        typed = self.cleaned_data.get("region", "")
        if not typed:
            self.add_error("region", f"Isi {level.label.lower()} tempat bertugas: nama atau kodenya.")
            return None
        found = self._found()
        picked = {region.pk: region for region in found}.get(self.cleaned_data.get("region_choice", ""))
        if picked or len(found) == 1:
            return picked or found[0]
        if found:
            self.add_error("region_choice", "Ada beberapa wilayah dengan nama ini. Pilih satu.")
        else:
            self.add_error(
                "region", f"{level.label} ini tidak ditemukan di wilayah Anda. Periksa ejaannya, atau tulis kodenya."
            )
        return None

    def _found(self) -> list[Region]:
        """The regions on the role's level, within the maker's own, that the typed text may mean."""
        office = OFFICES.get(self.data.get(self.add_prefix("role"), ""))
        words = self.data.get(self.add_prefix("region"), "").replace("\x00", "").split()
        if office is None or office.level is None or not words:
            return []
        regions = Region.objects.current(timezone.localdate()).filter(level=office.level)
        if self.by.office.level is not None:
            regions = regions.in_subtree(self.by.region_id)
        # What was picked from the suggestions stands as '5203172006 Korleko, ...': the code counts.
        code = words[0].replace(".", "")
        if code.isascii() and code.isdigit():
            return list(regions.with_places().filter(pk=code[:11]))
        return regions.search(" ".join(words)[:100], limit=CHOICES_SHOWN)

    def _offer(self, found: list[Region]) -> None:
        if len(found) < 2:
            return
        self.fields["region_choice"] = forms.ChoiceField(
            label="Wilayah yang dimaksud",
            required=False,
            choices=[(region.pk, region.full_name) for region in found],
            widget=SegmentSelect(single=True),
        )

    def _describe_region(self, roles) -> None:
        field = self.fields["region"]
        field.widget.attrs["data-region-search"] = "/wilayah/cari/"
        levels = {OFFICES[role].level for role in roles} - {None}
        if len(levels) == 1:
            level = Level(levels.pop())
            field.label = level.label
            field.widget.attrs["data-level"] = level.name.lower()
            field.help_text = "Tulis nama atau kodenya, lalu pilih dari daftar."
        else:
            field.help_text = (
                "Desa untuk petugas dan kepala desa, kabupaten/kota untuk koordinator, provinsi untuk pemantau "
                "provinsi. Kosongkan untuk pemantau kementerian dan administrator."
            )
