"""Parts of a report's page: numbers that lead to what is behind them, and the chart."""

from django import template
from django.utils.html import format_html

from toolkit import charts
from toolkit.templatetags.indonesian import number

register = template.Library()


@register.simple_tag
def cell_number(cell, links=None, place="") -> str:
    """A cell's number; a link where there are `links` (on screen), an indicator, and something to list."""
    if cell.count is None:
        return cell.text
    url = links.number(cell.indicator, cell.part, place) if links and cell.indicator and cell.count else ""
    return format_html('<a href="{}">{}</a>', url, number(cell.count)) if url else number(cell.count)


@register.simple_tag
def number_url(links, indicator: str) -> str:
    """Where the number of an indicator leads."""
    return links.number(indicator)


@register.simple_tag
def report_url(links, place: str) -> str:
    """The report of a region, for the same period."""
    return links.report(place)


@register.simple_tag
def bars(report) -> str:
    """The report's chart: people abroad by country."""
    title = f"PMI aktif menurut negara tujuan, {report.place.title}, {report.label}"
    return charts.bar_chart(title, ((bar.label, bar.count, bar.unknown) for bar in report.bars))
