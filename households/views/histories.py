"""Who opened or changed a family or a person, in words, for everybody who may read the record itself."""

from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.histories import lines_of, subjects
from accounts.models import Act
from accounts.wording import columns_in_words
from households.models import (
    Caregiver,
    ChildProfile,
    Circumstances,
    Consent,
    Homecoming,
    Household,
    MoveOffer,
    Need,
    Person,
    Remittance,
    Split,
    Trip,
)
from toolkit.ids import as_number
from toolkit.keyset import page_of
from toolkit.templatetags.indonesian import clock, date_long

CHANGES = (Act.CREATED, Act.CHANGED)
KIND_OF = {Act.CREATED: "done", Act.CHANGED: "wait"}
# What a line is about, said after its act; and whole phrases where the two together would not read well.
SUBJECTS = {
    Household: "keluarga ini",
    Person: "{name}",
    Trip: "perjalanan {name}",
    Consent: "persetujuan keluarga ini",
    Circumstances: "keadaan rumah tangga ini",
    ChildProfile: "sekolah dan surat {name}",
    Caregiver: "pengasuhan {name}",
    Homecoming: "keterangan {name} setelah pulang",
    Need: "kebutuhan keluarga ini",
    Remittance: "kiriman keluarga ini",
    MoveOffer: "tawaran pindah keluarga ini",
    Split: "pemisahan keluarga ini",
}
# Records about one member, by where that member stands.
OF_MEMBERS = {Trip: "person", ChildProfile: "person", Caregiver: "child", Homecoming: "trip__person"}
PHRASES = {
    (Household, Act.VIEWED): "membuka halaman keluarga ini",
    (Household, Act.CHANGED): "mengubah alamat atau kartu keluarga ini",
    (Person, Act.VIEWED): "membuka halaman {name}",
    (Person, Act.CREATED): "menambahkan {name}",
    (Person, Act.CHANGED): "mengubah data {name}",
    (Trip, Act.VIEWED): "membuka halaman perjalanan {name}",
    (Trip, Act.CREATED): "mencatat perjalanan {name}",
    (Trip, Act.CHANGED): "memperbarui perjalanan {name}",
    (Circumstances, Act.CHANGED): "mencatat keadaan rumah tangga ini",
    (Caregiver, Act.CREATED): "mencatat siapa yang mengasuh {name}",
    (Need, Act.CREATED): "mencatat kebutuhan keluarga ini",
    (Need, Act.CHANGED): "memperbarui kebutuhan keluarga ini",
    (Remittance, Act.CREATED): "mencatat kiriman keluarga ini",
    (Remittance, Act.CHANGED): "memperbarui kiriman keluarga ini",
    (Consent, Act.CREATED): "mencatat persetujuan keluarga ini",
    (MoveOffer, Act.CREATED): "menawarkan kepindahan keluarga ini",
    (MoveOffer, Act.CHANGED): "mengakhiri tawaran pindah keluarga ini",
    (Split, Act.CREATED): "memisahkan keluarga ini menjadi dua",
    (Split, Act.CHANGED): "menyatukan lagi keluarga ini",
}
ADDRESS = {"hamlet", "rt", "rw", "address", "family_card_number"}
NAMES = {Person: "name"} | {model: f"{path}__name" for model, path in OF_MEMBERS.items()}
MODELS = {model._meta.label_lower: model for model in SUBJECTS}
# Records of rooms above this one about a whole family, by where the family stands (`tell_of`).
OF_FAMILIES = {}


def tell_of(model, subject: str, *, member: str = "", family: str = "") -> None:
    """Let a room above this one have its records in the histories: about a `member` or a `family`, by where it stands.

    An app names them in its `AppConfig.ready`, because the registry knows no room above it.
    """
    SUBJECTS[model], MODELS[model._meta.label_lower] = subject, model
    PHRASES[model, Act.CREATED] = f"mencatat {subject}"
    if member:
        OF_MEMBERS[model], NAMES[model] = member, f"{member}__name"
    else:
        OF_FAMILIES[model] = family


