"""How forms look and how answers are read, the same on every page."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from toolkit.dates import PartialDate, UnclearDate
from toolkit.widgets import DayMonthYearWidget


class HouseFormHelper(FormHelper):
    """Draws the fields only: the page writes the form tag, the CSRF token, the error summary and the acts itself."""

    form_tag = False
    disable_csrf = True
    include_media = False


class PartialDateField(forms.Field):
    """A day, a month or only a year; always cleans to a PartialDate, unknown when left empty.

    `allow_future` is for plans, such as a departure; else a date after the village's today is refused.
    """

    widget = DayMonthYearWidget
    default_error_messages = {
        "required": "Isi tanggalnya, atau tahunnya saja bila hanya itu yang diketahui.",
        "future": "Tanggal ini belum terjadi. Periksa lagi tahunnya.",
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
        if answer and not self.allow_future and answer.value > timezone.localdate():
            raise ValidationError(self.error_messages["future"], code="future")
        return answer

    def has_changed(self, initial, data) -> bool:
        """Compares what was typed with what stood there, part by part."""
        if self.disabled:
            return False
        before = initial.parts if isinstance(initial, PartialDate) else ("", "", "")
        return tuple((part or "").strip() for part in data or ("", "", "")) != before
