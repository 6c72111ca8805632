"""The families' pages: no account, nothing stored, nothing of the reader in the address."""

from functools import wraps
from urllib.parse import quote

import segno
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from households.countries import COUNTRIES
from infopost.choices import FactKind
from infopost.counting import count_page
from infopost.glossary import explained_in
from infopost.models import Fact
from infopost.offline import AHEAD, MARK
from infopost.posts import kiosk_of, warnings_of
from infopost.topics import find_screen, in_parts, read_topics

# What was read stays readable for some minutes on a bad line; a fact that was withdrawn is gone soon.
KEEP_SECONDS = 300
# Without a touch the screen of a post goes back to its first page.
IDLE_SECONDS = 60
# Where the meanings of a page's hard words go, which are known only when the page is written.
WORDS_PLACE = "<!-- arti kata -->"
HOME_CALLS = ("hotline-kp2mi", "hotline-kp2mi-abroad", "hotline-kemlu", "hotline-bpjs")
# What a family does that hears nothing stands on the card in the same words.
SILENT = "minta-tolong/tidak-ada-kabar"
# What the family writes on its card by hand.
CARD_LINES = (
    "Nama",
    "Nomor paspor, empat angka terakhir",
    "Nama dan telepon majikan",
    "Nama dan telepon perusahaan penempat",
    "Kontrak dari tanggal sampai tanggal",
    "Upah di perjanjian",
    "Nomor jaminan sosial",
    "Telepon pos desa",
)


def public(view):
    """A page for everybody, by reading only."""
    kept = cache_control(public=True, max_age=KEEP_SECONDS)(at_a_post(view))
    return login_not_required(require_safe(kept))


def asking(view):
    """A page for everybody with a question on it: what is answered is posted, judged and forgotten."""
    # It changes nothing and knows nobody; a page that was opened before the line broke has an old token.
    return login_not_required(csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(at_a_post(view))))


def at_a_post(view):
    """Lets a page be shown on the screen of a village's post as well, when its address begins with the village.

    Each opening is counted for the post, or for the country: a day, a topic and a number.
    """

    @wraps(view)
    def shown(request, code="", **kwargs):
        request.kiosk = kiosk_of(code) if code else None
        if code and request.kiosk is None:
            raise Http404
        response = view(request, **kwargs)
        if request.method == "GET" and MARK in response.headers and AHEAD not in request.headers:
            count_page(request)
        return response

    return shown


@public
def info_home(request):
    """The first page: what do you want to ask?"""
    warnings = warnings_of(request.kiosk, day=timezone.localdate())
    return show(request, "infopost/info_home.html", {"topics": read_topics().values(), "warnings": warnings})


@public
def topic_detail(request, slug):
    """One topic: its screens as tiles; where help is asked for, the numbers come first."""
    topic = _topic(slug)
    facts = Fact.objects.by_code(topic.calls)
    return show(request, "infopost/topic_detail.html", {"topic": topic, "calls": _in_order(topic.calls, facts)})


@public
def screen_detail(request, slug, screen):
    """One message, whom to call, and how certain the facts behind it are."""
    topic = _topic(slug)
    found = topic.find(screen)
    if found is None:
        raise Http404
    facts = Fact.objects.by_code({*found.codes, *found.calls})
    context = {
        "topic": topic,
        "screen": found,
        "say": [in_parts(text, facts) for text in found.say],
        "rows": [{"question": row.question, "parts": in_parts(row.text, facts)} for row in found.rows],
        "do": [in_parts(text, facts) for text in found.do],
        "calls": _in_order(found.calls, facts),
        "facts": _in_order(found.codes, facts),
        "after": topic.after(found),
        "see": [find_screen(path) for path in found.see],
    }
    return show(request, "infopost/screen_detail.html", context)


@public
def country_list(request):
    """The countries that we know something about, those that most people go to first."""
    known = set(Fact.objects.shown().exclude(country="").values_list("country", flat=True))
    countries = [(code, name) for code, name in COUNTRIES.items() if code in known]
    return show(request, "infopost/country_list.html", {"countries": countries})


@public
def country_detail(request, country):
    """One country: what is open or closed, whom to call there, wages and rules."""
    context = _country(country)
    return show(request, "infopost/country_detail.html", context)


@public
def safety_card(request, country):
    """'Kartu Aman Keluarga': the numbers that this family needs, and lines to fill in by hand; to print and fold."""
    context = _country(country)
    _, silent = find_screen(SILENT)
    facts = Fact.objects.by_code({*HOME_CALLS, *silent.codes})
    context |= {"home_calls": _in_order(HOME_CALLS, facts), "silent": [in_parts(text, facts) for text in silent.do]}
    return show(request, "infopost/safety_card.html", context | {"lines": CARD_LINES})


def _country(code):
    # Whatever is typed as a country never reaches the database: PostgreSQL refuses some of it.
    facts = list(Fact.objects.shown().of_country(code)) if code in COUNTRIES else []
    if not facts:
        raise Http404
    kinds = {kind: [fact for fact in facts if fact.kind == kind] for kind in FactKind}
    told = [*kinds[FactKind.WAGE], *kinds[FactKind.RULE], *kinds[FactKind.COST], *kinds[FactKind.LAW]]
    return {
        "country": code,
        "country_name": COUNTRIES[code],
        "statuses": kinds[FactKind.STATUS],
        "calls": kinds[FactKind.HOTLINE],
        "offices": kinds[FactKind.OFFICE],
        "told": told,
        "problems": kinds[FactKind.PROBLEM],
    }


def _topic(slug):
    try:
        return read_topics()[slug]
    except KeyError:
        raise Http404 from None


def _in_order(codes, facts):
    return [facts[code] for code in codes if code in facts]


def show(request, template, context):
    """A families' page, with the ways to carry it home and to ask for help."""
    # A page is carried home, so what is carried is the page without the post's screen.
    here = request.build_absolute_uri(_without_post(request))
    context |= {
        "kiosk": request.kiosk,
        "idle_seconds": IDLE_SECONDS,
        "here": here,
        "code_image": segno.make(here, error="m").svg_data_uri(border=2, scale=3, dark="#17433b", omitsize=True),
        "share_url": "https://wa.me/?text=" + quote(f"Informasi kerja ke luar negeri yang aman: {here}"),
        "is_slip": request.GET.get("cetak") == "struk",
    }
    page = render_to_string(template, context, request)
    words = explained_in(page)
    told = render_to_string("infopost/_words.html", {"words": words}) if words else ""
    return HttpResponse(page.replace(WORDS_PLACE, told), headers={MARK: "1"})


def _without_post(request) -> str:
    match = request.resolver_match
    kept = {name: value for name, value in match.kwargs.items() if name != "code"}
    return reverse(match.view_name, kwargs=kept)