@require_safe
def household_history(request, pk):
    """The lines about a family, how it lives and what it needs, its consents, its members and what belongs to them."""
    families = Household.objects.visible_to(request.user).select_related("created_by")
    household = get_object_or_404(families, pk=pk)
    people = Person.objects.visible_to(request.user).filter(household=household)
    consents = Consent.objects.visible_to(request.user).filter(household=household)
    sent = Remittance.objects.visible_to(request.user).filter(household=household)
    needs = Need.objects.visible_to(request.user).filter(household=household)
    living = Circumstances.objects.visible_to(request.user).filter(household=household)
    moves = MoveOffer.objects.visible_to(request.user).filter(household=household)
    splits = Split.objects.visible_to(request.user).filter(household=household)
    above = [model.objects.visible_to(request.user).filter(**{way: household}) for model, way in OF_FAMILIES.items()]
    own = families.filter(pk=pk)
    return _show(request, household, people, own, consents, living, needs, sent, moves, splits, *above)


@require_safe
def person_history(request, pk):
    """The lines about one person and what belongs to him."""
    people = Person.objects.visible_to(request.user).select_related("created_by").filter(pk=pk)
    person = get_object_or_404(people)
    return _show(request, person, people)


def _show(request, record, people, *others):
    audit.read(Act.VIEWED, by=request.user, on=record, region=record.village_id, reason="riwayat ini")
    of_members = [
        model.objects.visible_to(request.user).filter(**{f"{path}__in": people.order_by().values("pk")})
        for model, path in OF_MEMBERS.items()
    ]
    found = subjects(request.user, people, *of_members, *others, names=NAMES)
    events = lines_of(request.user, found)
    only_changes = request.GET.get("perubahan") == "1"
    after, before = (_edge(events, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    wanted = events.filter(act__in=CHANGES) if only_changes else events
    page = page_of(wanted, order=("pk",), after=after, before=before, descending=True)
    names_of = {subject.key: subject.name for subject in found}
    members = sorted(subject.key for subject in found if subject.kind == Person._meta.label_lower)
    context = {
        "record": record,
        "names": [names_of[key] for key in members],
        "only_changes": only_changes,
        "events": [_event(event, request.user, names_of.get(event.record_id, "")) for event in page.rows],
        "previous_url": _page_url(only_changes, "sebelum", page.before),
        "next_url": _page_url(only_changes, "sesudah", page.after),
    }
    return render(request, "households/record_history.html", context)


def _edge(events, key):
    """The line at which a page begins or ends; None without one, and for a key that is not of this book."""
    known = as_number(key)
    return None if known is None else events.filter(pk=known).first()


def _event(event, reader, name: str) -> dict:
    """A line for the timeline component, such as 'Sari Wulandari mengubah data Lalu Ahmad'."""
    model = MODELS[event.record_kind]
    phrase = _phrase(model, event) or f"{event.get_act_display()} {SUBJECTS[model]}"
    who = f"{event.actor_name or 'Sistem'}{' (Anda)' if event.actor_id == reader.pk else ''}"
    columns, reason = columns_in_words(event), event.reason
    touched = "Yang berubah" if event.act in CHANGES else "Yang dilihat"
    parts = [f"{touched}: {columns}" if columns else "", f"Keterangan: {reason}" if reason else ""]
    return {
        "when": f"{date_long(event.at)}, {clock(event.at)}",
        # The name is put in last and as it is: what people typed is no template.
        "title": f"{who} {phrase.replace('{name}', name)}",
        "text": " · ".join(part for part in parts if part),
        "kind": KIND_OF.get(event.act, "plain"),
    }


def _phrase(model, event) -> str:
    """The whole phrase for an act; what else happens to a family is no change of where it lives."""
    if model is Person and event.act == Act.CHANGED and "household" in event.fields:
        return "memindahkan {name} ke keluarga lain di desa ini"
    if model is Household and event.act == Act.CHANGED and not ADDRESS & set(event.fields):
        return "memperbarui keluarga ini"
    return PHRASES.get((model, event.act), "")


def _page_url(only_changes: bool, edge: str, event) -> str:
    if event is None:
        return ""
    return "?" + urlencode({**({"perubahan": "1"} if only_changes else {}), edge: event.pk})
