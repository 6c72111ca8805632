"""What narrows the book of acts."""

from datetime import datetime, time, timedelta

from django import forms
from django.apps import apps
from django.utils import timezone

from accounts.models import Act, User
from toolkit.forms import HouseFormHelper


class AuditFilterForm(forms.Form):
    """Officer, act, days, village, kind of record and reason: nothing personal, for they stand in the address."""

    mark_optional = False
    saves = False

    petugas = forms.ChoiceField(label="Petugas", required=False)
    perbuatan = forms.ChoiceField(label="Perbuatan", required=False, choices=[("", "Semua"), *Act.choices])
    dari = forms.DateField(label="Dari tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    sampai = forms.DateField(label="Sampai tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    desa = forms.ChoiceField(label="Desa", required=False)
    tentang = forms.ChoiceField(label="Tentang", required=False)
    beralasan = forms.BooleanField(label="Hanya yang memakai alasan", required=False)
    jenis = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    catatan = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data=None, *, reader, **kwargs):
        super().__init__(data, **kwargs)
        columns = ("pk", "full_name", "region_id", "region__name")
        kept = list(User.objects.visible_to(reader).order_by("full_name", "pk").values_list(*columns))
        people = [(str(pk), name) for pk, name, *_ in kept]
        villages = sorted({(code, name) for _, _, code, name in kept if code}, key=lambda village: village[1])
        self.fields["desa"].choices = [("", "Semua"), *villages]
        self.fields["tentang"].choices = [("", "Semua"), *kinds_of_records()]
        # Crispy draws tick boxes and labels by the helper.
        self.helper = HouseFormHelper(self)
        self.fields["petugas"].choices = [("", "Semua"), (str(reader.pk), f"{reader.full_name} (Anda)"), *people]
        for name in ("dari", "sampai"):
            self.fields[name].widget.format = "%Y-%m-%d"

    def clean(self):
        """The days in their order."""
        first, last = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if first and last and first > last:
            self.add_error("sampai", "Tanggal ini sebelum tanggal awal. Tukar keduanya.")
        return self.cleaned_data

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return any(self.cleaned_data.values())

    @property
    def narrows_more(self) -> bool:
        """Whether one of the questions that are folded away has an answer."""
        return any(getattr(self, "cleaned_data", {}).get(name) for name in ("desa", "tentang", "beralasan"))

    def narrow(self, events):
        """The events that were asked for; days are the reader's own days."""
        wanted = self.cleaned_data
        if wanted.get("petugas"):
            events = events.filter(actor_id=wanted["petugas"])
        if wanted.get("perbuatan"):
            events = events.filter(act=wanted["perbuatan"])
        if wanted.get("desa"):
            events = events.filter(region_code=wanted["desa"])
        if wanted.get("tentang"):
            events = events.filter(record_kind=wanted["tentang"])
        if wanted.get("beralasan"):
            events = events.exclude(reason="")
        if wanted.get("catatan"):
            events = events.filter(record_kind=wanted["jenis"], record_id=wanted["catatan"])
        if wanted.get("dari"):
            events = events.filter(at__gte=_midnight(wanted["dari"]))
        if wanted.get("sampai"):
            # Nothing is in the book after today, and the last of all days has no day after it.
            last = min(wanted["sampai"], timezone.localdate())
            events = events.filter(at__lt=_midnight(last + timedelta(days=1)))
        return events


def kinds_of_records() -> list[tuple[str, str]]:
    """Every kind of record with village data, by the words people know; what stands in the book is of one of them."""
    kinds = [model for model in apps.get_models() if hasattr(model, "scope_path")]
    words = {model._meta.label_lower: str(model._meta.verbose_name) for model in kinds}
    return sorted(((label, f"{word[:1].upper()}{word[1:]}") for label, word in words.items()), key=lambda kind: kind[1])


def _midnight(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
