"""Two kinds of drawings as SVG for a page and a PDF, which print in grey: horizontal bars, and a line over months."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join

WIDTH, LABEL_WIDTH, NUMBER_WIDTH, ROW, BAR = 340, 160, 40, 26, 16
LINE_HEIGHT, LINE_TOP, LINE_BOTTOM, LINE_SIDE = 104, 22, 24, 18
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


def line_chart(title: str, points: Iterable[tuple[str, int]]) -> str:
    """A line through (label, count) from left to right, above zero; '' where there is no way from one to another.

    The first, the last and the highest count stand in it. All of them are said in the title, as with bars.
    """
    points = list(points)
    if len(points) < 2:
        return ""
    counts = [count for _, count in points]
    room, highest = LINE_HEIGHT - LINE_TOP - LINE_BOTTOM, max(1, *counts)
    step = (WIDTH - 2 * LINE_SIDE) / (len(points) - 1)
    ways = [(round(LINE_SIDE + n * step), LINE_TOP + round(room * (1 - c / highest))) for n, c in enumerate(counts)]
    last = len(points) - 1
    marks = sorted({0, last, *([counts.index(highest)] if highest in counts else [])})
    # Two numbers side by side would run into each other.
    marks = [n for n in marks if n in (0, last) or 2 <= n <= last - 2]
    told = ", ".join(f"{label} {_dotted(count)}" for label, count in points)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" width="{}" height="{}" viewBox="0 0 {} {}" '
        'font-family="Noto Sans, sans-serif" font-size="12" fill="{}"><title>{}</title>'
        '<path d="M{} {}H{}" fill="none" stroke="{}" stroke-width="1" stroke-dasharray="3 2"></path>'
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"></polyline>'
        "{}{}</svg>",
        WIDTH,
        LINE_HEIGHT,
        WIDTH,
        LINE_HEIGHT,
        INK,
        f"{title}: {told}.",
        LINE_SIDE,
        LINE_HEIGHT - LINE_BOTTOM,
        WIDTH - LINE_SIDE,
        INK,
        " ".join(f"{x},{y}" for x, y in ways),
        LEAF,
        format_html_join("", "{}", ((_mark(*ways[n], counts[n], _anchor(n, last)),) for n in marks)),
        format_html_join("", "{}", ((_below(*ways[n], points[n][0], _anchor(n, last)),) for n in (0, last))),
    )


def _anchor(place: int, last: int) -> str:
    return "start" if place == 0 else "end" if place == last else "middle"


def _mark(x, y, count, anchor) -> str:
    dot = format_html('<circle cx="{}" cy="{}" r="4" fill="{}"></circle>', x, y, LEAF)
    shift = {"start": -4, "end": 4, "middle": 0}[anchor]
    return dot + format_html(
        '<text x="{}" y="{}" text-anchor="{}" font-weight="600">{}</text>', x + shift, y - 9, anchor, _dotted(count)
    )


def _below(x, y, label, anchor) -> str:
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', x, LINE_HEIGHT - 6, anchor, label)


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
