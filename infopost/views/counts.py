"""What families read at the posts: numbers for whoever may count there."""

import datetime as dt

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from infopost.choices import Counted
from infopost.models import PageCount
from infopost.offers import read_colours
from infopost.topics import read_topics
from regions.models import Level, Region
from toolkit.dates import MONTHS

PAGE = 25
OTHER_TITLES = {"negara": "Negara tujuan"}


@require_safe
def reading_list(request):
    """This month and the last: which topics were opened, which colours came out, and at which posts."""
    if not request.user.may(Verb.COUNT):
        raise Http404
    today = timezone.localdate()
    counts = PageCount.objects.countable_by(request.user)
    months = [(first, counts.between(first, last)) for first, last in _two_months(today)]
    numbers = [found.by_subject() for _, found in months]
    words = [f"{MONTHS[first.month - 1]} {first.year}" for first, _ in months]
    by_month = list(zip(words, numbers, strict=True))
    context = {
        "months": words,
        "topics": _rows(Counted.PAGE, by_month, _titles(numbers)),
        "colours": _rows(Counted.CHECK, by_month, {told.value: told.word for told in read_colours()}),
        "nation": request.user.office.level is None,
        **_villages(request, months[0][1]),
    }
    return render(request, "infopost/reading_list.html", context)


def _two_months(today):
    first = today.replace(day=1)
    last_of_previous = first - dt.timedelta(days=1)
    return (first, today), (last_of_previous.replace(day=1), last_of_previous)


def _titles(numbers):
    known = {topic.slug: topic.title for topic in read_topics().values()} | OTHER_TITLES
    opened = {subject for found in numbers for kind, subject in found if kind == Counted.PAGE}
    return known | {subject: subject.replace("-", " ").capitalize() for subject in sorted(opened - known.keys())}


def _rows(kind, by_month, titles):
    return [
        {
            "title": title,
            "numbers": [{"month": month, "times": found.get((kind, subject), 0)} for month, found in by_month],
        }
        for subject, title in titles.items()
    ]


def _villages(request, counts) -> dict:
    """This month's posts, for whoever counts more than one village."""
    if request.user.office.level == Level.VILLAGE:
        return {}
    page = Paginator(counts.by_village(), PAGE).get_page(request.GET.get("halaman"))
    names = Region.objects.with_places().in_bulk([row["village"] for row in page])
    here = reverse("infopost:reading_list")
    return {
        "villages": [row | {"label": names[row["village"]].label} for row in page],
        "previous_url": f"{here}?halaman={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"{here}?halaman={page.next_page_number()}" if page.has_next() else "",
    }
