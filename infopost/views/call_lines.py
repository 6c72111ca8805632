"""Calls with families of those away, in words."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from households.duties.families import home_of
from households.living import MayCall, WhatsappAnswer
from households.models import Circumstances
from households.rules.contacts import phone_in_words
from infopost.call_choices import UNWELL, Said
from infopost.rules.silence import FIRST, SECOND, THIRD, Quiet, quiet_since
from toolkit.dates import date_in_words

CHIPS = {
    Quiet.RECENT: ("done", "Baru dihubungi"),
    Quiet.FIRST: ("info", f"Lebih dari {FIRST.days} hari"),
    Quiet.SECOND: ("wait", f"Lebih dari {SECOND.days} hari"),
    Quiet.THIRD: ("wrong", f"Lebih dari {THIRD.days} hari"),
}


@dataclass(frozen=True)
class AwayLine:
    """Somebody away: who, where, what the family said last and when, and how pressing the next call is."""

    trip: object
    home: str
    last: str
    chip: tuple[str, str]
    agreed: str


def away_line(trip, day: dt.date) -> AwayLine:
    """The line of a journey of `away_on`."""
    when = date_in_words(trip.last_called) if trip.last_called else ""
    said = f"Kata keluarga {when}: {Said(trip.last_said).label.lower()}" if when else "Belum pernah dihubungi pos"
    quiet = quiet_since(trip.since, day)
    chip = CHIPS[quiet] if when or quiet != Quiet.RECENT else ("plain", "Belum dihubungi")
    chip = ("wrong", "Tanpa kabar") if trip.is_lost else chip
    agreed = f"Hubungi lagi {date_in_words(trip.next_on)}" if trip.next_on else ""
    return AwayLine(trip, home_of(trip.person.household), said, chip, agreed)


@dataclass(frozen=True)
class NextStep:
    """What a call leads to: a kind sentence and where it goes on."""

    text: str
    label: str
    url: str


def next_step(call) -> NextStep | None:
    """After no news the registry's note of silence; after news its end; where something is wrong, where help is."""
    trip = call.trip
    if call.said == Said.NO_NEWS and trip.open_loss is None and trip.returned_on is None:
        url = reverse("households:trip_lost", args=[trip.pk])
        return NextStep("Catat juga di data perjalanan, supaya tidak terlupa.", "Catat tanpa kabar", url)
    if call.said == Said.WELL and trip.open_loss is not None:
        return NextStep("Syukurlah.", "Catat ada kabar lagi", reverse("households:trip_heard", args=[trip.pk]))
    if call.said in UNWELL or call.said == Said.NO_NEWS:
        url = reverse("infopost:topic_detail", args=["minta-tolong"])
        return NextStep(
            "Dengarkan pelan-pelan, jangan berjanji. Baca bersama siapa yang bisa menolong.", "Minta tolong", url
        )
    return None


def reach_in_words(household) -> list[str]:
    """How the family is reached, and whom one may ask for."""
    known = Circumstances.of(household)
    texts = [f"Telepon {phone_in_words(known.phone)}"] if known.phone else ["Nomor telepon belum tercatat"]
    if known.whatsapp_answer == WhatsappAnswer.OTHER:
        texts.append(f"WhatsApp {phone_in_words(known.whatsapp)}")
    elif known.whatsapp_answer == WhatsappAnswer.SAME:
        texts.append("WhatsApp nomor yang sama")
    if known.may_call == MayCall.NAMED:
        texts.append(f"minta bicara dengan {known.may_call_name}")
    return texts


def must_not_be_called(household) -> bool:
    """Whether the family asked not to be telephoned."""
    return Circumstances.of(household).may_call == MayCall.NOBODY
