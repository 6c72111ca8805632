"""A journey's own page, and the pages on which its way, its documents and the officer's decision are noted."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from households import actions
from households.actions.placements import placement_of, suggestion_for
from households.forms.papers import PARTS, DecisionForm, DocumentsForm
from households.forms.placements import MoneyForm, ReachForm, WayForm, WorkForm
from households.models import Trip
from households.rules.journeys import life_line
from households.views.comparing import compare_fields
from households.views.editing import FamilyView
from households.views.journey_lines import lines_of, planned_lines
from households.views.noters import mark_with_noters
from households.views.papers import document_lines, is_tied, section_lines
from households.views.presenting import step_line

OF_PLACEMENT = ("documents", "placement_reviews__decided_by")


@require_safe
def trip_detail(request, pk):
    """One journey: its steps, the way it went, where its documents are, and whether they are complete."""
    trips = Trip.objects.visible_to(request.user).select_related("person", "placement", "changed_by", "created_by")
    trip = get_object_or_404(trips.with_happenings().prefetch_related(*OF_PLACEMENT), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=trip, region=trip.person.village_id)
    mark_with_noters(request.user, [trip])
    today = timezone.localdate()
    dated = [(step.on, step_line(step)) for step in life_line([trip])] + lines_of(trip)
    context = {
        "trip": trip,
        "person": trip.person,
        "events": [event for _, event in sorted(dated, key=lambda one: one[0])] + planned_lines([trip]),
        "documents": document_lines(trip.documents.all(), today),
        "sections": section_lines(placement_of(trip=trip)),
        "is_tied": is_tied(placement_of(trip=trip)),
        "suggestion": suggestion_for(trip=trip, today=today),
        "review": next((review for review in trip.placement_reviews.all() if not review.withdrawn_at), None),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "households/trip_detail.html", context)


class PlacementView(FamilyView):
    """A form about how a journey was placed; it leads to the journey's page."""

    done_message = "Sudah disimpan."
    address_name = ""

    @property
    def form_key(self):
        """The page's own name, which is its address's."""
        return self.address_name.partition(":")[2]

    def find(self):
        """A journey of somebody in the officer's own village."""
        trips = Trip.objects.editable_by(self.request.user).select_related("person", "placement")
        return get_object_or_404(trips.prefetch_related("documents"), pk=self.kwargs["pk"])

    def address(self, op):
        """The journey and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def leads_to(self, result):
        """The journey's page."""
        return result.page_url

    def about(self, version) -> dict:
        """What every act upon the journey names."""
        return {"by": self.request.user, "trip_id": self.record.pk, "version": version}


class SectionView(PlacementView):
    """One section of questions about a placement."""

    template_name = "households/trip_act.html"
    form_class = None

    def make_form(self, data=None):
        """Its questions, with what was answered."""
        return self.form_class(data, trip=self.record)

    def carry_out(self, form, *, version):
        """Note the answers."""
        return actions.record_placement(section=form.section, answers=form.columns(), **self.about(version))

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, self.form_class(trip=self.find()))

    def extra_context(self, form):
        """Which section, and whose journey."""
        return {
            "title": self.form_class.section.label,
            "heading": f"{self.form_class.section.label}: {self.record.person.name}",
            "lead": "Yang kosong berarti belum ditanyakan. Menolak menjawab boleh, dan tidak merugikan siapa pun.",
            "cancel_url": self.record.page_url,
        }


class TripWay(SectionView):
    """By which way somebody went."""

    address_name, form_class = "households:trip_way", WayForm


class TripWork(SectionView):
    """For whom, and on which terms."""

    address_name, form_class = "households:trip_work", WorkForm


class TripMoney(SectionView):
    """What it cost, and what is owed."""

    address_name, form_class = "households:trip_money", MoneyForm


class TripContact(SectionView):
    """How the family hears, and whom it can reach."""

    address_name, form_class = "households:trip_contact", ReachForm


class TripDocuments(PlacementView):
    """Where each document is."""

    address_name, template_name = "households:trip_documents", "households/trip_documents.html"

    def make_form(self, data=None):
        """Every kind of document."""
        return DocumentsForm(data, trip=self.record)

    def carry_out(self, form, *, version):
        """Note them."""
        return actions.record_documents(entries=form.entries(), **self.about(version))

    def compare(self, form, saved):
        """Field by field, as far as something differs."""
        rows = compare_fields(form, DocumentsForm(trip=self.find()))
        names = [kind.label for kind in form.kinds for _ in PARTS]
        for row, name in zip(rows, names, strict=True):
            row["label"] = f"{name}: {row['label'].lower()}"
        return [row for row in rows if row["differs"]]


class TripDecide(PlacementView):
    """The officer confirms what the rule suggests, or decides otherwise."""

    address_name, template_name = "households:trip_decide", "households/trip_decide.html"
    done_message = "Keputusan sudah dicatat."

    @property
    def suggestion(self):
        """What the rule says today."""
        return suggestion_for(trip=self.record, today=timezone.localdate())

    def make_form(self, data=None):
        """The suggestion filled in."""
        return DecisionForm(data, trip=self.record, suggestion=self.suggestion)

    def carry_out(self, form, *, version):
        """Note the decision, or take the last one back."""
        if form.is_mistake:
            self.done_message = "Keputusan sudah ditarik kembali."
            return actions.withdraw_decision(**self.about(version))
        told = {name: form.cleaned_data[name] for name in ("status", "evidence", "note")}
        return actions.decide_placement(**told, today=timezone.localdate(), **self.about(version))

    def compare(self, form, saved):
        """What holds now, and what was decided here."""
        kept, yours = saved.get_placed_display() or "belum diputuskan", form["status"].value()
        yours = dict(form.fields["status"].choices).get(yours, "belum dipilih")
        return [{"label": "Kelengkapan dokumen", "saved": kept, "yours": yours, "differs": kept != yours}]

    def extra_context(self, form):
        """Why the rule says so."""
        return {"suggestion": form.suggestion}
