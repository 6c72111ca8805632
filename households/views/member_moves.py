"""A member goes over to another family of the village. The family is looked for on the page, by post: no name and no
number stands in an address."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts import audit, throttle
from accounts.models import Act
from households import actions
from households.choices import Relation
from households.forms import MemberMoveForm
from households.models import Household
from households.rules.names import searchable
from households.rules.searching import Search, understand
from households.views.joining import MemberView
from households.views.presenting import head_first
from households.views.searching import search_mark
from toolkit.ids import as_id, new_id

MOST_FOUND = 12
TO_CLOSE = (
    "Sudah dicatat. Keluarga asalnya kini tanpa anggota. Tutup rumah tangga itu, misalnya dengan alasan 'Bergabung "
    "dengan keluarga lain'."
)
TO_HEAD = "Sudah dicatat. Sekarang pilih kepala keluarga yang baru bagi keluarga asalnya."
TAKEN_BACK = "Kepindahan itu sudah ditarik kembali. Periksa lagi hubungannya dengan kepala keluarga."


class PersonMove(MemberView):
    """Look for the family, pick it, and say as what, why and since when; or take the last move back."""

    form_key, address_name = "person_move", "households:person_move"
    template_name = "households/person_move.html"
    done_message = "Sudah dicatat. Perjalanan dan riwayatnya ikut ke keluarga yang sekarang."
    wait = more = 0
    named = mark = ""

    def dispatch(self, request, *args, op=None, **kwargs):
        """A family that another page proposes comes along to the form."""
        response = super().dispatch(request, *args, op=op, **kwargs)
        proposed = as_id(request.GET.get("ke"))
        return redirect(f"{response.url}?ke={proposed}") if op is None and proposed else response

    def make_form(self, data=None):
        """The families that were found, and the one that was picked already."""
        data = None if data is None else data.copy()
        picked = as_id(self.request.GET.get("ke") if data is None else data.get("target"))
        families = list(self._reachable().filter(pk=picked)) if picked else []
        if data is not None and not families:
            families = self._find(data.get("words", ""))
            data["searched"] = data.get("words", "")
        return MemberMoveForm(
            data,
            person=self.record,
            found=[(str(family.pk), in_words(family, named=self.named)) for family in families],
            was_moved=self.record.arrival is not None,
            chosen=families[0].pk if picked and families else None,
        )

    def rearrange(self, post):
        """The same form with the families that were looked for: by the button, or by Enter after new words."""
        words = post.get("words", "").strip()
        if "find" not in post and (not words or words == post.get("searched", "").strip()):
            return None
        looked = post.copy()
        looked.pop("target", None)
        return looked

    def carry_out(self, form, *, version):
        """Carry it out, or take the last move back."""
        about = self.about(version)
        if "what" in form.fields and form.is_mistake:
            self.done_message = TAKEN_BACK
            return actions.withdraw_member_move(**about)
        return actions.move_member(today=timezone.localdate(), **form.told(), **about)

    def leads_to(self, result):
        """Where the old family is left without a head, to the choice of one; where nobody is left, to its closing."""
        old, today = self.record.household, timezone.localdate()
        if result.household_id == old.pk or self.done_message == TAKEN_BACK or old.closing is not None:
            return super().leads_to(result)
        if not old.members.members_on(today).exists():
            self.done_message = TO_CLOSE
            return reverse("households:household_close", args=[old.pk, new_id()])
        if self.record.relation == Relation.HEAD:
            self.done_message = TO_HEAD
            return reverse("households:household_head", args=[old.pk, new_id()])
        return super().leads_to(result)

    def compare(self, form, saved):
        """The family that he belongs to now, and the one that was picked."""
        now = self._line_of(saved.household_id)
        yours = dict(form.fields["target"].choices).get(form.cleaned_data.get("target"), "keluarga asalnya")
        return [{"label": "Keluarga", "saved": now, "yours": yours, "differs": now != yours}]

    def show(self, form, **more):
        """Names of families are read, so it is noted first."""
        if form.is_found:
            audit.read(Act.LISTED, by=self.request.user, reason=f"keluarga tujuan {self.mark}".strip())
        return super().show(form, **more)

    def extra_context(self, form):
        """What was looked for, where he is now, and whether anybody stays behind."""
        today, record = timezone.localdate(), self.record
        others = record.household.members.members_on(today).exclude(pk=record.pk)
        return {
            "wait": self.wait,
            "more": self.more,
            "looked_for": form.is_bound and bool(form.data.get("searched")),
            "now": self._line_of(record.household_id),
            "is_last": not others.exists(),
            "is_member": record.is_member_on(today),
        }

    def _reachable(self):
        """The other families of the officer's village that are kept there."""
        families = Household.objects.editable_by(self.request.user).open_on(timezone.localdate())
        return families.exclude(pk=self.record.household_id).with_lines()

    def _find(self, words: str) -> list[Household]:
        """Families with such a member or this card, at most so many."""
        search, user = understand(words), self.request.user
        if search.number:
            self.wait = throttle.wait_for(throttle.NUMBER_SEARCH, str(user.pk))
        if self.wait or not (search.number or search.name):
            return []
        self.named, self.mark = search.name, search_mark(search.number or words)
        if search.number:
            audit.read(Act.SEARCHED_NUMBER, by=user, reason=self.mark)
        found = list(self._narrowed(search).in_order()[: MOST_FOUND + 1])
        self.more = len(found) > MOST_FOUND
        return found[:MOST_FOUND]

    def _narrowed(self, search: Search):
        if search.number:
            return self._reachable().with_number(search.number)
        return self._reachable().matching(name=search.name, day=timezone.localdate())

    def _line_of(self, key) -> str:
        return in_words(Household.objects.editable_by(self.request.user).with_lines().get(pk=key))


def in_words(family, *, named: str = "") -> str:
    """A family in a line to choose from: whose it is, where it lives and how many they are."""
    today = timezone.localdate()
    people = head_first(family, today)
    living = [person for person in people if person.is_member_on(today)]
    head = living[0].name if living else "Keluarga tanpa anggota"
    place = f"Dusun {family.hamlet}" if family.hamlet else "dusun belum diketahui"
    also = [person.name for person in living[1:] if named and named in searchable(person.name)]
    parts = [head, place + (f" RT {family.rt}" if family.rt else ""), f"{len(living)} orang"]
    return " · ".join([*parts, *(f"ada {name}" for name in also[:1])])
