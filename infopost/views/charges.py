"""'Boleh diminta bayar?': asked by country and job, answered in words, and kept by the keepers of facts."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from infopost import actions
from infopost.forms import ChargeQuestionForm, ChargeRuleForm
from infopost.models import ChargeRule, Fact
from infopost.rules.ageing import CHECK_AFTER
from infopost.rules.charges import answer, in_force
from infopost.views.keeping import AgedChange, AgedCreate, only_keepers
from infopost.views.public import asking, show

LAWS = ("law-no-placement-fee", "law-charging")
CALLS = ("hotline-kp2mi", "hotline-kp2mi-whatsapp", "hotline-kemnaker")


@asking
def charge_ask(request):
    """The question; and what the rule for this country and job says, with its date and source."""
    form = ChargeQuestionForm(request.POST if request.method == "POST" else None)
    facts = Fact.objects.by_code({*LAWS, *CALLS})
    context = {
        "form": form,
        "calls": [facts[code] for code in CALLS if code in facts],
        "laws": [facts[code] for code in LAWS if code in facts],
    }
    if form.is_bound and form.is_valid():
        context |= _answered(**form.asked())
    return show(request, "infopost/charge_ask.html", context)


def _answered(*, country, job) -> dict:
    rules = {str(rule.pk): rule for rule in ChargeRule.objects.shown()}
    found = in_force((rule.reach for rule in rules.values()), country=country, job=job, today=timezone.localdate())
    rule = rules[found.key] if found else None
    # Who does not know yet where to go may meet an exception there.
    is_certain = bool(rule and country and rule.standing.is_certain)
    return {"rule": rule, "answer": answer(rule.charge if rule else None, is_certain=is_certain), "asked": True}


@require_safe
def charge_list(request):
    """Every rule, those first that have to be checked again."""
    only_keepers(request.user)
    rules = list(ChargeRule.objects.select_related("verified_by"))
    rules.sort(key=lambda rule: rule.is_withdrawn or rule.standing.is_certain)
    waiting = ChargeRule.objects.to_check(timezone.localdate()).count()
    context = {"rules": rules, "waiting": waiting, "days": CHECK_AFTER.days}
    return render(request, "infopost/charge_list.html", context)


class ChargeCreate(AgedCreate):
    """A new rule: for a country, a job, or both."""

    form_key, done_message = "charge_create", "Aturan baru sudah disimpan."
    template_name, model, form_class = "infopost/charge_form.html", ChargeRule, ChargeRuleForm
    address_name, list_name = "infopost:charge_create", "infopost:charge_list"
    add = staticmethod(actions.add_charge)


class ChargeChange(AgedChange):
    """A correction of a rule, a check of today, or a withdrawal."""

    form_key, done_message = "charge_change", "Aturan sudah disimpan."
    template_name, model, form_class = "infopost/charge_form.html", ChargeRule, ChargeRuleForm
    address_name, list_name = "infopost:charge_change", "infopost:charge_list"
    change = staticmethod(actions.change_charge)
