"""Small parts of the look."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string

from toolkit.forms import PartialDateField
from toolkit.templatetags import look


class MemberForm(forms.Form):
    name = forms.CharField(label="Nama")
    sex = forms.ChoiceField(label="Jenis kelamin", choices=[("L", "Laki-laki")], widget=forms.RadioSelect)
    born = PartialDateField(label="Tanggal lahir")
    secret = forms.CharField(label="Rahasia", widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Periksa keluarga ini.")


class MemberRows(forms.BaseFormSet):
    item_name = "Anggota"

    def clean(self):
        raise forms.ValidationError("Paling sedikit satu kepala keluarga.")


def rows(data):
    members = forms.formset_factory(MemberForm, formset=MemberRows)
    return members({"members-TOTAL_FORMS": "1", "members-INITIAL_FORMS": "1", **data}, prefix="members")


def test_error_summary_leads_to_the_first_box_of_each_field():
    lines = look.error_summary(MemberForm({}))["errors"]
    assert [(line.target, line.label) for line in lines] == [
        ("", ""),
        ("id_name", "Nama"),
        ("id_sex_0", "Jenis kelamin"),
        ("id_born_0", "Tanggal lahir"),
        ("", "Rahasia"),
    ]


def test_error_summary_targets_stand_on_the_page():
    form = MemberForm({})
    page = form.as_p()
    targets = [line.target for line in look.error_summary(form)["errors"] if line.target]
    assert [target for target in targets if f'id="{target}"' not in page] == []


def test_error_summary_names_the_row_of_a_formset():
    lines = look.error_summary(rows({"members-0-name": "Rusdah"}))["errors"]
    assert [(line.target, line.label) for line in lines][:3] == [
        ("", ""),
        ("", "Anggota 1"),
        ("id_members-0-sex_0", "Anggota 1, Jenis kelamin"),
    ]


def test_error_summary_passes_over_a_row_that_was_taken_out():
    members = forms.formset_factory(MemberForm, can_delete=True)
    data = {"members-TOTAL_FORMS": "1", "members-INITIAL_FORMS": "1", "members-0-DELETE": "on"}
    assert look.error_summary(members(data, prefix="members"))["errors"] == []


def test_error_summary_of_unbound_and_missing_forms_is_empty():
    empty = forms.formset_factory(MemberForm)(prefix="members")
    assert look.error_summary(MemberForm(), None, empty)["errors"] == []


def test_error_summary_escapes_what_was_typed():
    class Echo(forms.Form):
        def clean(self):
            raise forms.ValidationError("<b>x</b>")

    template = engines["django"].from_string("{% load look %}{% error_summary form %}")
    assert "&lt;b&gt;x&lt;/b&gt;" in template.render({"form": Echo({})})


def test_is_optional_is_silent_where_the_form_says_so():
    class Filters(forms.Form):
        mark_optional = False
        word = forms.CharField(required=False)

    assert look.is_optional(Filters()["word"]) is False


@pytest.mark.parametrize("page", ["400.html", "500.html", "503.html", "layout/fault.html"])
def test_error_pages_that_may_meet_a_dead_database_ask_for_nothing(page):
    source = (settings.BASE_DIR / "templates" / page).read_text()
    tags = set(re.findall(r"{%\s*(\w+)", source))
    assert (tags - {"extends", "block", "endblock", "comment", "endcomment"}, "{{" in source) == (set(), False)


@pytest.mark.parametrize("code", ["403", "403_csrf", "404"])
def test_error_pages_draw_without_user_and_request(code):
    assert "Ke beranda" in render_to_string(f"{code}.html")


def test_icons_that_templates_ask_for_are_drawn():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static/img/icons.svg").read_text()))
    asked = set()
    for template in Path(settings.BASE_DIR / "templates").rglob("*.html"):
        asked |= set(re.findall(r'{% icon "([^"]+)" %}', template.read_text()))
    assert asked - drawn == set()


def test_bootstrap_subset_is_the_one_written_down():
    folder = settings.BASE_DIR / "static/vendor/bootstrap"
    assert sha256((folder / "bootstrap.subset.css").read_bytes()).hexdigest() in (folder / "README.md").read_text()


@pytest.mark.parametrize(("field", "keeps"), [(forms.CharField(), True), (forms.FileField(), False)])
def test_error_summary_says_that_all_is_still_there_only_when_it_is(field, keeps):
    form = type("Asked", (forms.Form,), {"asked": field})

    assert look.error_summary(form({}))["keeps"] is keeps


def test_error_summary_of_a_form_that_saves_nothing_speaks_of_no_saving():
    assert look.error_summary(type("Searched", (forms.Form,), {"saves": False})({}))["keeps"] is False
