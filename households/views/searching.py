"""The list of families, and looking for one.

Names and numbers never stand in an address: what was searched waits in the session under a short mark, and the
address carries the mark.
"""

import secrets
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_POST, require_safe

from accounts import audit, throttle
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from households.forms import SearchForm
from households.models import Household, Trip
from households.rules.searching import Search, understand
from households.views.lines import count_all, drawn_lines
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import Page, counted_page_of, page_of

ORDER = ("village_id", "sort_name", "pk")
SESSION_KEY, SEARCHES_KEPT = "household_searches", 5
FILTERS = ("hamlet", "status", "country", "check", "stale", "closed")
# Counting goes no further: whoever finds more looks for less.
MOST_LISTED, MOST_FOUND = 10_000, 300
MARKS = ("check", "stale", "closed")
NOTHING = Page([], None, None)


class SearchForgotten(Exception):
    """The address carries the mark of words that the session keeps no longer: nobody knows what it shows."""


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def household_list(request):
    """Families by name, 25 a page, narrowed by what was searched."""
    try:
        form = _asked(request)
    except SearchForgotten:
        return _show(request, _form_with(request, ""), NOTHING, total=0, searched=True, forgotten=True)
    words = form.cleaned_data.get("words", "")
    audit.read(Act.LISTED, by=request.user, reason=f"daftar rumah tangga {search_mark(words)}".strip())
    households = _narrowed(request.user, form.cleaned_data)
    edges = {"after": _edge(request, "sesudah"), "before": _edge(request, "sebelum")}
    searched = bool(words) or form.narrows
    if searched:
        every = Household.objects.visible_to(request.user).only(*ORDER)
        page, total = counted_page_of(households, every, order=ORDER, most=MOST_FOUND, **edges)
    else:
        page = page_of(households.only(*ORDER), order=ORDER, **edges)
        total = count_all(request.user, households, timezone.localdate(), most=MOST_LISTED)
    return _show(request, form, page, total=total, searched=searched)


@needs(Verb.READ_HOUSEHOLDS)
@require_POST
def household_search(request):
    """Take the words out of the address: a whole number leads straight to its family, a name to the narrowed list."""
    form = _form(request, request.POST)
    if not form.is_valid():
        return _show(request, form, NOTHING, total=0, searched=True)
    search = understand(form.cleaned_data["words"])
    if search.number:
        return _find_number(request, form, search)
    query = {name: form.cleaned_data[name] for name in FILTERS if form.cleaned_data[name]}
    query |= {name: "on" for name in MARKS if name in query}
    if form.cleaned_data["words"]:
        query = {"cari": _keep_words(request, form.cleaned_data["words"]), **query}
    return redirect(f"{reverse('households:household_list')}?{urlencode(query)}")


def narrowed_list(request) -> tuple:
    """The families that the list at this address shows, and what narrows them, in words. Raises SearchForgotten."""
    form = _asked(request)
    return _narrowed(request.user, form.cleaned_data), form.in_words()


def _asked(request) -> SearchForm:
    """What the address asks for, with the words that wait in the session. Raises SearchForgotten when they do not."""
    mark = request.GET.get("cari", "")
    words = request.session.get(SESSION_KEY, {}).get(mark)
    if mark and words is None:
        raise SearchForgotten
    return _form_with(request, words or "")


def _form_with(request, words: str) -> SearchForm:
    form = _form(request, {"words": words, **{name: request.GET.get(name, "") for name in FILTERS}})
    form.is_valid()
    return form


def _edge(request, name: str):
    """The family at which the page begins or ends; None for the first page and for a key that is not ours."""
    key = as_id(request.GET.get(name))
    return Household.objects.visible_to(request.user).filter(pk=key).first() if key else None


def _find_number(request, form, search: Search):
    wait = throttle.wait_for(throttle.NUMBER_SEARCH, str(request.user.pk))
    if wait:
        form.add_error("words", f"Terlalu banyak pencarian nomor. Tunggu {wait} detik, lalu coba lagi.")
        return _show(request, form, NOTHING, total=0, searched=True, status=429)
    audit.read(Act.SEARCHED_NUMBER, by=request.user, reason=search_mark(search.number))
    found = list(Household.objects.visible_to(request.user).with_number(search.number).in_order()[:25])
    if len(found) == 1:
        return redirect(found[0])
    if not found:
        messages.info(request, "Nomor itu belum terdata di wilayah Anda. Periksa angkanya, atau cari dengan nama.")
    return _show(request, form, Page(found, None, None), total=len(found), searched=True)


def search_mark(words: str) -> str:
    """A keyed hash for the book of acts: it shows who looked for the same again, never for whom; empty for nothing."""
    text = " ".join(words.lower().split())
    return salted_hmac("households.search", text, algorithm="sha256").hexdigest()[:16] if text else ""


def _form(request, data) -> SearchForm:
    user = request.user
    hamlets = ()
    if user.office and user.office.level == Level.VILLAGE:
        hamlets = Household.objects.visible_to(user).hamlets()
    return SearchForm(data, hamlets=hamlets)


def _narrowed(user, wanted: dict):
    search, status, today = understand(wanted.get("words", "")), wanted.get("status"), timezone.localdate()
    visible = Household.objects.visible_to(user)
    kept = visible.closed_on(today) if wanted.get("closed") else visible.open_on(today)
    households = kept.matching(
        name=search.name,
        stages=(status,) if status else search.stages,
        sex=search.sex,
        country=wanted.get("country", ""),
        day=today,
        journeys=Trip.objects.visible_to(user),
    )
    if wanted.get("hamlet"):
        households = households.filter(hamlet=wanted["hamlet"])
    if wanted.get("stale"):
        households = households.needing_update(today)
    return households.needing_check() if wanted.get("check") else households


def _keep_words(request, words: str) -> str:
    kept = dict(list(request.session.get(SESSION_KEY, {}).items())[-SEARCHES_KEPT + 1 :])
    mark = secrets.token_hex(4)
    request.session[SESSION_KEY] = {**kept, mark: words}
    return mark


def _show(request, form, page: Page, *, total: int, searched: bool, forgotten: bool = False, status: int = 200):
    today, most = timezone.localdate(), MOST_FOUND if searched else MOST_LISTED
    shows_village = request.user.office.level != Level.VILLAGE
    context = {
        "form": form,
        "lines": drawn_lines(request.user, page.rows, today, shows_village=shows_village),
        "total": most if (is_more := total > most) else total,
        "is_more": is_more,
        "searched": searched,
        "forgotten": forgotten,
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
        "export_url": _export_url(request),
        "previous_url": _page_url(request, sebelum=page.before),
        "next_url": _page_url(request, sesudah=page.after),
    }
    return render(request, "households/household_list.html", context, status=status)


def _export_url(request) -> str:
    """Where the list that is shown becomes a file."""
    kept = {name: value for name, value in request.GET.items() if name in ("cari", *FILTERS) and value}
    return f"{reverse('households:household_export')}{'?' if kept else ''}{urlencode(kept)}"


def _page_url(request, **edge) -> str:
    ((name, row),) = edge.items()
    if row is None:
        return ""
    query = request.GET.copy()
    query.pop("sesudah", None)
    query.pop("sebelum", None)
    query[name] = str(row.pk)
    return f"{reverse('households:household_list')}?{query.urlencode()}"
