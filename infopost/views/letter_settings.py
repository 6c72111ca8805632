"""The officer's page about the village's register of letters, and the administrators' about a kabupaten's paper."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from households.views.comparing import compare_fields
from infopost import actions
from infopost.forms import LetterBookForm, LetterheadForm, WordingForm
from infopost.letter_choices import LetterKind
from infopost.letters.samples import sample_paper
from infopost.letters.wordings import Head, Wording, head_for, usual, wording_for
from infopost.models import LetterBook, Letterhead, LetterWording
from regions.models import Level, Region


class LetterBookKeep(OperationView):
    """How the village numbers its letters, and where its office is."""

    form_key, template_name = "letter_book_keep", "infopost/letter_book.html"
    done_message = "Buku register surat sudah disimpan."

    def find(self):
        """The register of the officer's own village, or None before it was described."""
        if not self.request.user.may(Verb.GIVE_LETTERS):
            raise Http404
        return LetterBook.objects.editable_by(self.request.user).select_related("changed_by").first()

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return LetterBookForm(data, book=self.record)

    def address(self, op):
        """The operation."""
        return reverse("infopost:letter_book_keep", args=[op])

    def carry_out(self, form, *, version):
        """Describe it, or save over the version that was shown."""
        return actions.keep_book(
            by=self.request.user,
            book_id=self.op,
            version=version,
            values=form.values(),
            last_on_paper=form.cleaned_data["last_on_paper"],
            today=timezone.localdate(),
        )

    def saved_by(self, receipt):
        """The register as it stands now."""
        self.record = self.find()
        return super().saved_by(receipt)

    def compare(self, form, saved):
        """Field by field."""
        return compare_fields(form, LetterBookForm(book=saved))


@require_safe
@needs(Verb.KEEP_LAYOUTS)
def layout_list(request):
    """Every kabupaten with villages of the programme, and which has words of its own."""
    own = set(Letterhead.objects.values_list("region", flat=True))
    own |= set(LetterWording.objects.values_list("region", flat=True))
    villages = Region.objects.filter(memberships__isnull=False).values_list("pk", flat=True).distinct()
    codes = own | {code[: Level.REGENCY] for code in villages}
    regencies = Region.objects.filter(pk__in=codes).select_related("parent").order_by("pk")
    return render(request, "infopost/layout_list.html", {"lines": [(one, one.pk in own) for one in regencies]})


@require_safe
@needs(Verb.KEEP_LAYOUTS)
def layout_detail(request, pk):
    """What the letters of a kabupaten look like, kind by kind."""
    regency = regency_of(pk)
    head = head_for(pk)
    own = set(LetterWording.objects.filter(region=pk).values_list("kind", flat=True))
    kinds = [
        (kind, sample_paper(head, wording_for(pk, kind), regency=regency.name), kind in own) for kind in LetterKind
    ]
    context = {"regency": regency, "kinds": kinds, "has_head": Letterhead.objects.filter(region=pk).exists()}
    return render(request, "infopost/layout_detail.html", context)


class LayoutView(OperationView):
    """A part of how a kabupaten's letters look, with the letter as it would come out beside it."""

    template_name = "infopost/layout_form.html"
    model, address_name = None, ""

    def find(self):
        """What the kabupaten has of its own; None where it has the words for everywhere."""
        if not self.request.user.may(Verb.KEEP_LAYOUTS):
            raise Http404
        self.regency = regency_of(self.kwargs["pk"])
        return self.model.objects.filter(**self.key()).select_related("changed_by").first()

    def key(self) -> dict:
        """Which record of the kabupaten it is."""
        return {"region": self.regency}

    def address(self, op):
        """The kabupaten, the part and the operation."""
        return reverse(self.address_name, kwargs=self.kwargs | {"op": op})

    def post(self, request, *args, **kwargs):
        """A look at the letter, and the words for everywhere put into the form, are no saving."""
        if not {"preview", "usual"} & set(request.POST):
            return super().post(request, *args, **kwargs)
        data = request.POST.copy()
        for name, value in self.usual().items() if "usual" in data else ():
            data[name] = value
        form = self.make_form(data)
        form.is_valid()
        return self.show(form)

    def usual(self) -> dict:
        """What stands in the form where a kabupaten has nothing of its own."""
        raise NotImplementedError

    def saved_by(self, receipt):
        """What the kabupaten has now."""
        return get_object_or_404(self.model.objects.select_related("changed_by"), **self.key())

    def extra_context(self, form):
        """The kabupaten, and the letter with what was typed, as far as that can be used."""
        head, wording = self.looks(form if form.is_bound and form.is_valid() else None)
        paper = sample_paper(head, wording, regency=self.regency.name)
        return {"regency": self.regency, "paper": paper, "heading": self.heading()}


