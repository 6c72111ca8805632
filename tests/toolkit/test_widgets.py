"""Boxes to type in."""

from datetime import date

import pytest
from django import forms
from pytest_django.asserts import assertHTMLEqual

from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.widgets import PlainSelect


class BirthForm(forms.Form):
    born = PartialDateField(label="Tanggal lahir")


@pytest.mark.parametrize(
    ("initial", "boxes"),
    [
        (PartialDate(date(2016, 3, 10), "day"), ["10", "3", "2016"]),
        (PartialDate(date(1970, 1, 1), "year"), ["", "", "1970"]),
        (PartialDate(), ["", "", ""]),
        (None, ["", "", ""]),
    ],
)
def test_day_month_year_shows_what_is_known(initial, boxes):
    widget = BirthForm().fields["born"].widget
    assert widget.decompress(initial) == boxes


def test_day_month_year_keeps_what_was_typed_wrongly():
    page = str(BirthForm({"born_day": "31", "born_month": "2", "born_year": "20l6"})["born"])
    assert 'name="born_day" value="31"' in page
    assert '<option value="2" selected>Februari</option>' in page
    assert 'name="born_year" value="20l6"' in page


def test_day_month_year_boxes_are_named_for_screen_readers():
    page = str(BirthForm()["born"])
    assert [f'aria-label="{name}"' in page for name in ("Tanggal", "Bulan", "Tahun")] == [True, True, True]


def test_day_month_year_demands_no_box_in_the_browser():
    assert " required" not in str(BirthForm()["born"])


def test_day_month_year_link_leads_to_the_first_box():
    bound = BirthForm()["born"]
    assert f'id="{bound.id_for_label}"' in str(bound)


def test_plain_select_draws_what_django_draws():
    choices = [("", "Pilih"), ("Sering", [("MY", "Malaysia"), ("TW", "Taiwan <b>")])]
    attrs = {"id": "id_country", "required": True}

    drawn = [widget(choices=choices).render("country", "TW", attrs) for widget in (PlainSelect, forms.Select)]

    assertHTMLEqual(*drawn)
