"""How forms look and how answers are read."""

from datetime import date

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField, WholeNumberField
from toolkit.widgets import SegmentSelect


class VisitForm(forms.Form):
    told = forms.BooleanField(label="Sudah diberi tahu")
    hamlet = forms.CharField(label="Dusun", help_text="Nama dusun <seperti> di KK.")
    note = forms.CharField(label="Catatan", required=False)
    stage = forms.ChoiceField(
        label="Tahap", choices=[("cpmi", "CPMI"), ("purna", "Purna")], widget=SegmentSelect(single=True)
    )
    born = PartialDateField(label="Tanggal lahir", help_text="Boleh tahunnya saja.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = HouseFormHelper(self)


def drawn(form):
    template = engines["django"].from_string("{% load crispy_forms_tags %}{% crispy form %}")
    return template.render({"form": form})


@time_machine.travel("2026-11-22T09:00:00+07:00")
@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["10", "3", "2016"], PartialDate(date(2016, 3, 10), "day")),
        (["22", "11", "2026"], PartialDate(date(2026, 11, 22), "day")),
        (["", "", "2026"], PartialDate(date(2026, 1, 1), "year")),
    ],
)
def test_partial_date_field_reads_what_was_typed(typed, answer):
    assert PartialDateField().clean(typed) == answer


@time_machine.travel("2026-11-22T09:00:00+07:00")
def test_partial_date_field_refuses_tomorrow():
    with pytest.raises(ValidationError) as refusal:
        PartialDateField().clean(["23", "11", "2026"])
    assert refusal.value.messages == ["Tanggal ini belum terjadi. Periksa lagi tahunnya."]


@time_machine.travel("2026-11-22T09:00:00+07:00")
def test_partial_date_field_takes_a_plan_where_asked():
    field = PartialDateField(allow_future=True)
    assert field.clean(["", "2", "2027"]) == PartialDate(date(2027, 2, 1), "month")


@time_machine.travel("2026-11-22T09:00:00+07:00")
@pytest.mark.parametrize(("year", "refused"), [("2046", False), ("2047", True), ("2206", True), ("9999", True)])
@pytest.mark.parametrize("month", ["", "12"])
def test_plan_in_a_year_that_is_a_slip_of_the_hand_is_asked_again(year, month, refused):
    field, said = PartialDateField(allow_future=True), []
    try:
        field.clean(["", month, year])
    except ValidationError as refusal:
        said = refusal.messages

    assert said == ["Tahun ini terlalu jauh di depan. Periksa lagi tahunnya."] * refused


@pytest.mark.parametrize("nothing", [None, [], ["", "", ""], [None, None, None]])
def test_partial_date_field_empty_is_unknown_when_optional(nothing):
    assert PartialDateField(required=False).clean(nothing) == PartialDate()


def test_partial_date_field_empty_is_asked_for_when_required():
    with pytest.raises(ValidationError) as refusal:
        PartialDateField().clean(["", "", ""])
    assert refusal.value.messages == ["Isi tanggalnya, atau tahunnya saja bila hanya itu yang diketahui."]


@given(st.lists(st.none() | st.text(max_size=6), min_size=3, max_size=3))
def test_partial_date_field_answers_or_refuses(typed):
    try:
        answer = PartialDateField(required=False).clean(typed)
    except ValidationError:
        return
    assert isinstance(answer, PartialDate)


@pytest.mark.parametrize(
    ("initial", "typed", "changed"),
    [
        (None, ["", "", ""], False),
        (PartialDate(date(1970, 1, 1), "year"), ["", "", " 1970"], False),
        (PartialDate(date(1970, 1, 1), "year"), ["1", "1", "1970"], True),
        (None, ["", "", "1970"], True),
    ],
)
def test_partial_date_field_knows_what_changed(initial, typed, changed):
    assert PartialDateField().has_changed(initial, typed) is changed


def test_house_form_draws_no_form_tag_and_no_token():
    page = drawn(VisitForm())
    assert [word in page for word in ("<form", "csrfmiddlewaretoken")] == [False, False]


def test_house_form_hint_stands_before_the_box_and_is_escaped():
    page = drawn(VisitForm())
    hint, box = (
        page.index('<p class="hint" id="id_hamlet_helptext">Nama dusun &lt;seperti&gt;'),
        page.index('name="hamlet"'),
    )
    assert hint < box


def test_house_form_error_stands_after_the_box_and_is_tied_to_it():
    page = drawn(VisitForm({}))
    assert page.index('name="hamlet"') < page.index('id="id_hamlet_error"')
    assert 'aria-describedby="id_hamlet_helptext id_hamlet_error"' in page
    assert page.count('aria-invalid="true"') >= 1


def test_house_form_marks_what_may_stay_empty():
    assert drawn(VisitForm()).count("(boleh kosong)") == 1


def test_house_form_says_kindly_what_is_missing():
    form = VisitForm({})
    assert {name: list(texts) for name, texts in form.errors.items()} == {
        "told": ["Beri tanda bila sudah dilakukan."],
        "hamlet": ["Bagian ini perlu diisi."],
        "stage": ["Pilih salah satu."],
        "born": ["Isi tanggalnya, atau tahunnya saja bila hanya itu yang diketahui."],
    }


def test_house_form_keeps_a_sentence_of_its_own():
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Tulis nama orang ini."})

    form = Own({})
    form.helper = HouseFormHelper(form)
    assert form.errors["name"] == ["Tulis nama orang ini."]


def test_segments_are_real_radio_buttons():
    page = drawn(VisitForm({"stage": "purna"}))
    assert '<div class="segments segments-single">' in page
    assert page.count('type="radio"') == 2
    assert page.count(" checked") == 1


@pytest.mark.parametrize(
    "typed",
    ["15000000", "15.000.000", " Rp15.000.000 ", "Rp. 15.000.000,00", "15.000.000,-", "15,000,000", "15 000 000"],
)
def test_a_whole_number_is_read_as_people_write_it(typed):
    assert WholeNumberField().clean(typed) == 15_000_000


@pytest.mark.parametrize("typed", ["15.000.00", "1.5", "1,5", "15 juta", "15.000,000", "-5", "15.000.000.", "\u0661"])
def test_a_number_that_is_not_sure_is_asked_again(typed):
    with pytest.raises(ValidationError) as refusal:
        WholeNumberField(min_value=0).clean(typed)
    assert refusal.value.messages == ["Tulis angkanya saja, misalnya 1500 atau 15.000.000."]


def test_a_number_that_is_known_stands_in_its_groups():
    form = type("Cost", (forms.Form,), {"cost": WholeNumberField()})(initial={"cost": 15_000_000})
    assert (form["cost"].value(), 'type="text"' in str(form["cost"])) == ("15.000.000", True)