class LetterheadKeep(LayoutView):
    """The letterhead and the paper."""

    form_key, model, address_name = "letterhead_keep", Letterhead, "infopost:letterhead_keep"
    done_message = "Kop surat sudah disimpan. Surat yang sudah disiapkan tidak berubah."

    def heading(self) -> str:
        """What the page is about."""
        return "Kop surat dan kertas"

    def make_form(self, data=None):
        """As it stands, or as typed."""
        return LetterheadForm(data, self.request.FILES or None, head=head_for(self.regency.pk))

    def usual(self):
        """The head for everywhere."""
        head = usual()[0]
        return {"lines": "\n".join(head.lines), "font_pt": head.font_pt, "margin_mm": head.margin_mm}

    def looks(self, form):
        """The head as typed over the words of a letter of permission."""
        head = head_for(self.regency.pk)
        if form:
            told = form.cleaned_data
            head = Head(tuple(told["lines"].splitlines()), told["font_pt"], told["margin_mm"], form.kept_logo())
        return head, wording_for(self.regency.pk, LetterKind.FAMILY)

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.keep_letterhead(by=self.request.user, region=self.regency, version=version, values=form.values())

    def compare(self, form, saved):
        """Field by field."""
        kept = LetterheadForm(head=head_for(saved.region_id))
        pictures = ("logo", "without_logo")
        return compare_fields([bound for bound in form if bound.name not in pictures], kept)


class WordingKeep(LayoutView):
    """The words of one kind of letter."""

    form_key, model, address_name = "wording_keep", LetterWording, "infopost:wording_keep"
    done_message = "Kata-kata surat sudah disimpan. Surat yang sudah disiapkan tidak berubah."

    def key(self):
        """The kabupaten and the kind."""
        if self.kwargs["letter"] not in LetterKind:
            raise Http404
        return {"region": self.regency, "kind": self.kwargs["letter"]}

    def heading(self) -> str:
        """What the page is about."""
        return LetterKind(self.kwargs["letter"]).label

    def make_form(self, data=None):
        """As it stands, or as typed."""
        kind = self.kwargs["letter"]
        return WordingForm(data, kind=kind, wording=wording_for(self.regency.pk, kind))

    def usual(self):
        """The words for everywhere."""
        wording = usual()[1][self.kwargs["letter"]]
        return {"title": wording.title, "body": wording.body}

    def looks(self, form):
        """The words as typed under the head of the kabupaten."""
        wording = wording_for(self.regency.pk, self.kwargs["letter"])
        if form:
            wording = Wording(form.cleaned_data["title"], form.cleaned_data["body"], wording.code)
        return head_for(self.regency.pk), wording

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.keep_wording(by=self.request.user, version=version, values=form.values(), **self.key())

    def compare(self, form, saved):
        """Field by field."""
        kept = wording_for(saved.region_id, saved.kind)
        return compare_fields(form, WordingForm(kind=saved.kind, wording=kept))


def regency_of(pk) -> Region:
    """The kabupaten or kota with this code."""
    if not (pk.isascii() and pk.isdigit() and len(pk) == Level.REGENCY):
        raise Http404
    return get_object_or_404(Region.objects.select_related("parent"), pk=pk)
