"""Writing the register: a visit, a talk to many, a correction, a mistake, and what was promised."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.operations import OperationView
from households.models import Household
from households.views.comparing import compare_fields
from infopost import actions
from infopost.forms import FollowUpForm, GatheringForm, ServiceForm, ServiceStandForm
from infopost.models import Service
from infopost.service_choices import FollowUp
from infopost.views.finding import FindsPeople, in_words, likely_visitor
from infopost.views.service_lines import who_in_words
from toolkit.ids import as_id


class RegisterView(OperationView):
    """A page with one service on it. After saving, the post's first page waits for the next."""

    done_message = "Sudah dicatat."

    def find(self):
        """The service of the own village; nothing yet for a new one."""
        if not self.request.user.may(Verb.EDIT_HOUSEHOLDS):
            raise Http404
        if "pk" not in self.kwargs:
            return None
        services = Service.objects.editable_by(self.request.user).select_related("person__household", "noted_by")
        return get_object_or_404(services, pk=self.kwargs["pk"])

    def note_reading(self, record):
        """The page may show somebody's name."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def saved_by(self, receipt):
        """The service of the operation as it stands now."""
        pk = self.record.pk if self.record else receipt.op
        return get_object_or_404(Service.objects.editable_by(self.request.user), pk=pk)

    def leads_to(self, result):
        """The post's first page, with the service that was saved on top."""
        return f"{reverse('infopost:desk_home')}?terakhir={result.pk}"

    def about(self, version) -> dict:
        """What every act upon a service names."""
        return {"by": self.request.user, "service_id": self.record.pk, "version": version}

    def extra_context(self, form):
        """Who it is about, and the village's hamlets."""
        hamlets = Household.objects.editable_by(self.request.user).hamlets() if "hamlet" in form.fields else ()
        return {"who": who_in_words(self.record) if self.record else "", "hamlets": hamlets}


class ServiceView(FindsPeople, RegisterView):
    """The form of one visit, on which the visitor is looked for."""

    template_name = "infopost/service_form.html"

    def dispatch(self, request, *args, op=None, **kwargs):
        """Somebody whom another page proposes, or a family that was registered just now, comes along to the form."""
        response = super().dispatch(request, *args, op=op, **kwargs)
        proposed = {name: as_id(request.GET.get(name)) for name in ("orang", "keluarga")}
        told = urlencode({name: key for name, key in proposed.items() if key})
        return redirect(f"{response.url}?{told}") if op is None and told else response

    def make_form(self, data=None):
        """As it stands, or as typed, with the people who were found."""
        data = None if data is None else data.copy()
        picked = as_id(self.request.GET.get("orang") if data is None else data.get("person"))
        if data is None and self.record is not None:
            picked = picked or self.record.person_id
        people = list(self.reachable().filter(pk=picked)) if picked else []
        if data is None and self.record is not None and not picked:
            people, picked = self._registered()
        kept = self._kept(picked, people)
        if data is not None and not people and not kept and data.get("who", "").strip():
            people = self.find_people(data["who"].strip())
            data["searched"] = data["who"].strip()
        found = [(str(person.pk), in_words(person)) for person in people] + kept
        return ServiceForm(data, record=self.record, found=found, chosen=picked if people else None)

    def rearrange(self, post):
        """The same form with the people who were looked for; a new name that nobody bears needs no second look."""
        words = post.get("who", "").strip()
        if "find" not in post and (not words or words == post.get("searched", "").strip()):
            return None
        if "find" not in post and not self.find_people(words) and not self.wait:
            return None
        looked = post.copy()
        looked.pop("person", None)
        return looked

    def compare(self, form, saved):
        """Field by field."""
        asked = [form[name] for name in form.fields if name not in ("searched", "person", "who", "sex")]
        rows = compare_fields(asked, ServiceForm(record=saved))
        kept = in_words(saved.person) if saved.known_person else who_in_words(saved)
        yours = form.who_in_words()
        return [{"label": "Siapa", "saved": kept, "yours": yours, "differs": kept != yours}, *rows]

    def show(self, form, **more):
        """Names are read where people were found."""
        if form.is_found:
            self.note_search()
        return super().show(form, **more)

    def extra_context(self, form):
        """Whether somebody was looked for in vain."""
        looked = form.is_bound and bool(form.data.get("searched"))
        proposed = not form.is_bound and form.is_found
        return {**super().extra_context(form), "looked_for": looked, "wait": self.wait, "is_proposed": proposed}

    def _registered(self) -> tuple[list, UUID | None]:
        """The members of the family that was registered from this visit, and who of them came."""
        family = as_id(self.request.GET.get("keluarga"))
        people = list(self.reachable().filter(household=family).order_by("pk")) if family else []
        return people, likely_visitor(people, self.record) if people else None

    def _kept(self, picked, people) -> list:
        """Whoever was noted and can no longer be looked for stays a choice: he has died, left or moved since."""
        record = self.record
        if people or record is None or picked is None or picked != record.person_id:
            return []
        return [(str(picked), who_in_words(record))]


