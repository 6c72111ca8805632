"""Bars and lines that need no style and no colour."""

import re
import xml.etree.ElementTree as ET

from toolkit.charts import bar_chart, line_chart

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


def line(*counts):
    """A line through months as a tree."""
    return ET.fromstring(line_chart("PMI aktif", [(f"B{n}", c) for n, c in enumerate(counts)]))  # noqa: S314


def test_line_says_its_numbers_to_who_does_not_see_it():
    assert line(3, 1200, 0).find(f"{SVG}title").text == "PMI aktif: B0 3, B1 1.200, B2 0."


def test_line_marks_first_last_and_highest():
    assert [text.text for text in line(1, 2, 9, 3, 4).iter(f"{SVG}text")] == ["1", "9", "4", "B0", "B4"]


def test_line_rises_with_the_counts_and_lies_on_the_ground_at_none():
    points = line(0, 5, 10).find(f"{SVG}polyline").get("points").split()
    heights = [int(point.split(",")[1]) for point in points]
    assert heights[0] - heights[1] == heights[1] - heights[2] > 0
    assert line(0, 0).find(f"{SVG}polyline").get("points").split()[0].endswith(",80")


def test_line_has_no_style_attribute():
    assert re.findall(r"\bstyle\s*=|<style|\bon\w+=", line_chart("PMI aktif", [("a", 1), ("b", 2)])) == []


def test_line_of_one_month_is_nothing():
    assert line_chart("PMI aktif", [("a", 1)]) == ""
