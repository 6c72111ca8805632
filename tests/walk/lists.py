"""Every list of the portal: as whom it is opened, and where."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from urllib.parse import urlencode

from django.urls import reverse

from monitoring.duties import DUTIES
from monitoring.indicators.catalogue import INDICATORS
from monitoring.links import list_url
from tests.walk.rows import MARK

# What an address is called that shows rows.
ENDINGS = ("list", "search", "history", "walk", "week", "detail")


@dataclass(frozen=True)
class Opened:
    """One opening of a list: by whom, where, and what is posted; `grows` where each row makes the page longer."""

    who: str
    address: str
    post: dict | None = field(default=None, compare=False)
    grows: bool = True


def lists(rules) -> set[str]:
    """The addresses of the matrix that show rows."""
    return {name for name in rules if not name.startswith("admin:") and name.rsplit("_", 1)[-1] in ENDINGS}


def openings(seen: SimpleNamespace) -> dict[str, list[Opened]]:
    """By the name of each address, how it is opened."""
    place = seen.place
    village, family, head = place.village.code, place.household.pk, place.head.pk

    def at(name, *args, **query):
        return reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")

    def both(address, **more):
        return [Opened(who, address, **more) for who in ("officer", "coordinator")]

    def waiting(name, code):
        # Of a family on its way only the receiving officer reads.
        readers = both(at(name, daftar=code))
        return readers[:1] if code == "pindah-masuk" else readers

    kinds = [duty.code for duty in DUTIES]
    return {
        "accounts:account_list": [
            Opened("administrator", at("accounts:account_list")),
            Opened("coordinator", at("accounts:account_list"), {"cari": "daftar"}),
        ],
        "accounts:account_detail": [
            Opened("coordinator", at("accounts:account_detail", place.officer.pk), grows=False)
        ],
        "accounts:audit_list": [Opened("coordinator", at("accounts:audit_list"))],
        "accounts:region_list": [
            Opened("administrator", at("accounts:region_list")),
            Opened("administrator", at("accounts:region_list", q="desa"), grows=False),
        ],
        "accounts:region_search": [Opened("officer", at("accounts:region_search", q="desa"), grows=False)],
        "accounts:region_detail": [Opened("administrator", at("accounts:region_detail", village[:6]))],
        "households:household_list": both(at("households:household_list")),
        "households:household_search": both(at("households:household_search"), post={"words": MARK.lower()}),
        "households:household_detail": both(at("households:household_detail", family)),
        "households:household_history": both(at("households:household_history", family)),
        "households:person_detail": both(at("households:person_detail", head)),
        "households:person_history": both(at("households:person_history", head)),
        "households:trip_detail": both(at("households:trip_detail", place.trip.pk)),
        "households:import_list": [Opened("officer", at("households:import_list"))],
        "households:import_detail": [Opened("officer", at("households:import_detail", place.batch.pk), grows=False)],
        "households:move_list": [Opened("officer", at("households:move_list"))],
        "monitoring:duty_list": [one for code in kinds for one in waiting("monitoring:duty_list", code)],
        "monitoring:duty_walk": [one for code in kinds for one in waiting("monitoring:duty_walk", code)],
        "monitoring:duty_week": both(at("monitoring:duty_week", wilayah=village)),
        "monitoring:indicator_list": [
            opened
            for indicator in INDICATORS
            for opened in both(list_url(indicator.code, village, "2026-11"), grows=indicator.code not in LATE)
        ],
        "infopost:service_list": both(at("infopost:service_list")),
        "infopost:call_list": both(at("infopost:call_list")),
        "infopost:return_list": both(at("infopost:return_list")),
        "infopost:return_detail": both(at("infopost:return_detail", seen.ended.pk)),
        "infopost:message_list": both(at("infopost:message_list")),
        "infopost:message_detail": [Opened("officer", at("infopost:message_detail", seen.message.pk), grows=False)],
        "infopost:file_list": both(at("infopost:file_list")),
        "infopost:file_detail": both(at("infopost:file_detail", place.trip.pk)),
        "infopost:letter_list": [*both(at("infopost:letter_list")), Opened("head", at("infopost:letter_list"))],
        "infopost:letter_detail": both(at("infopost:letter_detail", seen.letter.pk), grows=False),
        "infopost:letter_history": both(at("infopost:letter_history", seen.letter.pk)),
        "infopost:layout_list": [Opened("administrator", at("infopost:layout_list"), grows=False)],
        "infopost:layout_detail": [Opened("administrator", at("infopost:layout_detail", village[:4]), grows=False)],
        "infopost:board_list": [*both(at("infopost:board_list")), Opened("ministry", at("infopost:board_list"))],
        "infopost:warning_list": [Opened("officer", at("infopost:warning_list"))],
        "infopost:fact_list": [Opened("ministry", at("infopost:fact_list", tampil="semua"))],
        "infopost:charge_list": [Opened("ministry", at("infopost:charge_list"))],
        "infopost:sign_list": [Opened("ministry", at("infopost:sign_list"))],
        "infopost:agency_list_list": [Opened("ministry", at("infopost:agency_list_list"))],
        "infopost:agency_list_detail": [
            Opened("ministry", at("infopost:agency_list_detail", seen.agencies.pk), grows=False)
        ],
        "infopost:reading_list": [Opened("coordinator", at("infopost:reading_list"))],
        "infopost:board_detail": [Opened("nobody", at("infopost:board_detail"), grows=False)],
        "infopost:country_list": [Opened("nobody", at("infopost:country_list"), grows=False)],
        "infopost:country_detail": [Opened("nobody", at("infopost:country_detail", "TW"), grows=False)],
        "infopost:topic_detail": [Opened("nobody", at("infopost:topic_detail", "minta-tolong"), grows=False)],
        "infopost:screen_detail": [
            Opened("nobody", at("infopost:screen_detail", "minta-tolong", "paspor"), grows=False)
        ],
    }


# Numbers of which this world has no row more each time.
LATE = {"G1.7", "P1.4.3", "P1.4.4", "P1.4.5", "P1.4.6"}
