"""While somebody is abroad: the contract is extended, the family hears nothing, and hears again."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.holding import hold_trip
from households.choices import Channel, ExtensionPlace, Precision
from households.models import ContactLoss, Extension, Trip
from households.rules.journeys import return_to_keep
from households.rules.silences import GONE_SINCE, hearings_to_withdraw
from households.rules.steps import latest_day
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate

NOT_GONE = "Keberangkatannya belum tercatat. Catat dulu keberangkatannya."
HEARD_SINCE = "Sesudah itu ada kabar lagi. Hapus dulu catatan kabar yang lebih baru, bila itu juga keliru."
BEFORE_LEAVING = "Tanggal ini lebih awal dari tanggal berangkat. Periksa keduanya."
AFTER_RETURN = "Tanggal ini sesudah tanggal pulang. Periksa keduanya."


@transaction.atomic
def extend_contract(
    *, by, trip_id, version: int, extended: PartialDate, until: PartialDate, place: ExtensionPlace, today: dt.date
) -> Trip:
    """Note that the contract goes on, since when and until when; without a date from the day it became known.

    Raises StaleVersion, and ValidationError in words for a day on which nobody was abroad.
    """
    trip = _take(by, trip_id, version)
    extension = Extension(
        trip=trip,
        extended_on=_day_abroad(trip, extended, today),
        extended_precision=extended.precision,
        extended_by=by,
        until_on=until.value,
        until_precision=until.precision,
        place=place,
    )
    refuse_broken(extension)
    extension.save(force_insert=True)
    return _noted(by, trip, "extended_on")


@transaction.atomic
def withdraw_extension(*, by, trip_id, version: int, extension_id) -> Trip:
    """Take one extension out again, because it was noted by mistake. Raises StaleVersion, and ValidationError."""
    trip = _take(by, trip_id, version)
    _one_of(trip.extensions, extension_id).delete()
    return _noted(by, trip, "extended_on")


@transaction.atomic
def lose_contact(*, by, trip_id, version: int, lost: PartialDate, channel: Channel, today: dt.date) -> Trip:
    """Note that the family has heard nothing since that day, or correct it; without a date since it became known.

    Raises StaleVersion, and ValidationError in words for a day on which nobody was abroad.
    """
    trip = _take(by, trip_id, version)
    loss = trip.open_loss or ContactLoss(trip=trip)
    if lost or loss.lost_precision != Precision.UNKNOWN:
        on = _day_abroad(trip, lost, today)
        if on != loss.lost_on:
            loss.lost_known_at = timezone.now()
        loss.lost_on, loss.lost_precision = on, lost.precision
    loss.lost_by, loss.last_channel = by, channel
    refuse_broken(loss)
    loss.save()
    return _noted(by, trip, "lost_on")


@transaction.atomic
def withdraw_loss(*, by, trip_id, version: int, loss_id) -> Trip:
    """Take back a stretch without news: there was, all the time. The news that ended it stays noted.

    Raises StaleVersion, and ValidationError in words where it is noted no longer.
    """
    trip = _take(by, trip_id, version)
    loss = _one_of(trip.contact_losses, loss_id)
    if loss.heard_on is None:
        loss.delete()
    else:
        loss.lost_on, loss.lost_precision, loss.last_channel = loss.heard_on, loss.heard_precision, loss.heard_channel
        loss.save()
    return _noted(by, trip, "lost_on")


@transaction.atomic
def hear_again(*, by, trip_id, version: int, heard: PartialDate, channel: Channel, today: dt.date) -> Trip:
    """Note that there was news, when and by which way; it ends a stretch without. Without a date it was today.

    Raises StaleVersion, and ValidationError in words for a day before the last news or on which nobody was abroad.
    """
    trip = _take(by, trip_id, version)
    loss = trip.open_loss
    if loss is None:
        on = _day_abroad(trip, heard, today)
        loss = ContactLoss(trip=trip, lost_on=on, lost_precision=heard.precision, lost_by=by, last_channel=channel)
    loss.heard_on = return_to_keep(heard, departed_on=loss.lost_on) if heard else _today_or_home(trip, today)
    _refuse_after_return(trip, loss.heard_on)
    loss.heard_precision, loss.heard_channel = heard.precision, channel
    loss.heard_known_at, loss.heard_by = timezone.now(), by
    refuse_broken(loss)
    loss.save()
    return _noted(by, trip, "heard_on")


@transaction.atomic
def withdraw_hearing(*, by, trip_id, version: int, loss_id) -> Trip:
    """Take back news: a stretch without it that it ended goes on, where nothing later was noted.

    Raises StaleVersion, and ValidationError in words for older news, after which somebody was heard of again.
    """
    trip = _take(by, trip_id, version)
    loss = _one_of(trip.contact_losses.exclude(heard_on=None), loss_id)
    if loss not in hearings_to_withdraw(trip.contact_losses.all()):
        raise ValidationError(HEARD_SINCE)
    if loss.is_news_alone:
        loss.delete()
    else:
        loss.heard_on = loss.heard_known_at = loss.heard_by = None
        loss.heard_precision = loss.heard_channel = ""
        loss.save()
    return _noted(by, trip, "heard_on")


def _take(by, trip_id, version) -> Trip:
    hold_trip(by=by, trip_id=trip_id, version=version)
    editable = Trip.objects.editable_by(by).select_related("person")
    return change(editable, pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by)


def _noted(by, trip: Trip, column: str) -> Trip:
    audit.record(Act.CHANGED, by=by, on=trip, region=trip.person.village_id, fields=[column])
    return trip


def _day_abroad(trip: Trip, told: PartialDate, today: dt.date) -> dt.date:
    """The day on which something abroad stands: within its month or year, but neither before leaving nor after home."""
    if trip.departed_on is None:
        raise ValidationError(NOT_GONE)
    if not told:
        return _today_or_home(trip, today)
    on = return_to_keep(told, departed_on=trip.departed_on)
    if on < trip.departed_on and trip.departed_precision != Precision.UNKNOWN:
        raise ValidationError(BEFORE_LEAVING)
    _refuse_after_return(trip, on)
    return on


def _today_or_home(trip: Trip, today: dt.date) -> dt.date:
    return min(today, trip.returned_on or today)


def _refuse_after_return(trip: Trip, on: dt.date) -> None:
    if trip.returned_on and on > latest_day(trip.returned_on, trip.returned_precision):
        raise ValidationError(AFTER_RETURN)


def _one_of(noted, key):
    """The note that is taken back, of those that the journey has still."""
    found = noted.filter(pk=key).first()
    if found is None:
        raise ValidationError(GONE_SINCE)
    return found
