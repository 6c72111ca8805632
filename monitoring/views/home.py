"""The first page after signing in."""

from django.core.cache import cache
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from monitoring.indicators.lens import Lens
from monitoring.links import Links
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.tallies import few
from toolkit.dates import MONTHS
from toolkit.templatetags.indonesian import number, trend

FIGURES = {
    "G1.2": "Rumah tangga PMI",
    "G2.2": "Sedang di luar negeri",
    "G2.3": "Sudah pulang (purna)",
    "G1.5": "Anak di bawah 18",
}
CODES = (*FIGURES, "G1.1", "G1.7", "G4.1", "G4.2")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# The numbers of a province or the country are kept for a while; a village counts anew each time, in milliseconds.
KEEP_SECONDS = 600


@require_safe
def home(request):
    """Greeting, the place's four numbers, and what waits; for an administrator the ways to accounts and regions."""
    now = timezone.localtime()
    context = {"greeting": greeting(now.hour), "day": DAYS[now.weekday()], "now": now}
    if request.user.may(Verb.COUNT):
        context |= _numbers(request.user, now)
    context["can_register"] = request.user.may(Verb.EDIT_HOUSEHOLDS)
    context["can_read"] = request.user.may(Verb.READ_HOUSEHOLDS)
    return render(request, "monitoring/home.html", context)


def greeting(hour: int) -> str:
    """How people greet at that hour of the day."""
    for until, word in ((11, "pagi"), (15, "siang"), (18, "sore")):
        if hour < until and hour >= 3:
            return f"Selamat {word}"
    return "Selamat malam"


def _numbers(user, now):
    place = place_for(user)
    period = Period.month_of(now.date())
    lens, links = Lens.on(user, place, period, now), Links.of(user, place, period)
    counts, before = _counted(lens), _counted(lens.previous())
    return {
        "figures": [_figure(code, counts, before, links) for code in FIGURES],
        "registered": counts["G1.1"],
        "to_check": counts["G4.1"],
        "to_update": counts["G4.2"],
        "place": place,
        "period": period,
        "report_url": links.report(),
    }


def _counted(lens):
    if lens.place.has_names:
        return few(lens, CODES)
    key = f"home:{lens.place.code}:{lens.period.code}:{lens.last.isoformat()}"
    return cache.get_or_set(key, lambda: few(lens, CODES), KEEP_SECONDS)


def _figure(code, counts, before, links):
    change = counts[code] - before[code]
    month = MONTHS[links.period.previous().start.month - 1]
    word = f"{trend(change)} sejak {month}" if change else "tetap"
    if code == "G1.5" and counts["G1.7"]:
        word = f"{number(counts['G1.7'])} belum terdata tanggal lahirnya"
    return {"label": FIGURES[code], "number": number(counts[code]), "word": word, "url": links.number(code)}
