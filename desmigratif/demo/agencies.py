"""An invented list of licensed companies for the demo: every name says that it is an example."""

import datetime as dt

from accounts.models import User
from infopost.actions import bring_list, use_list
from infopost.models import AgencyList
from toolkit.ids import new_id

SOURCE = "Daftar karangan untuk portal contoh, bukan daftar kementerian"
# Name, state, days that the licence still holds, and where the company says it is.
COMPANIES = (
    ("PT Melati Contoh Sejahtera", "berlaku", 700, "Mataram"),
    ("PT Mawar Contoh Mandiri", "berlaku", 410, "Jakarta Timur"),
    ("PT Mawar Contoh Mandiry", "berlaku", 300, "Bekasi"),
    ("PT Kenanga Contoh Utama", "berlaku", 95, "Surabaya"),
    ("PT Anggrek Contoh Jaya", "berlaku", -30, "Semarang"),
    ("PT Cempaka Contoh Abadi", "dicabut", 200, "Jakarta Selatan"),
    ("PT Dahlia Contoh Karya", "skorsing", 350, "Indramayu"),
    ("PT Teratai Contoh Samudra", "berlaku", 520, "Tegal"),
)
EARLIER = (("PT Flamboyan Contoh Raya", "berlaku", 400, "Cirebon"),)


def list_companies(*, by: User, today: dt.date) -> None:
    """Let the ministry bring two lists, half a year and three weeks old; one company stands in the first only."""
    first = _bring(COMPANIES[:5] + EARLIER, by=by, today=today, age=180, before=None)
    _bring(COMPANIES, by=by, today=today, age=21, before=first)


def _bring(companies, *, by, today, age, before):
    day = today - dt.timedelta(days=age)
    rows = [[number, _cells(number, *company, today=today)] for number, company in enumerate(companies, start=2)]
    values = {"source": SOURCE, "is_invented": True, "file_name": f"daftar-contoh-{day:%Y-%m}.xlsx"}
    brought = bring_list(by=by, list_id=new_id(), listed_on=day, values=values, rows=rows)
    used = use_list(by=by, list_id=brought.pk, version=1, against=before.pk if before else None)
    # The actions write the present, and the demo has a past.
    at = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(3), dt.UTC)
    AgencyList.objects.filter(pk=used.pk).update(brought_at=at, used_at=at)
    return used


def _cells(number, name, state, days, city, *, today) -> dict:
    return {
        "name": name,
        "licence": f"CONTOH {name.split()[1][:3]}-{name[-2:]}".upper(),
        "state": state,
        "valid_until": f"{today + dt.timedelta(days=days):%d-%m-%Y}",
        "address": f"Jalan Contoh {number}",
        "city": city,
    }
