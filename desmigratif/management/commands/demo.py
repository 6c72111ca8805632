"""Builds the demo world once, and says at each run who may sign in."""

import datetime as dt
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Act, AuditEvent, User
from desmigratif.demo import passphrases, world
from desmigratif.demo.bulk import world as large
from desmigratif.demo.bulk.places import plots
from desmigratif.demo.cast import PLAYERS
from monitoring.refreshing import current_lenses
from monitoring.year import keep_older
from regions.models import Region


def count_the_year(today: dt.date) -> None:
    """Count the months of the first page's line, as a night does elsewhere."""
    noon = timezone.make_aware(dt.datetime.combine(today, dt.time(12)))
    keep_older(current_lenses(noon)[0], noon)


class Command(BaseCommand):
    """`manage.py demo`: keeps what is there, so a second run takes no time and loses nothing."""

    help = "Membuat portal contoh dengan keluarga karangan, dan menampilkan akun-akunnya."

    def add_arguments(self, parser):
        """The day on which the world stands, and how large it is."""
        parser.add_argument("--today", type=dt.date.fromisoformat, help="hari ini menurut portal contoh: 2026-11-22")
        parser.add_argument(
            "--households", type=int, help="dunia besar untuk mengukur kecepatan: 40072 atau 1000000 rumah tangga"
        )

    def handle(self, *args, today=None, households=None, **options):
        """Build what is missing and print the accounts."""
        path, today = settings.DATA_DIR / "demo_accounts.json", today or timezone.localdate()
        try:
            players = PLAYERS if households is None else self._build_large(households, path, today)
            if households is None and not world.is_built():
                kept = passphrases.keep(path, [player.username for player in PLAYERS])
                families = world.build(passphrases=kept, today=today)
                count_the_year(today)
                self.stdout.write(f"Portal contoh dibuat: {families} rumah tangga karangan di lima desa.")
        except world.NotADemo as refused:
            raise CommandError(str(refused)) from None
        self._show_accounts(players, passphrases.keep(path, [player.username for player in players]), path)

    def _build_large(self, households, path, today):
        """A large world in an empty database; who signs in there."""
        if households < 1:
            raise CommandError("Tulis jumlah rumah tangga, misalnya --households 40072.")
        began = time.monotonic()
        try:
            found = plots(households, Region.objects.villages().values_list("code", flat=True))
        except LookupError:
            raise world.NotADemo("Wilayah belum lengkap. Jalankan dulu: manage.py load_regions") from None
        players = large.players(found)
        kept = passphrases.keep(path, [player.username for player in players])
        rows = large.build(households=households, passphrases=kept, found=found, today=today, say=self._say)
        self._say(
            f"Dunia contoh dibuat: {households} rumah tangga di {len(found)} desa, {rows} baris, "
            f"{time.monotonic() - began:.0f} detik."
        )
        return players

    def _say(self, text):
        self.stdout.write(text)
        self.stdout.flush()

    def _show_accounts(self, players, kept, path):
        self.stdout.write(f"\nAkun contoh (kata sandi ada di {path}):")
        users = {user.username: user for user in User.objects.select_related("region")}
        for player in players:
            user = users.get(player.username)
            if user is None:
                continue
            place = user.region.title if user.region else "Indonesia"
            secret = "(sandi sudah diganti)" if self._was_changed(user) else kept[player.username]
            self.stdout.write(f"  {user.username:<7} {secret:<36} {user.get_role_display()}, {place}")

    def _was_changed(self, user) -> bool:
        acts = (Act.PASSWORD_CHANGED, Act.CODE_ISSUED)
        return AuditEvent.objects.filter(act__in=acts, record_kind="accounts.user", record_id=str(user.pk)).exists()
