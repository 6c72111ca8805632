"""The office's own workbook: chosen, looked at, and only then written."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts import audit, form_tokens, held_posts, receipts
from accounts.models import Act
from accounts.roles import Verb
from households.imports.batches import (
    AlreadyCommitted,
    OtherVillage,
    as_plan_changed,
    commit_batch,
    forget_uploads,
    keep_upload,
    plan_batch,
    plan_content,
    read_batch,
)
from households.imports.committing import PlanChanged
from households.imports.forms import CommitForm, UploadForm
from households.imports.layouts import LAYOUTS
from households.imports.outcomes import Outcome
from households.imports.reading import UnreadableFile
from households.imports.returning import TYPE, file_name, returned_workbook
from households.models import ImportBatch
from regions.models import Level
from toolkit.ids import new_id

LISTED = 50
CHANGED_MEANWHILE = (
    "Data desa berubah sejak halaman ini dibuka. Belum ada yang disimpan. Periksa lagi daftar di bawah, lalu simpan."
)
AGREE_FIRST = "Berkas ini menyebut desa lain. Beri tanda setuju dulu bila isinya memang untuk desa ini, lalu simpan."
# Outcomes with their own table, in the order of the page.
LEFT_OUT = (Outcome.REVIEW, Outcome.REFUSED, Outcome.SKIPPED)


@require_http_methods(["GET", "POST"])
def import_list(request):
    """Choose a workbook; below, the earlier ones."""
    village = _village_of(request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        plan = plan_content(form.sheet, by=request.user, village=village, today=timezone.localdate())
        name = form.cleaned_data["file"].name
        batch = keep_upload(by=request.user, village=village, content=form.content, name=name, plan=plan)
        forget_uploads()
        return redirect("households:import_detail", pk=batch.pk)
    batches = ImportBatch.objects.visible_to(request.user).select_related("uploaded_by")[:LISTED]
    context = {"form": form, "village": village, "batches": batches}
    return render(request, "households/import_list.html", context)


@require_safe
def import_detail(request, pk):
    """What the workbook would bring, row by row; after it was written what it brought, and what is left to do."""
    batch = _batch_of(request.user, pk)
    audit.read(Act.VIEWED, by=request.user, on=batch, region=batch.village_id)
    action = reverse("households:import_commit", args=[batch.pk, new_id()])
    context = {
        "batch": batch,
        "layout": LAYOUTS[batch.layout].label,
        "figures": batch.summary,
        "form_action": action,
        "form_token": form_tokens.make(user=request.user, path=action),
        **_planned(batch, request.user),
    }
    return render(request, "households/import_detail.html", context)


@require_safe
def import_return(request, pk):
    """The officer's own file, with what becomes of each row and why."""
    batch, today = _batch_of(request.user, pk), timezone.localdate()
    audit.read(Act.VIEWED, by=request.user, on=batch, region=batch.village_id, reason="unduh berkas dengan alasan")
    try:
        content = returned_workbook(batch, by=request.user, today=today)
    except UnreadableFile as error:
        messages.error(request, str(error))
        return redirect("households:import_detail", pk=batch.pk)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(today)}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=TYPE, headers=headers)


@require_http_methods(["GET", "POST"])
def import_commit(request, pk, op):
    """Write what was shown, once."""
    batch = _batch_of(request.user, pk)
    receipt = receipts.find(op, by=request.user)
    if receipt is not None:
        return redirect(receipt.result_url)
    form = CommitForm(request.POST or None)
    if form.is_valid():
        _commit(request, batch, op, form)
    else:
        held_posts.take(request)
    return redirect("households:import_detail", pk=batch.pk)


def _commit(request, batch, op, form) -> None:
    """Write, or say why nothing was written."""
    answers = form.cleaned_data
    try:
        sheet = read_batch(batch)
        with as_plan_changed(), transaction.atomic():
            receipt = receipts.claim(op=op, by=request.user, form="households.import", post=request.POST)
            commit_batch(
                by=request.user,
                batch_id=batch.pk,
                sheet=sheet,
                digest=answers["digest"],
                other_village=answers["other_village"],
                kept=answers["keep"],
                back=answers["back"],
                today=timezone.localdate(),
            )
            receipts.settle(receipt, result_url=reverse("households:import_detail", args=[batch.pk]))
        messages.success(request, "Tersimpan ke data desa. Hasilnya ada di bawah ini.")
    except (receipts.AlreadyDone, AlreadyCommitted):
        messages.info(request, "Berkas ini sudah disimpan sebelumnya.")
    except OtherVillage:
        messages.warning(request, AGREE_FIRST)
    except PlanChanged:
        messages.warning(request, CHANGED_MEANWHILE)
    except UnreadableFile as error:
        messages.error(request, str(error))


def _planned(batch, user) -> dict:
    """The plan as it is now; after the file is gone only the figures."""
    try:
        plan = plan_batch(batch, by=user, today=timezone.localdate())
    except UnreadableFile:
        return {"file_gone": True}
    context = {
        "sheet": plan.sheet,
        "unread": plan.unread,
        "left_out": [{"outcome": outcome, "results": plan.of(outcome)} for outcome in LEFT_OUT if plan.of(outcome)],
    }
    if batch.committed_at:
        return context
    return {
        **context,
        "plan": plan,
        "figures": plan.figures,
        "changed": plan.of(Outcome.CHANGED),
        "warnings": plan.warnings,
    }


def _village_of(user):
    """The officer's own village; whoever may not import finds no such page."""
    if not user.may(Verb.IMPORT) or not user.region or user.region.level != Level.VILLAGE:
        raise Http404
    return user.region


def _batch_of(user, pk) -> ImportBatch:
    batches = ImportBatch.objects.editable_by(user).select_related("village__parent__parent__parent", "uploaded_by")
    return get_object_or_404(batches, pk=pk)
