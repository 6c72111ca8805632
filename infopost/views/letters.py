"""The village's register of letters, the page of one letter, and the letter on paper."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from infopost import actions
from infopost.forms import LetterFilterForm
from infopost.letter_choices import LetterState
from infopost.letters import paper
from infopost.letters.telling import acts_for, chip_of, history_of, refusal_in_words
from infopost.models import Letter
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import page_of
from toolkit.pdf import PdfFailed

MOST_COUNTED = 10_000
JOINED = ("village__parent__parent__parent", "person", "signer", "prepared_by", "signed_by", "withdrawn_by")


def letters_told(user):
    """The letters that `user` may read, with everything that is told of them."""
    return Letter.objects.visible_to(user).select_related(*JOINED)


@require_safe
@needs(Verb.READ_LETTERS)
def letter_list(request):
    """The register, newest first, 25 a page, narrowed by year, number, kind and state."""
    form = LetterFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    audit.read(Act.LISTED, by=request.user, reason="register surat")
    letters = _narrowed(Letter.objects.visible_to(request.user), asked)
    edges = {name: _edge(request, name) for name in ("sesudah", "sebelum")}
    rows = letters.select_related("person", "village").defer("crest")
    page = page_of(rows, order=("pk",), descending=True, after=edges["sesudah"], before=edges["sebelum"])
    context = {
        "form": form,
        "rows": [(letter, chip_of(letter)) for letter in page.rows],
        "total": letters.order_by()[:MOST_COUNTED].count(),
        "narrows": any(asked.values()),
        "shows_village": request.user.office.level != Level.VILLAGE,
        "can_give": request.user.may(Verb.GIVE_LETTERS),
        "previous_url": _page_url(request, "sebelum", page.before),
        "next_url": _page_url(request, "sesudah", page.after),
    }
    return render(request, "infopost/letter_list.html", context)


@require_safe
@needs(Verb.READ_LETTERS)
def letter_detail(request, pk):
    """One letter: what stands on it, how far it is, and what can be done with it. Whole numbers are masked."""
    letter = get_object_or_404(letters_told(request.user), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=letter, region=letter.village_id)
    prints = list(letter.prints.select_related("printed_by"))
    context = {
        "letter": letter,
        "chip": chip_of(letter),
        "paper": paper.paper_of(letter, whole_numbers=False) if letter.body else None,
        "refusal": refusal_in_words(letter) if letter.refusal else "",
        "events": history_of(letter, prints),
        "acts": acts_for(letter, request.user),
        "can_print": letter.is_numbered and _handles(request.user),
        "can_read_person": request.user.may(Verb.READ_HOUSEHOLDS),
    }
    return render(request, "infopost/letter_detail.html", context)


@require_POST
@needs(Verb.READ_LETTERS)
def letter_print(request, pk):
    """The letter as PDF, for the wet signature and the stamp; noted before it is made."""
    try:
        letter = actions.print_letter(by=request.user, letter_id=pk)
    except (Letter.DoesNotExist, ValidationError):
        # Not his, or nothing to print yet: for him there is no such paper.
        raise Http404 from None
    check_url = request.build_absolute_uri(reverse("infopost:letter_verify", args=[letter.token]))
    try:
        document = paper.draw(paper.paper_of(letter, whole_numbers=True, check_url=check_url))
    except PdfFailed as failed:
        return render(request, "infopost/letter_unprinted.html", {"problem": str(failed), "letter": letter}, status=500)
    headers = {"Content-Disposition": f'attachment; filename="{paper.file_name(letter)}"'}
    return HttpResponse(document.content, content_type="application/pdf", headers=headers)


def _handles(user) -> bool:
    return user.may(Verb.GIVE_LETTERS) or user.may(Verb.SIGN_LETTERS)


def _narrowed(letters, asked: dict):
    if asked.get("tahun"):
        letters = letters.filter(Q(year=asked["tahun"]) | Q(year__isnull=True, prepared_on__year=asked["tahun"]))
    if asked.get("jenis"):
        letters = letters.filter(kind=asked["jenis"])
    if asked.get("keadaan"):
        letters = letters.filter(state=LetterState(asked["keadaan"]))
    number = asked.get("nomor", "").replace("\x00", "").strip()
    if not number:
        return letters
    same = Q(number__iexact=number)
    is_serial = number.isascii() and number.isdigit() and len(number) < 7
    return letters.filter(same | Q(serial=int(number)) if is_serial else same)


def _edge(request, name: str):
    key = as_id(request.GET.get(name))
    return Letter.objects.visible_to(request.user).filter(pk=key).first() if key else None


def _page_url(request, name: str, row) -> str:
    if row is None:
        return ""
    kept = {key: value for key, value in request.GET.items() if key in LetterFilterForm.base_fields and value}
    return f"{reverse('infopost:letter_list')}?{urlencode(kept | {name: str(row.pk)})}"
