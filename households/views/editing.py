"""Registering and changing: pages whose form has one effect."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.onward import LeadsBack
from accounts.views.operations import OperationView
from households import actions
from households.forms import AddressForm, MemberAddForm, PersonEditForm, RegistrationForm, TripForm
from households.forms.registration import with_row_added, with_row_removed
from households.models import Household, Person, Trip
from households.rules.journeys import life_line, standing_of
from households.views.alike import WarnsOfAlike
from households.views.comparing import NOTHING, compare_fields, in_words
from households.views.presenting import status_chip, step_line


class FamilyView(OperationView):
    """A form about a family: what it shows of a saved record was read, like on that record's own page."""

    def note_reading(self, record):
        """In its own short transaction, before the page is made."""
        village = getattr(record, "village_id", None) or record.person.village_id
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=village)


class HouseholdRegister(LeadsBack, WarnsOfAlike, FamilyView):
    """A new family, with everybody in it, on one page."""

    form_key = "household_register"
    template_name = "households/household_register.html"
    done_message = "Rumah tangga sudah terdaftar."
    brings_back = "keluarga"

    def find(self):
        """There is no record yet; the officer's own village is where it will be."""
        if not self.request.user.may(Verb.EDIT_HOUSEHOLDS):
            raise Http404

    def make_form(self, data=None):
        """Consent, address and members."""
        self.remember_way(data)
        return RegistrationForm(data, village_id=self.request.user.region_id, today=timezone.localdate())

    def address(self, op):
        """Without a record only the operation."""
        return reverse("households:household_register", args=[op])

    def rearrange(self, post):
        """Members come and go without JavaScript too."""
        if "add_member" in post:
            return with_row_added(post)
        if "remove_member" in post:
            return with_row_removed(post, post["remove_member"])
        return None

    def told(self, form):
        """Everybody in the new family."""
        entries = form.entries()
        return entries["members"], entries["address"].hamlet

    def carry_out(self, form, *, version):
        """Write the family under the operation's id, so that the address of a saved form and its family are kin."""
        user = self.request.user
        return actions.register_household(
            by=user, village=user.region, today=timezone.localdate(), household_id=self.op, **form.entries()
        )

    def saved_by(self, receipt):
        """The family that this operation registered."""
        return get_object_or_404(Household.objects.visible_to(self.request.user), pk=receipt.op)

    def compare(self, form, saved):
        """Address and names, saved and typed."""
        members = list(saved.members.order_by("pk"))
        typed = [in_words(member["name"]) for member in form.members]
        width = max(len(members), len(typed))
        names = [person.name for person in members] + [NOTHING] * (width - len(members))
        rows = compare_fields(form.address, type(form.address)(household=saved))
        for place, (kept, yours) in enumerate(
            zip(names, typed + [NOTHING] * (width - len(typed)), strict=True), start=1
        ):
            rows.append({"label": f"Anggota {place}", "saved": kept, "yours": yours, "differs": kept != yours})
        return rows

    def extra_context(self, form):
        """The village's hamlets."""
        return {
            **super().extra_context(form),
            "hamlets": Household.objects.editable_by(self.request.user).hamlets(),
        }


