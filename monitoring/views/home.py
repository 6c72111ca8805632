"""The first page after signing in: what waits today, the few numbers, the report that comes next."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from infopost.letters.waiting import waiting_for
from monitoring.first_page import Report, today_list, villages
from monitoring.glance import glance
from monitoring.indicators.lens import Lens
from monitoring.links import Links
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.standing import Standing
from monitoring.year import CODE, year_of
from regions.models import Level
from toolkit.dates import MONTHS
from toolkit.templatetags.indonesian import number, trend

FIGURES = {
    "G1.2": "Rumah tangga PMI",
    "G2.2": "Sedang di luar negeri",
    "G2.3": "Sudah pulang (purna)",
    "G1.5": "Anak di bawah 18",
}
# What the village's post did this month, in the order of its chapter in the report.
POST = {"P1.1": "layanan", "P1.11": "surat", "P1.3": "dokumen dibantu", "P1.10": "rujukan", "P1.8": "kontak keluarga"}
CODES = (*FIGURES, *POST, "G1.1", "G1.7")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@require_safe
def home(request):
    """An officer's day, what a head has to sign, a coordinator's villages, a monitor's figures, or the ways onward."""
    user, now = request.user, timezone.localtime()
    context = {"greeting": greeting(now.hour), "day": DAYS[now.weekday()], "now": now}
    context |= {"can_register": user.may(Verb.EDIT_HOUSEHOLDS), "can_read": user.may(Verb.READ_HOUSEHOLDS)}
    acts = {}
    if user.may(Verb.COUNT):
        standing = Standing.of(Lens.on(user, place_for(user), Period.month_of(now.date()), now))
        acts = standing.acts
        context |= _numbers(user, standing, now)
    if context["can_register"]:
        context["waiting"] = today_list(user, now.date(), acts=acts.get(user.region_id, {}))
        if context["waiting"].shows_names:
            audit.read(Act.LISTED, by=user, reason="beranda")
    elif user.may(Verb.SIGN_LETTERS):
        context["letters"], context["letters_total"] = waiting_for(user)
        if context["letters"]:
            audit.read(Act.LISTED, by=user, reason="beranda")
    elif context["can_read"] and user.office.level == Level.REGENCY:
        context["villages"] = villages(user, now.date(), acts)
    return render(request, "monitoring/home.html", context)


def greeting(hour: int) -> str:
    """How people greet at that hour of the day."""
    for until, word in ((11, "pagi"), (15, "siang"), (18, "sore")):
        if hour < until and hour >= 3:
            return f"Selamat {word}"
    return "Selamat malam"


def _numbers(user, standing, now):
    lens, place, period = standing.lens, standing.lens.place, standing.lens.period
    seen, links = glance(standing, CODES), Links.of(user, place, period)
    return {
        "figures": [_figure(code, seen.counts, seen.before, links) for code in FIGURES],
        "post": _post(seen, links),
        "year": year_of(lens, now=seen.counts[CODE], before=seen.before[CODE]),
        "month": MONTHS[period.start.month - 1],
        "registered": seen.counts["G1.1"],
        "answered": seen.answered,
        "place": place,
        "report": Report.next_on(now.date(), place.code),
    }


def _post(seen, links):
    """What the post did, and after its services how many people they reached."""
    services, *others = [(number(seen.counts[code]), word, links.number(code)) for code, word in POST.items()]
    return [services, (number(seen.reached), "orang dilayani", services[2]), *others]


def _figure(code, counts, before, links):
    change = counts[code] - before[code]
    month = MONTHS[links.period.previous().start.month - 1]
    word = f"{trend(change)} sejak {month}" if change else "tetap"
    if code == "G1.5" and counts["G1.7"]:
        word = f"{number(counts['G1.7'])} belum terdata tanggal lahirnya"
    return {"label": FIGURES[code], "number": number(counts[code]), "word": word, "url": links.number(code)}
