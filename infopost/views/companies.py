"""'Perusahaan ini berizin?': a name in, an answer out. The name is posted, and nothing of it is kept."""

from django.utils import timezone

from infopost.companies import ask, read_answers
from infopost.forms import CompanyForm
from infopost.models import AgencyList, Fact
from infopost.views.offers import CALLS
from infopost.views.public import KEEP_SECONDS, asking, show

# What is told with every answer: people posing as officials, and who may place anybody at all.
FACTS = ("rule-posing", "law-who-places")


@asking
def company_check(request):
    """A box for the name; and what the newest list says about it."""
    newest = AgencyList.objects.newest()
    form = CompanyForm(request.POST if request.method == "POST" else None)
    facts = Fact.objects.by_code([*FACTS, *CALLS])
    context = {
        "form": form,
        "newest": newest,
        "posing": facts.get("rule-posing"),
        "facts": [facts[code] for code in FACTS if code in facts],
        "calls": [facts[code] for code in CALLS if code in facts],
    }
    if form.is_bound and form.is_valid():
        found = ask(form.cleaned_data["name"], newest=newest, today=timezone.localdate())
        context |= {"finding": found, "told": read_answers()[found.answer.value]}
    response = show(request, "infopost/company_check.html", context)
    if request.method != "POST":
        response["Cache-Control"] = f"public, max-age={KEEP_SECONDS}"
    return response
