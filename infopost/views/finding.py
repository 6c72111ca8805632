"""Looking for somebody of the registry on a form of the desk, by post: no name and no number stands in an address."""

from django.utils import timezone

from accounts import audit, throttle
from accounts.models import Act
from households.models import Person
from households.rules.names import searchable
from households.rules.searching import understand
from households.views.presenting import age_in_words
from households.views.searching import search_mark

MOST_FOUND = 8


class FindsPeople:
    """A form whose box 'who' finds members of the village's families."""

    wait = 0
    mark = ""
    _known: dict[str, list] | None = None

    def reachable(self):
        """Living members of the officer's own village, each with the family."""
        people = Person.objects.editable_by(self.request.user).members_on(timezone.localdate())
        return people.select_related("household")

    def find_people(self, words: str) -> list[Person]:
        """Those whose name holds the words, or whose NIK it is whole; at most so many."""
        self._known = self._known or {}
        if words not in self._known:
            self._known[words] = self._look_for(words)
        return self._known[words]

    def note_search(self) -> None:
        """Names are read, so it is noted first."""
        audit.read(Act.LISTED, by=self.request.user, reason=f"orang di pos {self.mark}".strip())

    def _look_for(self, words):
        search, user = understand(words), self.request.user
        self.mark = search_mark(search.number or words)
        if search.number:
            self.wait = throttle.wait_for(throttle.NUMBER_SEARCH, str(user.pk))
            if self.wait:
                return []
            audit.read(Act.SEARCHED_NUMBER, by=user, reason=self.mark)
            return list(self.reachable().filter(nik=search.number))
        if not search.name:
            return []
        return list(self.reachable().filter(search_name__contains=search.name).in_order()[:MOST_FOUND])


def in_words(person) -> str:
    """Somebody in a line to choose from: name, age and where the family lives."""
    home = f"Dusun {person.household.hamlet}" if person.household.hamlet else ""
    parts = (person.name, age_in_words(person, timezone.localdate()), home)
    return " · ".join(part for part in parts if part)


def likely_visitor(people, service):
    """The key of whom of a family a visitor was: who bears the name, else the only one of that sex; None if unsure."""
    words = searchable(service.visitor_name)
    named = [person for person in people if words and words in person.search_name]
    alike = named or [person for person in people if person.sex == service.sex]
    return alike[0].pk if len(alike) == 1 else None
