"""How forms look and how answers are read, the same on every page."""

import re

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from toolkit.dates import PartialDate, UnclearDate
from toolkit.templatetags.indonesian import number
from toolkit.widgets import DayMonthYearWidget


class HouseFormHelper(FormHelper):
    """Draws the fields only: the page writes the form tag, the CSRF token, the error summary and the acts itself."""

    form_tag = False
    disable_csrf = True
    include_media = False

    def __init__(self, form: forms.BaseForm | None = None):
        super().__init__(form)
        for field in form.fields.values() if form is not None else ():
            # Where the form has no sentence of its own, a kinder one than Django's.
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _required_sentence(field)


def _required_sentence(field: forms.Field) -> str:
    if isinstance(field, forms.ChoiceField):
        return "Pilih salah satu."
    if isinstance(field, forms.BooleanField):
        return "Beri tanda bila sudah dilakukan."
    if isinstance(field, forms.FileField):
        return "Pilih berkasnya dulu."
    return "Bagian ini perlu diisi."


# So many years ahead a passport or a contract may run; a later year is a slip of the hand ('2206').
YEARS_AHEAD = 20


class PartialDateField(forms.Field):
    """A day, a month or only a year; always cleans to a PartialDate, unknown when left empty.

    `allow_future` is for plans, such as a departure, up to `YEARS_AHEAD`; else a date after the village's today is
    refused.
    """

    widget = DayMonthYearWidget
    default_error_messages = {
        "required": "Isi tanggalnya, atau tahunnya saja bila hanya itu yang diketahui.",
        "future": "Tanggal ini belum terjadi. Periksa lagi tahunnya.",
        "far": "Tahun ini terlalu jauh di depan. Periksa lagi tahunnya.",
    }

    def __init__(self, *, allow_future: bool = False, **kwargs):
        self.allow_future = allow_future
        super().__init__(**kwargs)

    def clean(self, value) -> PartialDate:
        """The PartialDate that was typed; raises ValidationError with what to do."""
        try:
            answer = PartialDate.read(*(part or "" for part in value or ("", "", "")))
        except UnclearDate as unclear:
            raise ValidationError(str(unclear), code="unclear") from None
        if self.required and not answer:
            raise ValidationError(self.error_messages["required"], code="required")
        today = timezone.localdate()
        if answer and not self.allow_future and answer.value > today:
            raise ValidationError(self.error_messages["future"], code="future")
        if answer and answer.value.year > today.year + YEARS_AHEAD:
            raise ValidationError(self.error_messages["far"], code="far")
        return answer

    def has_changed(self, initial, data) -> bool:
        """Compares what was typed with what stood there, part by part."""
        if self.disabled:
            return False
        before = initial.parts if isinstance(initial, PartialDate) else ("", "", "")
        return tuple((part or "").strip() for part in data or ("", "", "")) != before


class WholeNumberField(forms.IntegerField):
    """A whole number as people write it: '15.000.000', 'Rp 15.000.000,00' and '15000000' are the same.

    A box for numbers takes the dots for a decimal point, and makes 15 of fifteen million without a word.
    """

    widget = forms.TextInput
    default_error_messages = {"invalid": "Tulis angkanya saja, misalnya 1500 atau 15.000.000."}
    written = re.compile(
        r"(?:rp\.?)?\s*(?P<whole>\d+|[1-9]\d{0,2}(?P<mark>[. ,])\d{3}(?:(?P=mark)\d{3})*)(?:,00|,-)?", re.ASCII | re.I
    )

    def to_python(self, value):
        """The number; raises ValidationError with what to do."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        found = self.written.fullmatch(value.strip())
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(re.sub(r"\D", "", found["whole"]))

    def prepare_value(self, value):
        """A number that is known in the groups in which it is read; what was typed as it was typed."""
        return number(value) if isinstance(value, int) else value

    def widget_attrs(self, widget):
        """A telephone shows its digits."""
        return super().widget_attrs(widget) | {"inputmode": "numeric", "autocomplete": "off"}
