"""What waits on journeys under way: papers that run out, contracts that are over, silence, plans whose day is past."""

import datetime as dt
from collections.abc import Callable
from dataclasses import astuple

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from households.choices import Precision
from households.duties.declaring import Duty, DutyLine, Reason
from households.duties.families import home_of
from households.models import Closing, ContactLoss, Extension, Trip, TripDocument
from households.placement_choices import DocumentKind, DocumentState
from households.rules.checks import GRACE, contract_end
from households.rules.documents import WARNING
from households.rules.placement import THERE
from households.rules.plans import PLANS, plan_of
from households.rules.steps import latest_day
from toolkit.dates import PartialDate, date_in_words

SETTLED_BY = (
    ("Sudah pulang", "Catat kepulangan", "trip_return"),
    ("Kontraknya diperpanjang", "Catat perpanjangan", "trip_extend"),
)
# A plan that is over: what may have become of it, and where each answer is noted.
LEFT_BY = (
    ("Sudah berangkat", "Catat keberangkatan", "trip_depart"),
    ("Tidak jadi berangkat", "Catat batal", "trip_cancel"),
    ("Rencananya berubah", "Ubah rencana berangkat", "trip_way"),
)
HOME_BY = (
    ("Sudah pulang", "Catat kepulangan", "trip_return"),
    ("Rencananya berubah", "Ubah rencana pulang", "trip_contact"),
)
RENEWED = (DocumentKind.PASSPORT, DocumentKind.WORK_VISA, DocumentKind.CONTRACT, DocumentKind.INSURANCE)


def under_way(user, day: dt.date):
    """Journeys of people who prepare or are abroad on `day`, in families that are kept then."""
    return of_kept_families(user, day).filter(Q(returned_on__isnull=True) | Q(returned_on__gt=day))


def of_kept_families(user, day: dt.date):
    """Journeys that have begun by `day`, of members of families that are kept then.

    A village's few journeys are looked at one by one, and not those of each of its families.
    """
    still = Q(reopened_on__isnull=True) | Q(reopened_on__gt=day)
    closed = Closing.objects.visible_to(user).filter(still, closed_on__lte=day, household=OuterRef("person__household"))
    return Trip.objects.visible_to(user).begun_by(day).filter(~Exists(closed))


def surely_before(name: str, day: dt.date) -> Q:
    """Whether the last day that `name` may mean lies before `day`; of a month or year only its first day is kept."""
    on, precision = f"{name}_on__lt", f"{name}_precision"
    return (
        Q(**{on: day, precision: Precision.DAY})
        | Q(**{on: day.replace(day=1), precision: Precision.MONTH})
        | Q(**{on: day.replace(month=1, day=1), precision: Precision.YEAR})
    )


def runs_out(row, day: dt.date) -> bool:
    """Whether a document of a journey runs out within sixty days of `day`, or has."""
    if row.kind not in RENEWED or row.state not in THERE:
        return False
    if row.expires_on is None:
        return row.state == DocumentState.EXPIRED
    return latest_day(row.expires_on, row.expires_precision) <= day + WARNING


def _running_out(user, day: dt.date):
    soon = Q(state__in=THERE) & surely_before("expires", day + WARNING + dt.timedelta(days=1))
    over = Q(state=DocumentState.EXPIRED, expires_on__isnull=True)
    papers = TripDocument.objects.visible_to(user).filter(soon | over, trip=OuterRef("pk"), kind__in=RENEWED)
    ends = papers.annotate(ends=Coalesce("expires_on", TruncDate("known_at"))).order_by("ends").values("ends")
    return under_way(user, day).filter(Exists(papers)).annotate(since=Subquery(ends[:1]))


def _over(user, day: dt.date):
    return _contract_ends(user, day, lambda end: surely_before(end, day - GRACE))


def _ending_soon(user, day: dt.date):
    soon = day + WARNING + dt.timedelta(days=1)
    return _contract_ends(user, day, lambda end: surely_before(end, soon) & ~surely_before(end, day - GRACE))


def _contract_ends(user, day: dt.date, ends: Callable[[str], Q]):
    trips = _with_last_extension(user, under_way(user, day).filter(departed_on__lte=day))
    until = Subquery(_extensions(user).values("until_on")[:1])
    return trips.filter(_ends(user, ends)).annotate(since=Coalesce(until, "placement__contract_until_on"))


def _extensions(user):
    """Of a journey, the last first."""
    return Extension.objects.visible_to(user).filter(trip=OuterRef("pk")).order_by("-extended_on", "-pk")


def _with_last_extension(user, trips):
    return trips.annotate(last=Subquery(_extensions(user).values("pk")[:1]))


def _ends(user, ends: Callable[[str], Q]) -> Q:
    """A contract's end is that of its last extension; one of unknown end says that the contract goes on."""
    ended = Extension.objects.visible_to(user).filter(ends("until"), pk=OuterRef("last"))
    return Q(last__isnull=True) & ends("placement__contract_until") | Q(Exists(ended))


def _silent(user, day: dt.date):
    abroad = under_way(user, day).filter(departed_on__lte=day).order_by().values("pk")
    losses = ContactLoss.objects.visible_to(user).filter(heard_on__isnull=True, lost_on__lte=day, trip__in=abroad)
    return losses.annotate(since=F("lost_on"))


def _plan_over(user, day: dt.date):
    """Who meant to leave or to be home by now; whose contract ends soon or has ended is asked about that."""
    soon = day + WARNING + dt.timedelta(days=1)
    waits_by_contract = _ends(user, lambda end: surely_before(end, soon))
    to_leave, to_be_home = (surely_before(f"placement__{name}", day) for name in PLANS)
    at_home = Q(departed_on__isnull=True) & (to_leave | to_be_home)
    abroad = Q(departed_on__lte=day) & to_be_home & ~waits_by_contract
    trips = _with_last_extension(user, under_way(user, day)).filter(at_home | abroad)
    left = When(Q(departed_on__isnull=True) & to_leave, then=F("placement__leaving_planned_on"))
    return trips.annotate(since=Case(left, default=F("placement__return_planned_on")))


