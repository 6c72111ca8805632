"""Who opened, changed or printed a letter, for everybody who may read it."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.histories import lines_about
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.wording import columns_in_words
from infopost.models import Letter
from toolkit.ids import as_number
from toolkit.keyset import page_of
from toolkit.templatetags.indonesian import clock, date_long

PHRASES = {
    Act.VIEWED: "membuka surat ini",
    Act.CREATED: "menyiapkan surat ini",
    Act.CHANGED: "memperbarui surat ini",
    Act.PRINTED: "mencetak surat ini",
}
KINDS = {Act.CREATED: "done", Act.CHANGED: "wait", Act.PRINTED: "info"}


@require_safe
@needs(Verb.READ_LETTERS)
def letter_history(request, pk):
    """The lines of the book of acts about one letter, the newest first."""
    letters = Letter.objects.visible_to(request.user).filter(pk=pk)
    letter = get_object_or_404(letters.select_related("person"))
    audit.read(Act.VIEWED, by=request.user, on=letter, region=letter.village_id, reason="riwayat ini")
    lines = lines_about(request.user, letters)
    after, before = (_edge(lines, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    page = page_of(lines, order=("pk",), after=after, before=before, descending=True)
    context = {
        "letter": letter,
        "events": [_event(line) for line in page.rows],
        "previous_url": f"?sebelum={page.before.pk}" if page.before else "",
        "next_url": f"?sesudah={page.after.pk}" if page.after else "",
    }
    return render(request, "infopost/letter_history.html", context)


def _edge(lines, key):
    known = as_number(key)
    return None if known is None else lines.filter(pk=known).first()


def _event(line) -> dict:
    columns = columns_in_words(line)
    parts = [f"Kolom: {columns}" if columns else "", f"Keterangan: {line.reason}" if line.reason else ""]
    return {
        "when": f"{date_long(line.at)}, {clock(line.at)}",
        "title": f"{line.actor_name or 'Sistem'} {PHRASES.get(line.act, line.get_act_display())}",
        "text": " · ".join(part for part in parts if part),
        "kind": KINDS.get(line.act, "plain"),
    }
