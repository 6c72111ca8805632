"""Builds a large demo world: `manage.py demo --households 1000000`."""

import datetime as dt
import time
from collections import Counter, defaultdict
from uuid import UUID

from django.db import transaction

from accounts.models import User, VillageChange
from accounts.roles import Role
from desmigratif.demo.bulk.calendar import Calendar
from desmigratif.demo.bulk.families import Village
from desmigratif.demo.bulk.files import keep_files, open_post, write_documents
from desmigratif.demo.bulk.homes import call_families, welcome_home, write_to_families
from desmigratif.demo.bulk.letters import give_letters
from desmigratif.demo.bulk.loading import loader
from desmigratif.demo.bulk.places import KEPT, Plot
from desmigratif.demo.bulk.post import Post
from desmigratif.demo.bulk.visits import keep_register
from desmigratif.demo.cast import PLAYERS, Player
from desmigratif.demo.names import MEN, WOMEN
from desmigratif.demo.world import SOURCE, NotADemo, account_of
from households.models import Household
from regions.choices import Programme
from regions.models import ProgrammeMembership, Region

SAY_EVERY_SECONDS = 5


def players(found: list[Plot]) -> list[Player]:
    """Who signs in with a passphrase: the small demo's people, and who keeps the largest village and kabupaten."""
    largest = max(found, key=lambda plot: plot.families).code
    families = Counter()
    for plot in found:
        families[plot.code[:4]] += plot.families
    wanted = (
        (Role.VILLAGE_OFFICER, largest, f"petugas.{largest}"),
        (Role.REGENCY_COORDINATOR, families.most_common(1)[0][0], f"koordinator.{families.most_common(1)[0][0]}"),
    )
    more = [Player(name, invented_name(code), role, code) for role, code, name in wanted if code not in KEPT]
    codes = {plot.code for plot in found}
    there = [player for player in PLAYERS if _is_there(player, codes)]
    return [*there, *more]


def invented_name(code: str) -> str:
    """The name of whoever keeps the region, the same on every machine."""
    men, women = MEN["jawa"], WOMEN["jawa"]
    names = [*men, *women]
    return names[int(code) % len(names)]


def build(*, households: int, passphrases: dict[str, str], found: list[Plot], today: dt.date, say) -> int:
    """Write accounts, villages and families as they stand on `today`, all or nothing; the number of rows.

    `say` is told every few seconds how far it is. Raises NotADemo where there is anything of others.
    """
    if Household.objects.exists() or User.objects.exists():
        raise NotADemo("Basis data ini sudah berisi data lain. Dunia contoh hanya dibuat di basis data baru.")
    calendar, tables, written, done, say = Calendar(today), loader(), 0, 0, _sparingly(say)
    with transaction.atomic():
        keepers = _accounts(found, passphrases)
        regions = _regions(found)
        _memberships(found)
        with tables.made_ready(say):
            for place, plot in enumerate(found, start=1):
                say(f"Desa {place} dari {len(found)}, {done} dari {households} rumah tangga")
                written += tables.write(_rows(plot, calendar, keepers, regions[plot.code]))
                done += plot.families
            VillageChange.objects.bulk_create(VillageChange(village_id=plot.code) for plot in found)
    say("Menghitung statistik")
    tables.finish()
    return written


def _rows(plot, calendar, keepers, region) -> dict[type, list[tuple]]:
    """A village's families, and the year of its post."""
    village = Village(plot, keepers[Role.VILLAGE_OFFICER][plot.code], calendar)
    village.rows()
    return year_of_post(village, head=keepers[Role.VILLAGE_HEAD][plot.code], region=region)


def year_of_post(village: Village, *, head: tuple[str, str], region: Region) -> dict[type, list[tuple]]:
    """The rows of a village whose families have been invented, with a year of its post."""
    post = Post(village, head=head, region=region)
    for do in (open_post, keep_register, keep_files, give_letters, call_families, welcome_home, write_to_families):
        do(post)
    write_documents(post)
    post.finish()
    return village.found


def _sparingly(say):
    """Says something every few seconds at most."""
    spoke = time.monotonic()

    def sometimes(text):
        nonlocal spoke
        if time.monotonic() - spoke > SAY_EVERY_SECONDS:
            spoke = time.monotonic()
            say(text)

    return sometimes


def _regions(found) -> dict[str, Region]:
    """The villages with what they lie in."""
    rows = Region.objects.filter(code__in=[plot.code for plot in found]).select_related("parent__parent__parent")
    return {region.code: region for region in rows}


def _accounts(found, passphrases) -> dict[str, dict[str, tuple[str, str]]]:
    """Everybody's account; by office, who keeps each village, as key and name.

    Whoever has no passphrase gets a code first.
    """
    named = [account_of(player, passphrases[player.username]) for player in players(found)]
    has = {(user.role, user.region_id) for user in named}
    regencies = sorted({plot.code[:4] for plot in found if (Role.REGENCY_COORDINATOR, plot.code[:4]) not in has})
    offices = ((Role.VILLAGE_OFFICER, "petugas"), (Role.VILLAGE_HEAD, "kepala"))
    others = [
        (role, plot.code, f"{name}.{plot.code}") for role, name in offices for plot in found
        if (role, plot.code) not in has
    ]  # fmt: skip
    others += [(Role.REGENCY_COORDINATOR, code, f"koordinator.{code}") for code in regencies]
    users = [
        User(username=name, full_name=invented_name(code), role=role, region_id=code) for role, code, name in others
    ]
    for user in users:
        user.set_unusable_password()
    User.objects.bulk_create(users)
    kept = defaultdict(dict)
    for role, code, key, name in User.objects.values_list("role", "region_id", "pk", "full_name"):
        kept[role][code] = (str(key), name)
    return kept


def _memberships(found):
    """The villages of the programme, of 2016 to 2019; those that the official lists name already stay as they are."""
    known = set(ProgrammeMembership.objects.values_list("village_id", flat=True))
    ProgrammeMembership.objects.bulk_create(
        ProgrammeMembership(
            id=UUID(int=(7 << 76) | (2 << 62) | plot.place),
            village_id=plot.code,
            programme=Programme.DESMIGRATIF,
            since_year=2016 + plot.place % 4,
            source=SOURCE,
        )
        for plot in found
        if plot.code not in known
    )


def _is_there(player, codes):
    """Whether the region of a player of the small demo has a village here."""
    return player.region_code is None or any(code.startswith(player.region_code) for code in codes)
