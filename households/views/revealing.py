"""The page that shows one whole NIK or KK, for a minute."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from households.actions.revealing import MOST_A_DAY, TooManyToday, reveal_number
from households.forms.revealing import RevealForm
from households.models import Household, Person

SHOWN_SECONDS = 60
TOO_MANY = f"Hari ini Anda sudah melihat {MOST_A_DAY} nomor. Lanjutkan besok, atau minta bantuan koordinator kabupaten."


@needs(Verb.READ_HOUSEHOLDS)
@require_http_methods(["GET", "POST"])
def nik_reveal(request, pk):
    """A person's NIK."""
    person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
    return _reveal(request, person, column="nik", label="NIK", whose=person.name)


@needs(Verb.READ_HOUSEHOLDS)
@require_http_methods(["GET", "POST"])
def card_reveal(request, pk):
    """A household's family card number."""
    household = get_object_or_404(Household.objects.visible_to(request.user), pk=pk)
    return _reveal(request, household, column="family_card_number", label="Nomor KK", whose="rumah tangga ini")


def _reveal(request, record, *, column: str, label: str, whose: str):
    if not getattr(record, column):
        raise Http404
    audit.read(Act.VIEWED, by=request.user, on=record, region=record.village_id)
    form = RevealForm(request.POST if request.method == "POST" else None)
    number = ""
    if form.is_bound and form.is_valid():
        try:
            number = reveal_number(by=request.user, record=record, column=column, reason=form.in_words())
        except TooManyToday:
            form.add_error(None, TOO_MANY)
    context = {"form": form, "label": label, "whose": whose, "number": number, "seconds": SHOWN_SECONDS}
    response = render(request, "households/number_reveal.html", {**context, "record": record})
    if number:
        # Back to the record by itself, with JavaScript or without: the screen of a shared computer forgets.
        response["Refresh"] = f"{SHOWN_SECONDS};url={record.get_absolute_url()}"
    return response
