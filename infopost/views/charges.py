"""'Boleh diminta bayar?': asked by country and job, answered in words, and kept by the keepers of facts."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from infopost import actions
from infopost.forms import ChargeQuestionForm, ChargeRuleForm
from infopost.models import ChargeRule, Fact
from infopost.rules.ageing import CHECK_AFTER
from infopost.rules.charges import answer, in_force
from infopost.views.facts import AgedView
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
    if not request.user.may(Verb.KEEP_FACTS):
        raise Http404
    rules = list(ChargeRule.objects.select_related("verified_by"))
    rules.sort(key=lambda rule: rule.is_withdrawn or rule.standing.is_certain)
    waiting = ChargeRule.objects.to_check(timezone.localdate()).count()
    context = {"rules": rules, "waiting": waiting, "days": CHECK_AFTER.days}
    return render(request, "infopost/charge_list.html", context)


class ChargeView(AgedView):
    """A page of the keepers with one rule on it."""

    template_name, form_class = "infopost/charge_form.html", ChargeRuleForm


class ChargeCreate(ChargeView):
    """A new rule: for a country, a job, or both."""

    form_key, done_message = "charge_create", "Aturan baru sudah disimpan."

    def find(self):
        """There is no record yet."""
        self.only_keepers()

    def address(self, op):
        """The operation."""
        return reverse("infopost:charge_create", args=[op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        values = form.values() | form.verification(self.request.user)
        return actions.add_charge(by=self.request.user, rule_id=self.op, values=values)

    def saved_by(self, receipt):
        """The rule that this operation wrote."""
        return get_object_or_404(ChargeRule, pk=receipt.op)


class ChargeChange(ChargeView):
    """A correction, a check of today, or a withdrawal."""

    form_key, done_message = "charge_change", "Aturan sudah disimpan."

    def find(self):
        """The rule."""
        self.only_keepers()
        return get_object_or_404(ChargeRule.objects.select_related("verified_by"), pk=self.kwargs["pk"])

    def address(self, op):
        """The rule and the operation."""
        return reverse("infopost:charge_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        values = form.values() | form.verification(self.request.user)
        return actions.change_charge(by=self.request.user, rule_id=self.record.pk, version=version, values=values)
