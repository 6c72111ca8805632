"""What every page shows around its content: the way through the portal, and whose portal it is."""

import tomllib
from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

# Label, URL name, and the verb that a user needs to see the entry; what is opened most often first.
ENTRIES = (
    ("Beranda", "home", None),
    ("Rumah tangga", "households:household_list", "read_households"),
    ("Pos", "infopost:desk_home", "read_households"),
    ("Surat", "infopost:letter_list", "read_letters"),
    ("Laporan", "monitoring:report_households", "count"),
    ("Akun", "accounts:account_list", "manage_accounts"),
    ("Lowongan", "infopost:board_list", "keep_board"),
    ("Impor", "households:import_list", "import"),
    ("Catatan akses", "accounts:audit_list", "read_audit"),
    ("Wilayah", "accounts:region_list", "manage_regions"),
    ("Tata surat", "infopost:layout_list", "keep_layouts"),
    ("Fakta", "infopost:fact_list", "keep_facts"),
    ("Administrasi", "admin:index", "open_admin"),
)
# So many fit beside the name of the portal on one line; whoever has more finds the rarer ones under 'Lainnya'.
MOST_BESIDE, BESIDE_MORE = 6, 5


def portal(request) -> dict:
    """`portal` for templates; worked out only when a template asks, so that an error page asks nothing."""
    return {"portal": SimpleLazyObject(lambda: _portal(request))}


def _portal(request) -> dict:
    entries = _entries(request)
    return {
        "programme": settings.PROGRAMME_NAME,
        "institution": settings.INSTITUTION_NAME,
        "version": _version(),
        "entries": entries,
        "aside": [entry for entry in entries if entry["is_aside"]],
        "idle_seconds": settings.SESSION_IDLE_SECONDS,
    }


def _entries(request) -> list[dict]:
    """The pages that this user may open, with the one he is on marked."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    entries = []
    for label, name, verb in ENTRIES:
        if verb is not None and not user.may(verb):
            continue
        try:
            entries.append({"label": label, "url": reverse(name), "active": False, "is_aside": False})
        except NoReverseMatch:
            continue
    _mark_active(entries, request.path)
    if len(entries) > MOST_BESIDE:
        for entry in entries[BESIDE_MORE:]:
            entry["is_aside"] = True
    return entries


def _mark_active(entries: list[dict], path: str) -> None:
    """The entry with the longest address that the path begins with; the first page only when it is the page itself."""
    matching = [
        entry for entry in entries if path == entry["url"] or (entry["url"] != "/" and path.startswith(entry["url"]))
    ]
    if matching:
        max(matching, key=lambda entry: len(entry["url"]))["active"] = True


@lru_cache(maxsize=1)
def _version() -> str:
    return tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
