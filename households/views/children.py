"""A child's school and papers, and who looks after it."""

from dataclasses import dataclass, replace

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms.children import CareEndForm, CaregiverForm, CareResumeForm, ChildForm
from households.models import Caregiver
from households.rules.children import (
    caring_on,
    is_asked_about_immunisation,
    is_asked_as_child,
    is_child,
    parents_abroad,
)
from households.views.comparing import NOTHING, compare_fields
from households.views.editing import FamilyView
from households.views.profiles import Answers, PersonView
from toolkit.dates import PartialDate

NOT_ASKED = "belum ditanyakan"


class ChildView(PersonView):
    """An act about a child, or a young person still at school, of the officer's own village."""

    def find(self):
        """The child; whoever has grown up has no such page."""
        person = super().find()
        if not is_asked_as_child(person.age_on(timezone.localdate()), person.in_school):
            raise Http404
        return person


class ChildChange(ChildView):
    """School, papers and the thread to the parent abroad, each answer of which may stay open."""

    form_key, address_name = "child_change", "households:child_change"
    template_name = "households/child_change.html"
    done_message = "Keterangan anak sudah disimpan."

    def make_form(self, data=None):
        """A child's questions."""
        return ChildForm(data, person=self.record, day=timezone.localdate())

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        in_school = form.cleaned_data["in_school"]
        return actions.change_child(in_school=in_school, entry=form.entry(), **self.about(version))

    def compare(self, form, saved):
        """Question by question."""
        return compare_fields(form, ChildForm(person=saved, day=timezone.localdate()))

    def extra_context(self, form):
        """Whether today's text is still to be read out."""
        return self.consent_to_hear()


class CaregiverAdd(ChildView):
    """Somebody looks after the child."""

    form_key, address_name = "caregiver_add", "households:caregiver_add"
    template_name = "households/caregiver_add.html"
    done_message = "Pengasuhan sudah dicatat."

    def make_form(self, data=None):
        """The members to choose from, and the other answers."""
        members = self.record.household.members.order_by("pk")
        return CaregiverForm(data, child=self.record, members=members, day=timezone.localdate())

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        about = self.about(version)
        return actions.add_caregiver(
            by=about["by"],
            child_id=about["person_id"],
            version=version,
            entry=form.entry(),
            today=timezone.localdate(),
            caregiver_id=self.op,
        )

    def compare(self, form, saved):
        """Who looks after the child now, and who was chosen."""
        now = ", ".join(care_in_words(saved, timezone.localdate())) or NOT_ASKED
        yours = dict(form.fields["who"].choices).get(form.cleaned_data.get("who"), NOTHING)
        return [{"label": "Pengasuh", "saved": now, "yours": yours, "differs": now != yours}]


class CaregiverEnd(FamilyView):
    """Somebody looks after the child no longer, never did, or still does."""

    form_key = "caregiver_end"
    template_name = "households/caregiver_end.html"
    done_message = "Pengasuhan sudah diperbarui."

    def find(self):
        """Who looks after a child of the officer's own village."""
        caregivers = Caregiver.objects.editable_by(self.request.user).select_related("child", "person")
        return get_object_or_404(caregivers, pk=self.kwargs["pk"])

    def address(self, op):
        """The caregiver and the operation."""
        return reverse("households:caregiver_end", args=[self.record.pk, op])

    def make_form(self, data=None):
        """Since when; of one who has stopped, that he has not."""
        return CareResumeForm(data) if self.record.ended_on else CareEndForm(data)

    def carry_out(self, form, *, version):
        """End it, strike it out, or let it go on."""
        about = {"by": self.request.user, "caregiver_id": self.record.pk, "version": version}
        if isinstance(form, CareResumeForm):
            return actions.resume_caregiver(today=timezone.localdate(), **about)
        return actions.end_caregiver(
            ended=form.cleaned_data["ended"], by_mistake=form.is_mistake, today=timezone.localdate(), **about
        )

    def compare(self, form, saved):
        """Who looks after the child now, and what was wanted of this one."""
        child = saved.child if isinstance(saved, Caregiver) else saved
        kept = ", ".join(care_in_words(child, timezone.localdate())) or NOT_ASKED
        yours = "masih mengasuh" if isinstance(form, CareResumeForm) else "tidak mengasuh lagi"
        return [{"label": f"Pengasuh {child.name}", "saved": kept, "yours": yours, "differs": True}]

    def extra_context(self, form):
        """Who it is about."""
        return {"child": self.record.child, "who": caregiver_in_words(self.record, self.record.person)}