def _url(trip, page: str) -> str:
    return reverse(f"households:{page}", args=[trip.pk])


def _line(trip, *, facts: str, act: str, page: str, why=()) -> DutyLine:
    """Somebody with the country and what waits; the act is a page of the journey."""
    url = _url(trip, page)
    told, where = f"{trip.country_label} · {facts}", home_of(trip.person.household)
    return DutyLine(trip.person.name, told, trip.page_url, act, url, tuple(why), where)


def _papers(trip, day):
    act, page = "Perbarui dokumen", "trip_documents"
    ending = [_ending(row, day) for row in trip.documents.all() if runs_out(row, day)]
    why = [Reason(text, act, _url(trip, page)) for text in ending]
    return _line(trip, facts="dokumennya perlu diperpanjang", act=act, page=page, why=why)


def _ending(row, day) -> str:
    if row.expires_on is None:
        return f"{row.get_kind_display()}: sudah habis masa berlakunya"
    over = latest_day(row.expires_on, row.expires_precision) < day
    until = PartialDate.within(row.expires_on, row.expires_precision)
    return f"{row.get_kind_display()}: {'habis' if over else 'berlaku sampai'} {until}"


def _settling(trip, ways=SETTLED_BY) -> list[Reason]:
    """The acts that settle a contract or a plan that is over."""
    return [Reason(text, act, _url(trip, page)) for text, act, page in ways]


def _contract(trip, day):
    why = _settling(trip)
    facts = f"kontrak selesai, paling lambat {date_in_words(contract_end(trip))}"
    return _line(trip, facts=facts, act="Catat kepulangan", page="trip_return", why=why)


def _contract_soon(trip, day):
    end = contract_end(trip)
    if end < day:
        return _line(
            trip, facts=f"kontrak baru selesai, {date_in_words(end)}", act="Catat kepulangan", page="trip_return",
            why=_settling(trip),
        )  # fmt: skip
    return _line(trip, facts=f"kontrak sampai {date_in_words(end)}", act="Catat perpanjangan", page="trip_extend")


def _silence(loss, day):
    known = loss.lost_precision != Precision.UNKNOWN
    since = f"sejak {PartialDate.within(loss.lost_on, loss.lost_precision)}" if known else "entah sejak kapan"
    return _line(loss.trip, facts=f"tanpa kabar {since}", act="Catat ada kabar", page="trip_heard")


def _plan(trip, day):
    name, ways = ("return_planned", HOME_BY) if trip.departed_on else (_plan_to_ask_about(trip), LEFT_BY)
    plan, (_, act, page) = plan_of(trip, name), ways[0]
    # The week's list also has what is over before it ends.
    over = " sudah lewat" if plan and latest_day(*astuple(plan)) < day else ""
    facts = f"rencana {'berangkat' if name == 'leaving_planned' else 'pulang'} {plan}{over}"
    return _line(trip, facts=facts, act=act, page=page, why=_settling(trip, ways))


def _plan_to_ask_about(trip) -> str:
    """Of a candidate that plan of which the last day comes first: who has no plan to leave may have one to be home."""
    noted = {name: plan_of(trip, name) for name in PLANS}
    told = [name for name in PLANS if noted[name]]
    return min(told, key=lambda name: latest_day(*astuple(noted[name])), default="leaving_planned")


DUTIES = (
    Duty(
        "tanpa-kabar",
        "Keluarga tidak menerima kabar",
        "Tanyakan pelan-pelan apakah sudah ada kabar, dan tawarkan bantuan menghubungi perwakilan.",
        rows=_silent,
        line=_silence,
        household="trip__person__household",
        joined=("trip__person__household",),
        noun="orang",
    ),
    Duty(
        "dokumen-habis",
        "Dokumen hampir atau sudah habis masa berlakunya",
        "Paspor, visa, perjanjian kerja, atau BPJS-nya habis dalam 60 hari, atau sudah habis.",
        rows=_running_out,
        line=_papers,
        household="person__household",
        joined=("person__household",),
        fetched=("documents",),
        gathered="orang perlu memperpanjang dokumen",
        noun="orang",
    ),
    Duty(
        "kontrak-hampir-selesai",
        "Kontrak hampir atau baru selesai",
        "Selesai dalam 60 hari, atau baru saja. Tanyakan kepada keluarga: pulang, atau kontraknya diperpanjang?",
        rows=_ending_soon,
        line=_contract_soon,
        household="person__household",
        joined=("person__household", "placement"),
        fetched=("extensions",),
        gathered="orang kontraknya hampir atau baru selesai",
        noun="orang",
    ),
    Duty(
        "kontrak-selesai",
        "Kontrak sudah selesai, kepulangan belum tercatat",
        "Tanyakan kepada keluarga: sudah pulang, atau kontraknya diperpanjang?",
        rows=_over,
        line=_contract,
        household="person__household",
        joined=("person__household", "placement"),
        fetched=("extensions",),
        gathered="orang kontraknya sudah selesai",
        noun="orang",
    ),
    Duty(
        "rencana-lewat",
        "Rencana berangkat atau pulang perlu ditanyakan",
        "Tanyakan kepada keluarga apa jadinya: sudah berangkat atau pulang, tidak jadi, atau rencananya berubah?",
        rows=_plan_over,
        line=_plan,
        household="person__household",
        joined=("person__household", "placement"),
        gathered="orang rencananya sudah lewat",
        noun="orang",
    ),
)