class HouseholdChange(FamilyView):
    """Where a family lives, and its card."""

    form_key = "household_change"
    template_name = "households/household_change.html"
    done_message = "Perubahan sudah disimpan."

    def find(self):
        """A family of the officer's own village."""
        return get_object_or_404(Household.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The address."""
        return AddressForm(data, household=self.record)

    def address(self, op):
        """The family and the operation."""
        return reverse("households:household_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_household(
            by=self.request.user, household_id=self.record.pk, version=version, address=form.entry()
        )

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, AddressForm(household=saved))

    def extra_context(self, form):
        """The village's hamlets."""
        return {"hamlets": Household.objects.editable_by(self.request.user).hamlets()}


class PersonAdd(WarnsOfAlike, FamilyView):
    """One more member of a family."""

    form_key, address_name = "person_add", "households:person_add"
    template_name = "households/person_add.html"
    done_message = "Anggota sudah ditambahkan."

    def find(self):
        """The family that grows."""
        return get_object_or_404(Household.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """A member's questions."""
        return MemberAddForm(data, village_id=self.record.village_id)

    def address(self, op):
        """The family and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def told(self, form):
        """The new member, who lives where the family lives."""
        return [form.entry()], self.record.hamlet

    def carry_out(self, form, *, version):
        """Write the member under the operation's id."""
        return actions.add_person(
            by=self.request.user,
            household_id=self.record.pk,
            person_id=self.op,
            today=timezone.localdate(),
            **self.more(form),
        )

    def more(self, form) -> dict:
        """What the form says of the new member."""
        return {"entry": form.entry(), "joining": form.joining()}

    def saved_by(self, receipt):
        """The member that this operation added."""
        return get_object_or_404(Person.objects.editable_by(self.request.user), pk=receipt.op)

    def compare(self, form, saved):
        """Field by field, as far as a member's page knows them."""
        saved_form = PersonEditForm(village_id=saved.village_id, person=saved)
        return compare_fields([form[name] for name in saved_form.fields], saved_form)


class PersonChange(FamilyView):
    """What is known of a member."""

    form_key = "person_change"
    template_name = "households/person_change.html"
    done_message = "Perubahan sudah disimpan."

    def find(self):
        """A member of a family in the officer's own village."""
        return get_object_or_404(Person.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """A member's questions, without the NIK itself."""
        return PersonEditForm(data, village_id=self.record.village_id, person=self.record)

    def address(self, op):
        """The member and the operation."""
        return reverse("households:person_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_person(
            by=self.request.user,
            person_id=self.record.pk,
            version=version,
            entry=form.entry(),
            today=timezone.localdate(),
        )

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, PersonEditForm(village_id=saved.village_id, person=saved))


class TripAdd(FamilyView):
    """A journey of a member."""

    form_key = "trip_add"
    template_name = "households/trip_form.html"
    done_message = "Perjalanan sudah dicatat."

    def find(self):
        """The member who goes, is or was abroad."""
        return get_object_or_404(Person.objects.editable_by(self.request.user), pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """A journey's questions."""
        return TripForm(data)

    def address(self, op):
        """The member and the operation."""
        return reverse("households:trip_add", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Write the journey under the operation's id."""
        return actions.add_trip(
            by=self.request.user,
            person_id=self.record.pk,
            trip_id=self.op,
            entry=form.entry(),
            today=timezone.localdate(),
        )

    def saved_by(self, receipt):
        """The journey that this operation wrote."""
        return get_object_or_404(Trip.objects.editable_by(self.request.user), pk=receipt.op)

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, TripForm(trip=saved))

    def extra_context(self, form):
        """The journey that is still under way: whoever comes home from it does not begin another."""
        standing = standing_of(self.record, timezone.localdate())
        under_way = standing if standing and standing.is_under_way else None
        return {"under_way": under_way, "chip": status_chip(under_way) if under_way else None}


class TripChange(FamilyView):
    """The next step of a journey, or a correction."""

    form_key = "trip_change"
    template_name = "households/trip_form.html"
    done_message = "Perjalanan sudah diperbarui."

    def find(self):
        """A journey of somebody in the officer's own village."""
        trips = Trip.objects.editable_by(self.request.user).select_related("person")
        return get_object_or_404(trips, pk=self.kwargs["pk"])

    def make_form(self, data=None):
        """The journey as it is known."""
        return TripForm(data, trip=self.record)

    def address(self, op):
        """The journey and the operation."""
        return reverse("households:trip_change", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_trip(
            by=self.request.user,
            trip_id=self.record.pk,
            version=version,
            entry=form.entry(),
            today=timezone.localdate(),
        )

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, TripForm(trip=saved))

    def extra_context(self, form):
        """The steps that are known already."""
        return {"events": [step_line(step) for step in life_line([self.record])]}
