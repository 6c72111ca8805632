"""What waits about whole families: things to check, visits, a new head, a consent."""

import datetime as dt

from django.db.models import F
from django.urls import reverse

from households.duties.checking import reasons
from households.duties.declaring import Duty, DutyLine, days_after
from households.models import Household
from households.rules.dates import six_months_after
from households.views.presenting import head_first
from toolkit.dates import date_in_words

# People mourn for a week; then the family needs somebody whom letters are written to.
MOURNING = 7


def kept(user, day: dt.date):
    """The families that are kept in the registry on `day`."""
    return Household.objects.visible_to(user).open_on(day)


def family_line(household, day: dt.date, *, act: str, url: str, why=(), more: str = "") -> DutyLine:
    """A family by its head's name, where it lives and how many it is; its members must be prefetched."""
    members = head_first(household, day)
    name = members[0].name if members else "Keluarga tanpa anggota"
    facts = [f"{sum(person.is_member_on(day) for person in members)} orang", more]
    page_url = household.get_absolute_url()
    return DutyLine(name, " · ".join(filter(None, facts)), page_url, act, url, tuple(why), home_of(household))


def home_of(household) -> str:
    """'Dusun Mangsit RT 004'."""
    hamlet = f"Dusun {household.hamlet}" if household.hamlet else "dusun belum terdata"
    return f"{hamlet} RT {household.rt}" if household.rt else hamlet


def _to_check(household, day):
    return family_line(household, day, act="Buka", url=household.get_absolute_url(), why=reasons(household, day))


def _to_visit(household, day):
    return family_line(
        household, day, act="Catat kunjungan", url=reverse("households:household_verify", args=[household.pk]),
        more=f"terakhir dilihat {date_in_words(household.since)}",
    )  # fmt: skip


def _headless(household, day):
    url = reverse("households:household_head", args=[household.pk])
    return family_line(household, day, act="Pilih kepala baru", url=url)


def _unasked(household, day):
    url = reverse("households:consent_add", args=[household.pk])
    return family_line(
        household, day, act="Catat persetujuan", url=url, more=f"didata {date_in_words(household.registered_on)}"
    )


DUTIES = (
    Duty(
        "tanpa-kepala",
        "Kepala keluarga meninggal, belum ada penggantinya",
        "Pilih anggota yang sekarang mengepalai keluarga, seperti di Kartu Keluarga yang baru.",
        rows=lambda user, day: kept(user, day).without_successor(day),
        line=_headless,
        fetched=("members",),
        due=days_after(MOURNING),
    ),
    Duty(
        "perlu-dicek",
        "Perlu dicek",
        "Ada keterangan yang belum lengkap atau tidak cocok.",
        rows=lambda user, day: kept(user, day).needing_check().annotate(since=F("registered_on")),
        line=_to_check,
        fetched=("members",),
        gathered="rumah tangga perlu dicek",
    ),
    Duty(
        "perlu-pemutakhiran",
        "Perlu pemutakhiran",
        "Sudah enam bulan tidak didata atau diverifikasi saat kunjungan.",
        rows=lambda user, day: kept(user, day).needing_update(day).with_last_seen(day),
        line=_to_visit,
        fetched=("members",),
        due=six_months_after,
        gathered="rumah tangga perlu dikunjungi",
    ),
    Duty(
        "tanpa-persetujuan",
        "Persetujuan belum dicatat",
        "Keluarga ini didata petugas, tetapi persetujuannya belum tercatat.",
        rows=lambda user, day: kept(user, day).without_consent().annotate(since=F("registered_on")),
        line=_unasked,
        fetched=("members",),
        gathered="rumah tangga belum tercatat persetujuannya",
    ),
)