class ServiceNote(ServiceView):
    """One visit, call or house call."""

    form_key = "service_note"

    def address(self, op):
        """The operation."""
        return reverse("infopost:service_note", args=[op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        return actions.note_service(by=self.request.user, service_id=self.op, entry=form.entry())


class GatheringNote(RegisterView):
    """A talk to many at once."""

    form_key, template_name = "gathering_note", "infopost/gathering_form.html"

    def make_form(self, data=None):
        """As it stands, or as typed; a photograph comes beside what is typed."""
        files = self.request.FILES if data is not None else None
        return GatheringForm(data, record=self.record, files=files)

    def address(self, op):
        """The operation."""
        return reverse("infopost:gathering_note", args=[op])

    def carry_out(self, form, *, version):
        """Write it under the operation's id."""
        about = {"entry": form.entry(), "sheet": form.cleaned_data["sheet"]}
        return actions.note_gathering(by=self.request.user, service_id=self.op, **about)

    def compare(self, form, saved):
        """Field by field."""
        typed = [bound for bound in form if bound.name not in ("sheet", "drops_sheet")]
        return compare_fields(typed, GatheringForm(record=saved))


class ServiceChange(ServiceView):
    """A visit is corrected; a visitor becomes somebody of the registry."""

    form_key, done_message = "service_change", "Perubahan sudah disimpan."

    def find(self):
        """A visit of one; talks have their own page."""
        service = super().find()
        if service.is_gathering:
            raise Http404
        return service

    def address(self, op):
        """The service and the operation."""
        return reverse("infopost:service_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_service(entry=form.entry(), **self.about(version))


class GatheringChange(GatheringNote):
    """A talk is corrected."""

    form_key, done_message = "gathering_change", "Perubahan sudah disimpan."

    def find(self):
        """A talk to many."""
        service = super().find()
        if not service.is_gathering:
            raise Http404
        return service

    def address(self, op):
        """The service and the operation."""
        return reverse("infopost:gathering_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        photo = {name: form.cleaned_data.get(name) for name in ("sheet", "drops_sheet")}
        return actions.change_gathering(entry=form.entry(), **photo, **self.about(version))


class ServiceStand(RegisterView):
    """A service was noted by mistake; or it was no mistake after all."""

    form_key, template_name = "service_stand", "infopost/service_stand.html"
    done_message = "Sudah disimpan."

    def make_form(self, data=None):
        """The decision."""
        return ServiceStandForm(data)

    def address(self, op):
        """The service and the operation."""
        return reverse("infopost:service_stand", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Take it back, or let it stand again."""
        withdraws = form.cleaned_data["what"] == ServiceStandForm.WITHDRAW
        act = actions.withdraw_service if withdraws else actions.restore_service
        return act(**self.about(version))

    def compare(self, form, saved):
        """How it stands now."""
        now = "ditarik" if saved.withdrawn_at else "tercatat"
        return [{"label": "Layanan ini", "saved": now, "yours": "", "differs": True}]


class ServiceFollow(RegisterView):
    """What became of what was promised."""

    form_key, template_name = "service_follow", "infopost/service_follow.html"
    done_message = "Sudah dicatat."

    def find(self):
        """A service with a promise."""
        service = super().find()
        if not service.follow_up:
            raise Http404
        return service

    def make_form(self, data=None):
        """The outcomes."""
        return FollowUpForm(data, record=self.record)

    def address(self, op):
        """The service and the operation."""
        return reverse("infopost:service_follow", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Keep the outcome."""
        outcome = FollowUp(form.cleaned_data["outcome"])
        return actions.follow_service_up(outcome=outcome, **self.about(version))

    def compare(self, form, saved):
        """The outcome, saved and chosen."""
        kept, yours = saved.get_follow_up_display(), FollowUp(form.cleaned_data.get("outcome", "")).label
        return [{"label": "Tindak lanjut", "saved": kept, "yours": yours, "differs": kept != yours}]
