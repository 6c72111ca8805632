"""Messages to families: opened in the officer's own WhatsApp. The number stands in no address of ours."""

from urllib.parse import urlencode

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from households.models import Circumstances, Household
from households.rules.contacts import phone_in_words
from households.views.presenting import head_first
from infopost import actions
from infopost.forms import MessageForm, MessageStandForm, WritingConsentForm
from infopost.forms.messages import END, GIVE, MISTAKE
from infopost.message_texts import read_messages
from infopost.models import Message, ServicePost, WritingConsent
from infopost.rules.messages import number_of
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import page_of

ADULT = 15


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def message_list(request):
    """What was sent, the newest first."""
    user = request.user
    audit.read(Act.LISTED, by=user, reason="pesan kepada keluarga")
    sent = Message.objects.visible_to(user).select_related("household", "noted_by", "village")
    after, before = (_edge(sent, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    rows = sent.prefetch_related("household__members")
    page = page_of(rows, order=("pk",), after=after, before=before, descending=True)
    url = reverse("infopost:message_list")
    context = {
        "rows": [{"message": row, "family": family_in_words(row), "title": title_of(row)} for row in page.rows],
        "shows_village": user.office.level != Level.VILLAGE,
        "previous_url": f"{url}?sebelum={page.before.pk}" if page.before else "",
        "next_url": f"{url}?sesudah={page.after.pk}" if page.after else "",
    }
    return render(request, "infopost/message_list.html", context)


@needs(Verb.EDIT_HOUSEHOLDS)
@require_safe
def message_detail(request, pk):
    """The text that is ready, or was opened."""
    message = _message_of(request.user, pk)
    audit.read(Act.VIEWED, by=request.user, on=message, region=message.village_id)
    number = _number_of(message.household) if message.household.village_id == message.village_id else ""
    context = {
        "message": message,
        "title": title_of(message),
        "family": family_in_words(message),
        "number": phone_in_words(number) if number else "",
    }
    return render(request, "infopost/message_detail.html", context)


@needs(Verb.EDIT_HOUSEHOLDS)
@require_POST
def message_open(request, pk):
    """Note that it is sent and hand it to WhatsApp, where the officer presses send himself."""
    message = _message_of(request.user, pk)
    number = _number_of(message.household) if message.household.village_id == message.village_id else ""
    if not number:
        return redirect(message)
    try:
        actions.open_message(by=request.user, message_id=message.pk)
    except ValidationError as error:
        notices.error(request, error.messages[0])
        return redirect(message)
    return HttpResponseRedirect(f"https://wa.me/{number.removeprefix('+')}?{urlencode({'text': message.text})}")


class FamilyMessageView(OperationView):
    """A page about writing to a family of the own village."""

    done_message = "Sudah dicatat."

    def find(self):
        """The family."""
        families = Household.objects.editable_by(self.request.user).open_on(timezone.localdate())
        return get_object_or_404(families.select_related("circumstances").with_lines(), pk=self.kwargs["pk"])

    def version_of(self, record):
        """The consent's own, not the family's."""
        consent = record if isinstance(record, WritingConsent) else self.consent
        return consent.version if consent else 0

    @property
    def consent(self):
        """The family's last consent; None where it was never asked. What was a mistake never was."""
        mine = WritingConsent.objects.editable_by(self.request.user).filter(household=self.record)
        return mine.filter(village=self.record.village_id, withdrawn_at__isnull=True).first()

    def note_reading(self, record):
        """The page names the family."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def extra_context(self, form):
        """Whose family it is, whether it agreed, and its number."""
        number, consent = _number_of(self.record), self.consent
        return {
            "head": next((person.name for person in head_first(self.record, timezone.localdate())), ""),
            "consent": consent,
            "may_write": consent is not None and consent.ended_on is None,
            "number": phone_in_words(number) if number else "",
        }


class WritingConsentNote(FamilyMessageView):
    """A family agrees to be written to, wants no more, or the note was a mistake."""

    form_key, template_name = "writing_consent_note", "infopost/writing_consent.html"

    def make_form(self, data=None):
        """What can be noted now."""
        return WritingConsentForm(data, consent=self.consent)

    def address(self, op):
        """The family and the operation."""
        return reverse("infopost:writing_consent_note", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Note it."""
        answers, consent = form.cleaned_data, form.consent
        if answers["what"] == GIVE:
            about = {"given_on": answers["on"], "how": answers["how"], "consent_id": self.op}
            return actions.allow_writing(by=self.request.user, household_id=self.record.pk, **about)
        about = {"by": self.request.user, "consent_id": consent.pk, "version": version}
        if answers["what"] == END:
            return actions.end_writing(ended_on=answers["on"], **about)
        return actions.withdraw_writing(**about) if answers["what"] == MISTAKE else actions.resume_writing(**about)

    def leads_to(self, result):
        """To the message, where one may be written; else to the family."""
        if result.ended_on or result.withdrawn_at:
            return self.record.get_absolute_url()
        return reverse("infopost:message_prepare", args=[self.record.pk])

    def saved_by(self, receipt):
        """The consent as it stands now."""
        consent = self.consent
        if consent is None:
            raise Http404
        return consent

    def compare(self, form, saved):
        """Whether it may be written to."""
        now = "tidak boleh lagi" if saved.ended_on else "boleh ditulisi"
        return [{"label": "Keluarga ini", "saved": now, "yours": "", "differs": True}]


class MessagePrepare(FamilyMessageView):
    """Which prepared text, and whom it speaks to."""

    form_key, template_name = "message_prepare", "infopost/message_form.html"
    done_message = "Pesan sudah siap. Periksa, lalu buka di WhatsApp."

    def make_form(self, data=None):
        """The texts, and the family's grown members."""
        today = timezone.localdate()
        people = [person for person in head_first(self.record, today) if person.is_member_on(today)]
        return MessageForm(data, people=[person for person in people if _may_be_written_to(person, today)])

    def address(self, op):
        """The family and the operation."""
        return reverse("infopost:message_prepare", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Keep the text under the operation's id."""
        post = ServicePost.objects.visible_to(self.request.user).filter(village=self.record.village_id).first()
        place = post.place if post else f"balai {self.record.village.title}"
        text = form.text(
            village=self.record.village.name, place=place, hours=post.hours if post else "jam kerja kantor desa"
        )
        about = {"household_id": self.record.pk, "message_id": self.op, "code": form.cleaned_data["code"]}
        return actions.prepare_message(by=self.request.user, text=text, **about)

    def saved_by(self, receipt):
        """The message of the operation."""
        return _message_of(self.request.user, receipt.op)

    def compare(self, form, saved):
        """The text that was kept."""
        return [{"label": "Pesan", "saved": saved.text, "yours": "", "differs": True}]


class MessageStand(OperationView):
    """A message was not sent after all, or was."""

    form_key, template_name = "message_stand", "infopost/message_stand.html"
    done_message = "Sudah disimpan."

    def find(self):
        """A message of the own village that was opened."""
        message = _message_of(self.request.user, self.kwargs["pk"])
        if message.opened_at is None:
            raise Http404
        return message

    def note_reading(self, record):
        """The page shows the text."""
        audit.read(Act.VIEWED, by=self.request.user, on=record, region=record.village_id)

    def make_form(self, data=None):
        """The decision."""
        return MessageStandForm(data)

    def address(self, op):
        """The message and the operation."""
        return reverse("infopost:message_stand", args=[self.record.pk, op])

    def carry_out(self, form, *, version):
        """Take it out of what was sent, or put it back."""
        cancels = form.cleaned_data["what"] == MessageStandForm.CANCEL
        act = actions.cancel_message if cancels else actions.restore_message
        return act(by=self.request.user, message_id=self.record.pk, version=version)

    def compare(self, form, saved):
        """How it stands now."""
        now = "tidak jadi dikirim" if saved.cancelled_at else "dikirim"
        return [{"label": "Pesan ini", "saved": now, "yours": "", "differs": True}]


def _may_be_written_to(person, day) -> bool:
    """Whether a message may speak to somebody: no child, nor whoever is that young; of unknown age it may."""
    age = person.age_on(day)
    return age is None or age >= ADULT


def family_in_words(message) -> str:
    """Whose family it was sent to; where it has moved since, only that."""
    family = message.household
    if family.village_id != message.village_id:
        return "Keluarga yang sudah pindah desa"
    head = next((person.name for person in head_first(family, timezone.localdate())), "")
    return f"Keluarga {head}" if head else "Keluarga tanpa anggota"


def title_of(message) -> str:
    """The name of the prepared text; one that is no longer prepared is just a message."""
    known = read_messages().get(message.code)
    return known.title if known else "Pesan"


def _number_of(household) -> str:
    known = Circumstances.of(household)
    return number_of(known.whatsapp_answer, phone=known.phone, whatsapp=known.whatsapp)


def _message_of(user, pk):
    messages = Message.objects.editable_by(user).select_related("household__circumstances", "noted_by", "changed_by")
    return get_object_or_404(messages, pk=pk)


def _edge(sent, key):
    """The message at which the page begins or ends; None for the first page and for a key that is not ours."""
    known = as_id(key)
    return sent.filter(pk=known).first() if known else None
