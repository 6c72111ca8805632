"""Boxes to type in that fit how people answer."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

from toolkit.dates import MONTHS, PartialDate


class DayMonthYearWidget(forms.MultiWidget):
    """Day, month and year side by side, named `<field>_day`, `_month` and `_year`.

    Day and month may stay empty. What was typed stays as it was typed when it is wrong.
    """

    template_name = "toolkit/widgets/day_month_year.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        number = {"class": "form-control", "inputmode": "numeric", "autocomplete": "off"}
        months = [("", "Bulan"), *((str(place), name) for place, name in enumerate(MONTHS, start=1))]
        super().__init__(
            {
                "day": forms.TextInput({**number, "maxlength": "2", "aria-label": "Tanggal", "placeholder": "Tgl"}),
                "month": forms.Select({"class": "form-select", "aria-label": "Bulan"}, choices=months),
                "year": forms.TextInput({**number, "maxlength": "4", "aria-label": "Tahun", "placeholder": "Tahun"}),
            },
            attrs,
        )

    def use_required_attribute(self, initial):
        """Never: day and month may stay empty although the date is asked for."""
        return False

    def decompress(self, value):
        """The three boxes of a PartialDate."""
        return list(value.parts) if isinstance(value, PartialDate) else ["", "", ""]

    def id_for_label(self, id_):
        """The first box, where a link to the field leads."""
        return f"{id_}_0" if id_ else ""


class SegmentSelect(forms.RadioSelect):
    """A few choices as big buttons side by side; `single` puts each on a line of its own, for long words."""

    def __init__(self, attrs=None, choices=(), *, single: bool = False):
        super().__init__(attrs, choices)
        self.single = single


class SuggestInput(forms.TextInput):
    """A box that offers usual answers while typing; any other is taken too."""

    def __init__(self, suggestions, attrs=None):
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.suggestions = suggestions

    def render(self, name, value, attrs=None, renderer=None):
        """The box, and beside it the list that the browser offers."""
        listed = f"{(attrs or {}).get('id') or name}-usul"
        box = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in self.suggestions))
        return format_html('{}<datalist id="{}">{}</datalist>', box, listed, options)


class PlainSelect(forms.Select):
    """A drop-down with hundreds of choices, drawn without a template for each: a page may hold dozens of them."""

    def render(self, name, value, attrs=None, renderer=None):
        """The same markup as Django's, in one go."""
        chosen = {str(one) for one in self.format_value(value)}
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(attributes), self._options(self.choices, chosen))

    def _options(self, choices, chosen):
        return format_html_join("", "{}", ((self._option(value, label, chosen),) for value, label in choices))

    def _option(self, value, label, chosen):
        if isinstance(label, list | tuple):
            return format_html('<optgroup label="{}">{}</optgroup>', value, self._options(label, chosen))
        selected = " selected" if str(value) in chosen else ""
        return format_html('<option value="{}"{}>{}</option>', value, selected, label)