def caregiver_in_words(caregiver, person) -> str:
    """'kakek atau nenek (Inaq Sahdan)', 'tetangga', or that nobody does; `person` is the member, if it is one."""
    name = person.name if person else caregiver.name
    relation = caregiver.get_relation_display()
    return f"{relation[0].lower()}{relation[1:]}{f' ({name})' if name else ''}"


def care_in_words(child, day, members=None) -> list[str]:
    """Who looks after the child on `day`; members by key spare a look at each. Caregivers must be prefetched."""
    words = []
    for caregiver in caring_on(child.caregivers.all(), day):
        person = None
        if caregiver.person_id:
            person = members.get(caregiver.person_id) if members is not None else caregiver.person
            if person is None or not _is_at_hand(person, child, day):
                continue
        words.append(caregiver_in_words(caregiver, person))
    return words


def with_care(lines, day) -> list:
    """The lines of a family's members, a child's with who looks after it when a parent is abroad."""
    members = {line.person.pk: line.person for line in lines}
    return [_with_care(line, members, day) for line in lines]


def _with_care(line, members, day):
    child = line.person
    if not (line.lives and is_child(child.age_on(day)) and parents_abroad(child, members.values(), day)):
        return line
    return replace(line, care=", ".join(care_in_words(child, day, members)) or NOT_ASKED)


def child_facts(person, day, *, on_paper: bool = False) -> Answers:
    """What a child's page says of school and papers; and of what would help, which goes on no paper."""
    profile = getattr(person, "child_profile", None)
    if profile is None:
        return Answers([], [])
    number = f"{profile.npsn}{'' if _is_npsn(profile.npsn) else ' (perlu dicek: NPSN punya 8 angka)'}"
    told = [
        ("Sekolah", profile.school),
        ("NPSN", number if profile.npsn else ""),
        ("Jenjang", profile.get_level_display()),
        ("Kelas", profile.grade),
        ("Kehadiran", profile.get_attendance_display()),
        ("Risiko putus sekolah", profile.get_risk_display()),
        ("Akta kelahiran", profile.get_birth_certificate_display()),
        ("KIA", profile.get_child_card_display()),
        ("Kabar dari orang tua di luar negeri", profile.get_contact_display()),
        ("Lahir di luar negeri", profile.get_born_abroad_display()),
        ("Orang tua beda kewarganegaraan", profile.get_mixed_nationality_display()),
        ("Pencatatan kelahiran", profile.get_birth_unrecorded_display()),
    ]
    if is_asked_about_immunisation(person.age_on(day)):
        told.insert(8, ("Imunisasi dasar", profile.get_immunised_display()))
    if not on_paper:
        told.append(("Yang bisa membantu", ", ".join(profile.help_with_labels)))
    return Answers.of(told)


def _is_at_hand(person, child, day) -> bool:
    """Whether a member still lives in the child's family: who has died or left looks after nobody there."""
    return person.household_id == child.household_id and person.is_member_on(day)


def _is_npsn(text: str) -> bool:
    return len(text) == 8 and text.isascii() and text.isdigit()


@dataclass(frozen=True)
class CareLine:
    """Somebody who looks after the child, with since and until when."""

    caregiver: object
    who: str
    when: str


def care_lines(caregivers, day) -> list[CareLine]:
    """Everybody who looks or looked after the child, whoever does so now first; mistakes are left out."""
    lines = []
    for one in caregivers:
        if one.ended_on == one.since_on:
            continue
        since = PartialDate.within(one.since_on, one.since_precision)
        ended = PartialDate.within(one.ended_on, one.ended_precision) if one.ended_on else None
        when = f"sejak {since}" if since else "sejak kapan belum diketahui"
        when += f", sampai {ended}" if ended else ", sudah berhenti" if one.ended_on else ""
        if one.person and not _is_at_hand(one.person, one.child, day):
            when += ", tetapi sudah meninggal atau keluar dari keluarga ini"
        lines.append(CareLine(one, caregiver_in_words(one, one.person), when))
    return sorted(lines, key=lambda line: line.caregiver.ended_on is not None)
