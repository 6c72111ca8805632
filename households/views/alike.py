"""Warns when somebody like this is already in the village: in the browser while typing, else when the form is sent."""

import json

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts import audit, receipts
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from households.alike import find_alike, packed
from households.entries import MemberEntry
from households.models import Person
from households.rules.likeness import Described

# As in Django's `json_script`: whatever shows this text, nothing in it can become a tag.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@needs(Verb.EDIT_HOUSEHOLDS)
@require_safe
def people_known(request):
    """Names, birth years and hamlets of the officer's own village; the browser keeps them while the page is open."""
    audit.read(Act.LISTED, by=request.user, reason="pembanding nama saat mendata")
    people = packed(Person.objects.editable_by(request.user))
    text = json.dumps({"places": people}, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return HttpResponse(text, content_type="application/json")


class WarnsOfAlike:
    """An operation's page that asks once more before somebody like a known person is written.

    Only when nothing else is wrong, and never when the browser has compared already or the officer says to go on: both
    send `warning_seen`.
    """

    alike = ()

    def told(self, form) -> tuple[list[MemberEntry], str]:
        """The people on the form, and their hamlet."""
        raise NotImplementedError

    def save(self, form):
        """Save, or show whom to compare with and save nothing."""
        if "warning_seen" not in self.request.POST:
            entries, hamlet = self.told(form)
            told = [Described(entry.name, entry.birth.value.year if entry.birth else None, hamlet) for entry in entries]
            self.alike = find_alike(Person.objects.editable_by(self.request.user), told)
        if not self.alike:
            return super().save(form)
        # The very same form may have been carried out a moment ago, and those are its people.
        receipt = receipts.find(self.op, by=self.request.user)
        if receipt is not None:
            return self.answer_again(receipt, self.request.POST)
        audit.read(Act.LISTED, by=self.request.user, reason="mungkin sudah terdata")
        return self.show(form)

    def extra_context(self, form) -> dict:
        """Who is alike."""
        return {**super().extra_context(form), "alike": self.alike}
