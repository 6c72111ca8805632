"""'Tawaran ini aman?': questions one a screen, and an answer with its reasons. Nothing of it is kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from infopost.choices import Counted, FactKind, Placement
from infopost.counting import count
from infopost.models import Fact, Sign
from infopost.offers import UNKNOWN, raised, read_colours, read_questions
from infopost.rules.verdicts import Colour, judge
from infopost.topics import PLACE
from infopost.views.public import KEEP_SECONDS, asking, at_a_post, show

MISSING = "(tanyakan petugas desa)"
# Whom to call, the most urgent first.
CALLS = ("hotline-emergency-police", "hotline-kp2mi", "hotline-sapa-whatsapp", "hotline-kp2mi-whatsapp")


@asking
def offer_check(request):
    """The questions; and, where the browser cannot judge by itself, the answer to what was posted."""
    signs = list(Sign.objects.all())
    laws = Fact.objects.by_code([sign.law for sign in signs] + [*CALLS, *_codes()])
    codes, unknown = raised(request.POST)
    context = {
        "questions": _in_words(laws),
        "unknown": UNKNOWN,
        "colours": read_colours(),
        "signs": [{"sign": sign, "law": laws.get(sign.law), "shown": sign.code in codes} for sign in signs],
        "calls": [laws[code] for code in CALLS if code in laws],
    }
    if request.method == "POST":
        verdict = judge([sign.mark for sign in signs if sign.code in codes], unknown=unknown)
        _count(request, verdict.colour)
        return show(request, "infopost/offer_verdict.html", context | {"verdict": verdict, "open": unknown})
    response = show(request, "infopost/offer_check.html", context)
    response["Cache-Control"] = f"public, max-age={KEEP_SECONDS}"
    return response


@login_not_required
@csrf_exempt  # knows nobody, and only adds to a number
@require_POST
@at_a_post
def check_count(request):
    """A browser has judged an offer by itself: it says the colour and nothing else."""
    colour = request.POST.get("warna", "")
    if colour in {known.value for known in Colour}:
        _count(request, Colour(colour))
    return HttpResponse(status=204)


def _count(request, colour):
    count(Counted.CHECK, colour.value, village_id=request.kiosk.village.pk if request.kiosk else None)


def _codes():
    return [code for question in read_questions() for code in PLACE.findall(question.text)]


def _in_words(facts):
    """The questions with their facts and countries in place; a fact that is missing leaves a gap that asks."""
    countries = {
        "closed": _countries(Placement.CLOSED),
        "no-agreement": _countries(Placement.NO_AGREEMENT),
    }
    told = {code: fact.words for code, fact in facts.items()} | countries

    def filled(text):
        return PLACE.sub(lambda place: told.get(place[1]) or MISSING, text)

    return [
        {
            "slug": question.slug,
            "text": filled(question.text),
            "answers": [{"slug": a.slug, "sign": a.sign, "text": filled(a.text)} for a in question.answers],
        }
        for question in read_questions()
    ]


def _countries(placement) -> str:
    facts = Fact.objects.shown().filter(kind=FactKind.STATUS, placement=placement)
    names = list(dict.fromkeys(fact.country_name for fact in facts))
    return ", ".join(names[:-1]) + f", atau {names[-1]}" if len(names) > 1 else "".join(names)
