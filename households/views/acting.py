"""Which act comes next on somebody's way: the main button of his page, and the others beside it."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from households.choices import Stage
from households.rules.dates import is_asked_about_work


@dataclass(frozen=True)
class ActLink:
    """An act in words, with its page and its sign."""

    label: str
    url: str
    sign: str = "plane"


def next_acts(person, standing, trips, day: dt.date) -> list[ActLink]:
    """The acts that fit somebody who lives, the most likely first; journeys with what happened on them prefetched."""
    if standing is None:
        given_up = [trip for trip in trips if trip.cancelled_on]
        acts = [_of(person, "trip_add", "Catat perjalanan"), *(_restore(trip) for trip in given_up[-1:])]
        # A small child goes to school, and not to work.
        is_small = not is_asked_about_work(person.age_on(day))
        return [_of(person, "child_change", "Sekolah dan surat anak", "edit"), *acts] if is_small else acts
    trip = standing.trip
    if standing.stage == Stage.PROSPECTIVE:
        return [
            _of(trip, "trip_depart", "Catat keberangkatan"),
            _of(trip, "trip_cancel", "Tidak jadi berangkat", "close"),
        ]
    if standing.stage == Stage.ACTIVE:
        return [
            _of(trip, "trip_return", "Catat kepulangan", "home"),
            _of(trip, "trip_extend", "Perpanjang kontrak", "document"),
            *_news(trip),
            _of(trip, "trip_depart", "Betulkan keberangkatan", "edit"),
        ]
    return [
        _of(person, "trip_again", "Berangkat lagi"),
        _of(person, "trip_add", "Bersiap berangkat lagi", "document"),
        _of(trip, "trip_return", "Betulkan kepulangan", "edit"),
        *([_of(trip, "trip_depart", "Betulkan keberangkatan", "edit")] if trip.departed_on else []),
    ]


def acts_abroad(trip) -> list[ActLink]:
    """What is noted of whoever is abroad, on the journey's own page, and corrected also after he is home."""
    losses = trip.contact_losses.all()
    silences = any(not loss.is_news_alone for loss in losses)
    if trip.departed_on and not trip.returned_on and not trip.cancelled_on:
        return [
            _of(trip, "trip_extend", "Perpanjang kontrak", "document"),
            _of(trip, "trip_heard", "Ada kabar", "phone"),
            _of(trip, "trip_lost", "Betulkan tanpa kabar" if trip.open_loss else "Tanpa kabar", "alert"),
        ]
    heard = "Ada kabar" if trip.open_loss else "Betulkan kabar"
    return [
        *([_of(trip, "trip_extend", "Betulkan perpanjangan", "document")] if trip.extensions.all() else []),
        *([_of(trip, "trip_heard", heard, "phone")] if losses else []),
        *([_of(trip, "trip_lost", "Betulkan tanpa kabar", "alert")] if silences else []),
    ]


def _news(trip) -> list[ActLink]:
    heard = _of(trip, "trip_heard", "Ada kabar", "phone")
    return [heard] if trip.open_loss else [heard, _of(trip, "trip_lost", "Tanpa kabar", "alert")]


def _restore(trip) -> ActLink:
    return _of(trip, "trip_cancel", "Betulkan catatan batal", "edit")


def _of(record, name: str, label: str, sign: str = "plane") -> ActLink:
    return ActLink(label, reverse(f"households:{name}", args=[record.pk]), sign)
