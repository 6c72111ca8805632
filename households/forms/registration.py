"""The registering page: consent, address and members as one form."""

import datetime as dt

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict

from households.choices import Relation
from households.forms.households import ConsentForm, FirstAddressForm
from households.forms.people import PersonForm
from households.rules.dates import age, birth_to_keep

MOST_MEMBERS = 40
PREFIX = "members"


class BaseMemberFormSet(BaseFormSet):
    """The people of one family: at least one, at most one head, no NIK twice."""

    item_name = "Anggota"

    def clean(self):
        """What can only be seen by looking at all members."""
        filled = [form for form in self.forms if form.has_changed() and not form.errors]
        if not any(form.has_changed() for form in self.forms):
            raise forms.ValidationError("Isi paling sedikit satu anggota keluarga.")
        heads = [form for form in filled if form.cleaned_data["relation"] == Relation.HEAD]
        for form in heads[1:]:
            form.add_error("relation", "Sudah ada kepala keluarga di atas. Pilih hubungan lain.")
        seen = set()
        for form in filled:
            nik = form.cleaned_data.get("nik")
            if nik and nik in seen:
                form.add_error("nik", "NIK ini sudah dipakai anggota lain di formulir ini. Cocokkan lagi.")
            seen.add(nik)


MemberFormSet = formset_factory(
    PersonForm, formset=BaseMemberFormSet, extra=0, max_num=MOST_MEMBERS, absolute_max=MOST_MEMBERS, validate_max=True
)


class RegistrationForm:
    """Consent, address and members, asked on one page and saved together."""

    def __init__(self, data=None, *, village_id: str, today: dt.date):
        self.today = today
        self.consent = ConsentForm(data, prefix="consent")
        self.address = FirstAddressForm(data, prefix="address")
        first = None if data is not None else [{"relation": Relation.HEAD.value}]
        self.members = MemberFormSet(data, prefix=PREFIX, initial=first, form_kwargs={"village_id": village_id})

    @property
    def is_bound(self) -> bool:
        """Whether it carries answers."""
        return self.members.is_bound

    def is_valid(self) -> bool:
        """Look at every part, so that all that is wrong is said at once."""
        parts = [self.consent.is_valid(), self.address.is_valid(), self.members.is_valid()]
        if all(parts) and self._has_children() and not self.consent.cleaned_data["guardian"]:
            self.consent.add_error(
                "guardian", "Ada anak di bawah 18 tahun. Tulis nama orang tua atau wali yang setuju."
            )
            return False
        return all(parts)

    def add_error(self, field, error) -> None:
        """Say what went wrong on saving."""
        self.consent.add_error(field, error)

    def entries(self) -> dict:
        """What was understood."""
        return {
            "consent": self.consent.entry(),
            "address": self.address.entry(),
            "members": [form.entry() for form in self.members if form.has_changed()],
        }

    def forget_complaints(self) -> None:
        """Show what was typed without saying what is missing: a row was asked for, nothing was saved."""
        for form in (self.consent, self.address, *self.members.forms):
            form._errors = ErrorDict()
            form.cleaned_data = {}
        self.members._errors = [ErrorDict() for _ in self.members.forms]
        self.members._non_form_errors = ErrorList()

    def _has_children(self) -> bool:
        births = [form.cleaned_data["birth"] for form in self.members if form.has_changed()]
        ages = [age(birth_to_keep(birth)[0], self.today) for birth in births]
        return any(years is not None and years < 18 for years in ages)


def with_row_added(post: QueryDict) -> QueryDict:
    """The post with one more, empty member."""
    changed = post.copy()
    changed[f"{PREFIX}-TOTAL_FORMS"] = str(min(_total(post) + 1, MOST_MEMBERS))
    changed[f"{PREFIX}-{_total(post)}-abroad"] = PersonForm.base_fields["abroad"].initial
    return changed


def with_row_removed(post: QueryDict, place: str) -> QueryDict:
    """The post without the member at `place`; those after it move up. The only member stays."""
    total = _total(post)
    gone = _row_number(place)
    if not 0 <= gone < total or total == 1:
        return post.copy()
    changed = QueryDict(mutable=True)
    for name, values in post.lists():
        parts = name.split("-", 2)
        row = _row_number(parts[1]) if len(parts) == 3 and parts[0] == PREFIX else -1
        if row > gone:
            name = f"{PREFIX}-{row - 1}-{parts[2]}"
        if row != gone:
            changed.setlist(name, values)
    changed[f"{PREFIX}-TOTAL_FORMS"] = str(total - 1)
    return changed


def _total(post: QueryDict) -> int:
    number = _row_number(post.get(f"{PREFIX}-TOTAL_FORMS", ""))
    return min(number, MOST_MEMBERS) if number >= 0 else 1


def _row_number(text: str) -> int:
    """The number, which people never type but programs may; -1 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
