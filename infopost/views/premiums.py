"""'Berapa iuran jaminan sosial?': counted from the facts, and as certain as they are. Nothing of it is kept."""

from dataclasses import dataclass

from infopost.forms import PremiumForm
from infopost.models import Fact
from infopost.rules import premiums
from infopost.views.public import asking, show

# What is told beside the sum, by how far somebody is.
TOLD = {
    "agency": ("rule-insurance-after", "cost-insurance-savings"),
    "alone": ("rule-insurance-alone", "rule-insurance-after", "cost-insurance-savings"),
    "extending": ("rule-insurance-after",),
    "home": ("rule-insurance-after",),
}
CALLS = ("hotline-bpjs",)


@dataclass(frozen=True)
class Line:
    """One premium on the page: its fact (None where it is missing), how often it is due, and what that comes to."""

    fact: Fact | None
    times: int
    amount: int | None


@asking
def premium_ask(request):
    """The question; and what it comes to, with each premium's source."""
    form = PremiumForm(request.POST if request.method == "POST" else None)
    facts = {fact.code: fact for fact in Fact.objects.filter(code__startswith="cost-insurance-")}
    asked = form.is_bound and form.is_valid()
    told = TOLD[form.cleaned_data["moment"]] if asked else ()
    beside = Fact.objects.by_code({*CALLS, *told})
    context = {
        "form": form,
        "bill": _bill(form.cleaned_data, facts) if asked else None,
        "told": [beside[code] for code in told if code in beside],
        "calls": [beside[code] for code in CALLS if code in beside],
    }
    return show(request, "infopost/premium_ask.html", context)


def _bill(answers, facts) -> dict:
    """The lines and the sum. A premium that is missing or withdrawn leaves the sum unknown, never smaller."""
    bill = premiums.bill(answers["moment"], answers["months"] or 0, lengths=premiums.contracts(facts))
    shown = {code: fact for code, fact in facts.items() if not fact.is_withdrawn}
    amounts = {code: premiums.amount(fact.value) for code, fact in shown.items()}
    dues = bill.dues if bill else ()
    lines = [Line(shown.get(due.code), due.times, premiums.total([due], amounts)) for due in dues]
    return {
        "lines": lines,
        "total": premiums.total(dues, amounts) if bill else None,
        "is_free": bill is not None and not dues,
        "is_exact": bill is not None and bill.is_exact,
        "is_certain": all(line.fact and line.fact.standing.is_certain for line in lines),
    }
