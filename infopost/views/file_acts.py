"""The acts of a candidate's file: a page each, with its inverse on the same page."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households.actions import record_departure, withdraw_departure, withdraw_trip
from households.forms.journeys import DepartureForm
from households.forms.papers import DocumentsForm
from households.models import Trip
from households.placement_choices import DocumentKind
from households.views.comparing import compare_fields
from households.views.placements import PlacementView
from infopost import actions
from infopost.file_choices import FileStep
from infopost.files.gathering import file_of, with_contracts, with_files
from infopost.files.lookups import look_up
from infopost.files.texts import paper_texts, step_texts
from infopost.forms.files import AgencyCheckForm, ContractCheckForm, StepForm
from infopost.rules.files import DOCUMENT_OF, NOT_NOTED


class FileActView(PlacementView):
    """An act upon a candidate's file; it leads back to the file."""

    template_name = "infopost/file_act.html"
    done_message, taken_back = "Sudah dicatat.", "Catatan yang keliru sudah dihapus."
    heading = lead = ""

    def find(self):
        """A journey of somebody in the officer's own village, with its file."""
        trips = with_contracts(with_files(Trip.objects.editable_by(self.request.user)))
        return get_object_or_404(trips.select_related("changed_by"), pk=self.kwargs["pk"])

    def address(self, op):
        """The journey, the step or document where there is one, and the operation."""
        part = [self.kwargs[name] for name in ("step", "kind") if name in self.kwargs]
        return reverse(self.address_name, args=[self.record.pk, *part, op])

    def leads_to(self, result):
        """The file."""
        return reverse("infopost:file_detail", args=[result.pk])

    def compare(self, form, saved):
        """Field by field, as the file stands now and as it was typed here."""
        self.record = self.find()
        return compare_fields(form.answers, self.make_form())

    def extra_context(self, form):
        """What the page is about, and the way back."""
        return {
            "heading": self.heading,
            "lead": self.lead,
            "file_url": reverse("infopost:file_detail", args=[self.record.pk]),
        }


class StepNoteView(FileActView):
    """A step is done or not needed; or the note of it was a mistake."""

    address_name = "infopost:step_note"

    def find(self):
        """The journey; a step that other pages tell has no page here."""
        if self.kwargs["step"] not in set(FileStep) - NOT_NOTED:
            raise Http404
        self.step = FileStep(self.kwargs["step"])
        return super().find()

    def make_form(self, data=None):
        """What is noted of the step."""
        return StepForm(data, trip=self.record, step=self.step)

    def carry_out(self, form, *, version):
        """Note it, or take the note back."""
        about = self.about(version) | {"step": self.step}
        if form.is_mistake:
            self.done_message = self.taken_back
            return actions.withdraw_step(**about)
        return actions.note_step(**form.told(), **about)

    def extra_context(self, form):
        """The step, and its document where there is one."""
        return super().extra_context(form) | {
            "heading": self.step.label,
            "lead": step_texts()[self.step].who,
            "text": step_texts()[self.step],
            "paper": DOCUMENT_OF.get(self.step),
        }


class PaperNote(FileActView):
    """Where one of the documents is: written into the registry, and counted as help of the post."""

    address_name, template_name = "infopost:paper_note", "infopost/paper_note.html"

    def find(self):
        """The journey; a word that is no document has no page."""
        if self.kwargs["kind"] not in DocumentKind.values:
            raise Http404
        self.kind = DocumentKind(self.kwargs["kind"])
        return super().find()

    def make_form(self, data=None):
        """The document as it is known."""
        return DocumentsForm(data, trip=self.record, kinds=(self.kind,))

    def carry_out(self, form, *, version):
        """Note it; without a state the note is taken back."""
        (entry,) = form.entries()
        self.done_message = "Surat sudah dicatat." if entry.state else self.taken_back
        return actions.help_with_document(entry=entry, today=timezone.localdate(), **self.about(version))

    def compare(self, form, saved):
        """Field by field."""
        self.record = self.find()
        return compare_fields(form, self.make_form())

    def extra_context(self, form):
        """The document, where it is obtained, and the step to which it belongs."""
        ((_, fields, _),) = [*form.groups, *form.in_order]
        where, take = paper_texts().get(self.kind, ("", ()))
        step = next((step for step, kind in DOCUMENT_OF.items() if kind == self.kind), None)
        about = {"heading": self.kind.label, "fields": fields, "where": where, "take": take, "step": step}
        return super().extra_context(form) | about


class AgencyCheckView(FileActView):
    """The company and the job order are looked up; the answer of the day is kept."""

    address_name = "infopost:agency_check"
    heading = "Perusahaan dan lowongan"
    lead = "Cari perusahaannya di daftar. Jawaban daftar hari ini disimpan di berkas."

    def make_form(self, data=None):
        """The newest list, and the job orders that the village is told of."""
        return AgencyCheckForm(data, trip=self.record)

    def carry_out(self, form, *, version):
        """Look it up and keep the answer, or take the last look back."""
        if form.is_mistake:
            self.done_message = self.taken_back
            return actions.withdraw_agency_check(**self.about(version))
        today = timezone.localdate()
        found = look_up(self.record, today=today, **form.chosen())
        return actions.check_agency(found=found, today=today, **self.about(version))

    def extra_context(self, form):
        """The list that answers."""
        return super().extra_context(form) | {"newest": form.newest}


class ContractCheckView(FileActView):
    """The seven things of a contract are read together with the family."""

    address_name = "infopost:contract_check"
    heading = "Baca kontrak bersama keluarga"
    lead = "Bacakan satu per satu. Belum jelas bukan berarti salah: catat, lalu tanyakan."

    def make_form(self, data=None):
        """The last answers."""
        return ContractCheckForm(data, trip=self.record)

    def carry_out(self, form, *, version):
        """Keep the answers, or take the last ones back."""
        if form.is_mistake:
            self.done_message = self.taken_back
            return actions.withdraw_contract_check(**self.about(version))
        told = {"beside": form.cleaned_data["beside"], "answers": form.seven_answers()}
        return actions.check_contract(today=timezone.localdate(), **told, **self.about(version))


class FileLeave(FileActView):
    """A candidate has left: what is missing is said before and kept (`actions.leaving`), and hinders nothing."""

    address_name = "infopost:file_leave"
    heading = "Keberangkatan"
    lead = "Catat apa yang terjadi, juga bila suratnya belum lengkap."

    def make_form(self, data=None):
        """When; the form of the registry's own page."""
        return DepartureForm(data, trip=self.record)

    def carry_out(self, form, *, version):
        """Note the departure in the registry, or take it back."""
        about = self.about(version) | {"today": timezone.localdate()}
        if form.is_whole_mistake:
            self.done_message = self.taken_back
            return withdraw_trip(**self.about(version))
        if form.is_mistake:
            self.done_message = self.taken_back
            return withdraw_departure(**about)
        told = {name: form.cleaned_data[name] for name in ("departed", "evidence")}
        return record_departure(**told, **about)

    def extra_context(self, form):
        """What is missing now."""
        return super().extra_context(form) | {"file": file_of(self.record, today=timezone.localdate())}
