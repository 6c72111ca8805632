"""The page of one person at the village post."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from households.models import Person
from households.views.presenting import member_line
from infopost.desk import sections_of


@require_safe
def person_desk(request, pk):
    """What the post did for somebody and can do next. Reading it is noted like the person's own page."""
    people = Person.objects.visible_to(request.user).select_related("household", "village__parent__parent__parent")
    person = get_object_or_404(people.prefetch_related("trips"), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=person, region=person.village_id)
    today = timezone.localdate()
    context = {
        "person": person,
        "line": member_line(person, today),
        "sections": sections_of(person, request.user, today),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "infopost/person_desk.html", context)
