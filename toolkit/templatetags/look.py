"""Small parts of the look that templates ask for: icons, the error summary, words beside a label."""

from dataclasses import dataclass
from functools import cache

from django import forms, template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
@cache
def icon(name: str) -> str:
    """A drawing from the sprite, hidden from screen readers: a word always stands beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false" width="20" height="20"><use href="{}#{}"></use></svg>',
        static("img/icons.svg"),
        name,
    )


@register.filter
def is_optional(field) -> bool:
    """Whether '(boleh kosong)' stands beside a field's label; a form with `mark_optional = False` says it nowhere."""
    return not field.field.required and getattr(field.form, "mark_optional", True)


@register.filter
def is_single(field) -> bool:
    """Whether a field's segments stand one under the other."""
    return getattr(field.field.widget, "single", False)


@dataclass(frozen=True)
class FieldError:
    """One line of the error summary: where the link leads (nowhere for a whole form), whose row, and what to do."""

    target: str
    label: str
    text: str


@register.inclusion_tag("components/_error_summary.html")
def error_summary(*parts) -> dict:
    """What is wrong in these forms and formsets, each line leading to its field; a part that is None is passed over."""
    errors: list[FieldError] = []
    keeps = all(_keeps(form) for part in parts for form in getattr(part, "forms", [part]))
    for part in parts:
        if isinstance(part, forms.BaseFormSet):
            errors += _formset_errors(part)
        elif isinstance(part, forms.BaseForm):
            errors += _form_errors(part, row="")
    return {"errors": errors, "keeps": keeps}


def _keeps(form) -> bool:
    """Whether the page still shows all that was typed: browsers give back neither files nor passwords."""
    lost = forms.FileInput | forms.PasswordInput
    return getattr(form, "saves", True) and not any(
        isinstance(field.widget, lost) for field in getattr(form, "fields", {}).values()
    )


def _formset_errors(formset: forms.BaseFormSet) -> list[FieldError]:
    if not formset.is_bound:
        return []
    errors = [FieldError("", "", text) for text in formset.non_form_errors()]
    name = getattr(formset, "item_name", "Baris")
    for place, form in enumerate(formset.forms, start=1):
        # A row that was taken out is not asked to be right.
        if not getattr(form, "cleaned_data", {}).get("DELETE"):
            errors += _form_errors(form, row=f"{name} {place}")
    return errors


def _form_errors(form: forms.BaseForm, *, row: str) -> list[FieldError]:
    errors = [FieldError("", row, text) for text in form.non_field_errors()]
    for name, texts in form.errors.items():
        if name == forms.forms.NON_FIELD_ERRORS:
            continue
        bound = form[name]
        label = f"{row}, {bound.label}" if row else str(bound.label)
        errors += [FieldError(_first_box(bound), label, text) for text in texts]
    return errors


def _first_box(bound) -> str:
    """The id of the first thing one can type in or press in a field; empty for a hidden one."""
    if bound.is_hidden or not bound.auto_id:
        return ""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id
