"""Which work and training the demo tells of: all of it invented, and marked so."""

import datetime as dt

from accounts.models import User
from infopost.actions import add_entry, add_job_order
from regions.models import Level
from toolkit.ids import new_id

SOURCE = "Karangan untuk portal contoh"
# Company, licence as in the demo's list, order, country, branch, places, days until it closes.
ORDERS = (
    ("PT Melati Contoh Sejahtera", "CONTOH MEL-RA", "LOWONGAN CONTOH 1", "MY", "plantation", 40, 18),
    ("PT Teratai Contoh Samudra", "CONTOH TER-RA", "", "TW", "fishing", 12, 33),
    ("PT Cempaka Contoh Abadi", "CONTOH CEM-DI", "", "HK", "domestic", 25, 9),
    ("PT Kenanga Contoh Utama", "CONTOH KEN-MA", "LOWONGAN CONTOH 4", "JP", "elderly_care", 8, -6),
)


def tell_of_work(*, by: User, today: dt.date) -> None:
    """Let the ministry tell of job orders for the whole country; the last of them has closed."""
    for agency, licence, order, country, sector, places, days in ORDERS:
        values = {"agency_name": agency, "licence": licence, "order_number": order, "country": country}
        values |= {"sector": sector, "places": places, "closes_on": today + dt.timedelta(days=days)}
        add_job_order(by=by, order_id=new_id(), values=values | _told(today))


def tell_of_days(*, by: User, today: dt.date) -> None:
    """Let a coordinator tell of the mobile service, and an officer of a training in his village."""
    if by.region.level == Level.REGENCY:
        _entry(by, today, "mobile", "Layanan keliling pembuatan dokumen", "Kantor kecamatan", days=12)
        _entry(by, today, "office", "Kantor layanan terpadu buka", "Kantor tenaga kerja kabupaten", days=3, length=4)
    else:
        _entry(by, today, "training", "Pelatihan membuat kue kering", f"Balai {by.region.title}", days=6, length=2)
        _entry(by, today, "news", "Kumpul keluarga pekerja migran", f"Balai {by.region.title}", days=15)


def _entry(by, today, kind, title, place, *, days, length=1):
    starts = today + dt.timedelta(days=days)
    values = {"kind": kind, "title": title, "place": place, "hours": "08.00–12.00", "starts_on": starts}
    values |= {"ends_on": starts + dt.timedelta(days=length - 1)}
    add_entry(by=by, entry_id=new_id(), values=values | _told(today))


def _told(today) -> dict:
    return {"source": SOURCE, "told_on": today - dt.timedelta(days=5), "is_invented": True}
