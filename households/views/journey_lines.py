"""What happens on a journey besides its steps, as lines of a life: given up, extended, no news, news again, plans."""

from dataclasses import astuple

from households.choices import ExtensionPlace, Precision
from households.rules.plans import plan_of
from households.rules.steps import latest_day
from households.views.presenting import moment_in_words, noter_in_words, recorded_in_words
from toolkit.dates import PartialDate

# A plan and its title.
AT_HOME = ("leaving_planned", "Rencana berangkat")
ABROAD = ("return_planned", "Rencana pulang")


def lines_of(trip) -> list[tuple]:
    """Pairs of the day and its line for the timeline; extensions and stretches without news must be prefetched with
    who noted them.

    A journey that was taken back whole has none: it held on no day.
    """
    if trip.is_mistake:
        return []
    lines = [_given_up(trip)] if trip.cancelled_on else []
    lines += [_extended(extension, trip) for extension in trip.extensions.all()]
    for loss in trip.contact_losses.all():
        if not loss.is_news_alone:
            lines.append(_lost(loss, trip))
        if loss.heard_on:
            lines.append(_heard(loss, trip))
    return lines


def planned_lines(trips) -> list[dict]:
    """What is to come on these journeys, in its order; on a line of time it stands after all that has happened.

    When it was noted is not said: a plan is told with other answers, of which only the last telling is known.
    Placements and the traveller must be joined.
    """
    plans = [plan for trip in trips if not trip.is_mistake for plan in _planned(trip)]
    return [line for _, line in sorted(plans, key=lambda one: one[0])]


def _line(on, precision, title, trip, known_at, *texts, kind, by):
    if precision == Precision.UNKNOWN:
        noted = f"dicatat {by}" if by else ""
    else:
        noted = f"{recorded_in_words(known_at)} {by}".rstrip()
    text = " · ".join(filter(None, [*texts, noted]))
    return on, {
        "when": moment_in_words(on, precision),
        "title": f"{title} · {trip.country_label}",
        "text": text,
        "kind": kind,
    }


def _given_up(trip):
    return _line(
        trip.cancelled_on,
        trip.cancelled_precision,
        "Tidak jadi berangkat",
        trip,
        trip.cancelled_known_at,
        kind="plain",
        by=noter_in_words(trip, "cancelled"),
    )


def _planned(trip):
    """When a candidate means to leave, when whoever is abroad means to be home; not of who left or died."""
    person = trip.person
    if trip.cancelled_on or trip.returned_on or person.died_on or person.left_on:
        return []
    name, title = AT_HOME if trip.departed_on is None else ABROAD
    plan = plan_of(trip, name)
    if not plan:
        return []
    port = trip.placement.port if name == AT_HOME[0] else ""
    line = {"when": str(plan), "title": f"{title} · {trip.country_label}", "kind": "plain"}
    return [(latest_day(*astuple(plan)), line | {"text": f"Lewat {port}" if port else ""})]


def _extended(extension, trip):
    until = PartialDate.within(extension.until_on, extension.until_precision) if extension.until_on else ""
    return _line(
        extension.extended_on,
        extension.extended_precision,
        "Memperpanjang kontrak",
        trip,
        extension.extended_known_at,
        f"Sampai {until}" if until else "Akhir kontrak belum diketahui",
        extension.get_place_display() if extension.place != ExtensionPlace.UNKNOWN else "",
        kind="info",
        by=f"oleh {extension.extended_by.full_name}",
    )


def _lost(loss, trip):
    channel, by = f"Kabar terakhir lewat: {loss.get_last_channel_display()}", f"oleh {loss.lost_by.full_name}"
    at = (loss.lost_on, loss.lost_precision)
    return _line(*at, "Tanpa kabar", trip, loss.lost_known_at, channel, kind="wait", by=by)


def _heard(loss, trip):
    channel, by = f"Lewat: {loss.get_heard_channel_display()}", f"oleh {loss.heard_by.full_name}"
    at = (loss.heard_on, loss.heard_precision)
    return _line(*at, "Ada kabar", trip, loss.heard_known_at, channel, kind="done", by=by)
