"""Pages with one form that has one effect: the flow that every editing page shares.

The operation id is part of the page's address. Back after saving leads to what was saved, a resend is answered with
the first result, and a second editor is shown both versions. Nothing that was typed is lost on the way.
"""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views import View

from accounts import form_tokens, held_posts, receipts
from accounts.versions import StaleVersion
from toolkit.deadlocks import is_deadlock
from toolkit.ids import new_id

HELD = "Sesi Anda sempat berakhir. Isian Anda masih ada di bawah ini: periksa, lalu simpan."
RACE = "Data berubah saat Anda menyimpan. Isian Anda masih lengkap; tekan Simpan sekali lagi."


class OperationView(View):
    """A form that is carried out once.

    A page says which record it is about (`find`), how its form is made (`make_form`), what saving means
    (`carry_out`), where it lives (`address`), and how a saved record and what was typed compare (`compare`).
    """

    form_key = ""
    template_name = ""
    done_message = ""

    def find(self):
        """The record that the form is about, from the rows that this user may edit; raises Http404 otherwise."""
        raise NotImplementedError

    def make_form(self, data=None):
        """The form, filled from the record or from `data`."""
        raise NotImplementedError

    def carry_out(self, form, *, version: int):
        """Do what the form says; the record that it brought about."""
        raise NotImplementedError

    def address(self, op: UUID) -> str:
        """The page's address with the operation id."""
        raise NotImplementedError

    def leads_to(self, result) -> str:
        """Where one goes after saving: to the record's page."""
        return result.get_absolute_url()

    def rearrange(self, post):
        """The post with a row more or less when that is what the pressed button asks for; else None."""

    def compare(self, form, saved) -> list[dict]:
        """Rows of label, saved value and typed value."""
        raise NotImplementedError

    def version_of(self, record) -> int:
        """The version that the form is about; pages about a part of a record name the part's own."""
        return getattr(record, "version", 0)

    def note_reading(self, record) -> None:
        """Note in the book of acts that the page shows `record`; pages that show no family note nothing."""

    def dispatch(self, request, *args, op: UUID | None = None, **kwargs):
        """Find the record first: what is out of scope does not exist, whatever the method."""
        self.record = self.find()
        if op is None:
            return redirect(self.address(new_id()))
        self.op = op
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        """The form; or what was saved, when the operation is done."""
        receipt = receipts.find(self.op, by=request.user)
        if receipt is not None:
            return redirect(receipt.result_url)
        held = held_posts.take(request)
        if held is None:
            return self.show(self.make_form())
        messages.info(request, HELD)
        return self.show(self.make_form(held), version=_whole_number(held.get("version")))

    def post(self, request, *args, **kwargs):
        """Carry the form out, once."""
        receipt = receipts.find(self.op, by=request.user)
        if receipt is not None:
            return self.answer_again(receipt, request.POST)
        rearranged = self.rearrange(request.POST)
        if rearranged is not None:
            form = self.make_form(rearranged)
            form.forget_complaints()
            return self.show(form, as_typed=True)
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                return self.save(form)
            except receipts.AlreadyDone as done:
                return self.answer_again(done.receipt, request.POST)
            except StaleVersion as stale:
                return self.show_comparison(form, stale.current)
            except ValidationError as error:
                form.add_error(None, error)
            except IntegrityError:
                # Somebody else was quicker by a moment: now the form itself can see why it does not go.
                form = self.make_form(request.POST)
                if form.is_valid():
                    form.add_error(None, RACE)
        # A twin of this post may have been carried out while this one was looked at.
        receipt = receipts.find(self.op, by=request.user)
        return self.show(form) if receipt is None else self.answer_again(receipt, request.POST)

    def save(self, form):
        """Receipt, act and result in one transaction; once more when another act and this one waited for each other."""
        try:
            receipt = self._carry_out_once(form)
        except OperationalError as error:
            if not is_deadlock(error):
                raise
            receipt = self._carry_out_once(form)
        messages.success(self.request, self.done_message)
        return redirect(receipt.result_url)

    def _carry_out_once(self, form):
        user, post = self.request.user, self.request.POST
        with transaction.atomic():
            receipt = receipts.claim(op=self.op, by=user, form=self.form_key, post=post)
            try:
                result = self.carry_out(form, version=_whole_number(post.get("version")))
            except ObjectDoesNotExist:
                # It has left the user's scope since the page found it.
                raise Http404 from None
            receipts.settle(receipt, result_url=self.leads_to(result))
        return receipt

    def answer_again(self, receipt, post):
        """The first result for the same post; the comparison for another one under the same operation."""
        if receipt.digest == receipts.digest(post):
            return redirect(receipt.result_url)
        return self.show_comparison(self.make_form(post), self.saved_by(receipt))

    def saved_by(self, receipt):
        """The record that the receipt's operation brought about, or changed, as it stands now."""
        if self.record is None:
            raise Http404
        self.record.refresh_from_db()
        return self.record

    def show_comparison(self, form, saved):
        """Both versions side by side, above the form as it was typed, which saves under a fresh operation id."""
        form.is_valid()
        self.op = new_id()
        return self.show(form, version=self.version_of(saved), compared=self.compare(form, saved), saved=saved)

    def show(self, form, *, version: int | None = None, compared=None, saved=None, as_typed: bool = False):
        """The page. A row more or less is shown without complaints about what is not filled in yet."""
        shown = saved or self.record
        if shown is not None:
            self.note_reading(shown)
        if version is None:
            posted = self.request.POST.get("version")
            version = self.version_of(self.record) if posted is None else _whole_number(posted)
        context = {
            "form": form,
            "record": self.record,
            "form_action": self.address(self.op),
            "form_token": form_tokens.make(user=self.request.user, path=self.address(self.op)),
            "version": version,
            "compared": compared,
            "saved": saved,
            "as_typed": as_typed,
            **self.extra_context(form),
        }
        return render(self.request, self.template_name, context)

    def extra_context(self, form) -> dict:
        """What else the page shows."""
        return {}


def _whole_number(text) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
