"""Bars that need no style and no colour."""

import re
import xml.etree.ElementTree as ET

from toolkit.charts import bar_chart

BARS = [("Taiwan", 1200, False), ("Malaysia", 600, False), ("Belum terdata", 3, True)]
SVG = "{http://www.w3.org/2000/svg}"


def drawing(bars=BARS):
    """The chart as a tree."""
    return ET.fromstring(bar_chart("PMI aktif", bars))  # noqa: S314 - our own drawing


def test_chart_says_its_numbers_to_who_does_not_see_it():
    assert drawing().find(f"{SVG}title").text == "PMI aktif: Taiwan 1.200, Malaysia 600, Belum terdata 3."


def test_chart_draws_lengths_in_proportion():
    widths = [int(rect.get("width")) for rect in drawing().iter(f"{SVG}rect")]

    assert (widths[0], widths[2]) == (widths[1] * 2, 1)


def test_chart_tells_the_unknown_without_colour():
    assert [rect.get("stroke-dasharray") for rect in drawing().iter(f"{SVG}rect")] == [None, None, "3 2"]


def test_chart_has_no_style_attribute():
    assert re.findall(r"\bstyle\s*=|<style|\bon\w+=", bar_chart("PMI aktif", BARS)) == []


def test_chart_escapes_its_labels():
    assert [text.text for text in drawing([("<b>", 1, False)]).iter(f"{SVG}text")] == ["<b>", "1"]


def test_chart_of_nothing_is_nothing():
    assert bar_chart("PMI aktif", []) == ""


def test_chart_of_zeros_has_no_bar():
    assert [rect.get("width") for rect in drawing([("Taiwan", 0, False)]).iter(f"{SVG}rect")] == ["0"]
