"""What narrows the book of acts."""

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone

from accounts.models import Act, User


class AuditFilterForm(forms.Form):
    """Officer, act, days and record. Its names stand in the address, and none of its values is personal."""

    mark_optional = False
    saves = False

    petugas = forms.ChoiceField(label="Petugas", required=False)
    perbuatan = forms.ChoiceField(label="Perbuatan", required=False, choices=[("", "Semua"), *Act.choices])
    dari = forms.DateField(label="Dari tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    sampai = forms.DateField(label="Sampai tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    jenis = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    catatan = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data=None, *, reader, **kwargs):
        super().__init__(data, **kwargs)
        kept = User.objects.visible_to(reader).order_by("full_name", "pk").values_list("pk", "full_name")
        people = [(str(pk), name) for pk, name in kept]
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

    def narrow(self, events):
        """The events that were asked for; days are the reader's own days."""
        wanted = self.cleaned_data
        if wanted.get("petugas"):
            events = events.filter(actor_id=wanted["petugas"])
        if wanted.get("perbuatan"):
            events = events.filter(act=wanted["perbuatan"])
        if wanted.get("catatan"):
            events = events.filter(record_kind=wanted["jenis"], record_id=wanted["catatan"])
        if wanted.get("dari"):
            events = events.filter(at__gte=_midnight(wanted["dari"]))
        if wanted.get("sampai"):
            events = events.filter(at__lt=_midnight(wanted["sampai"] + timedelta(days=1)))
        return events


def _midnight(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
