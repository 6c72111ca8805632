"""One kind of drawing: horizontal bars as an SVG that stands in a page and in a PDF, and prints in grey."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join

WIDTH, LABEL_WIDTH, NUMBER_WIDTH, ROW, BAR = 340, 160, 40, 26, 16
LEAF, INK, PAPER = "#0b6b57", "#1c2b2a", "#ffffff"


def bar_chart(title: str, bars: Iterable[tuple[str, int, bool]]) -> str:
    """Bars of (label, count, whether it is 'belum terdata'), the longest filling the width; '' without bars.

    The title is read to whoever does not see the drawing, so the numbers are said in it. 'Belum terdata' is an empty
    bar with a dashed edge, told from the others without colour. Only presentational attributes: the pages' policy
    allows no style.
    """
    bars = list(bars)
    if not bars:
        return ""
    told = ", ".join(f"{label} {_dotted(count)}" for label, count, _ in bars)
    longest = max(1, *(count for _, count, _ in bars))
    height = ROW * len(bars)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" width="{}" height="{}" viewBox="0 0 {} {}" '
        'font-family="Noto Sans, sans-serif" font-size="12" fill="{}"><title>{}</title>{}</svg>',
        WIDTH,
        height,
        WIDTH,
        height,
        INK,
        f"{title}: {told}.",
        format_html_join("", "{}", ((_bar(place, *bar, longest),) for place, bar in enumerate(bars))),
    )


def _bar(place, label, count, unknown, longest):
    top, room = place * ROW, WIDTH - LABEL_WIDTH - NUMBER_WIDTH
    length = max(1, round(room * count / longest)) if count else 0
    edge = format_html(' stroke="{}" stroke-width="1" stroke-dasharray="3 2"', INK) if unknown else ""
    return format_html(
        '<text x="{}" y="{}" text-anchor="end">{}</text>'
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}></rect>'
        '<text x="{}" y="{}">{}</text>',
        LABEL_WIDTH - 8,
        top + 18,
        label,
        LABEL_WIDTH,
        top + 5,
        length,
        BAR,
        PAPER if unknown else LEAF,
        edge,
        LABEL_WIDTH + length + 6,
        top + 18,
        _dotted(count),
    )


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")
