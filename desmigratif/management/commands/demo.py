"""Builds the demo world once, and says at each run who may sign in."""

import datetime as dt

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Act, AuditEvent, User
from desmigratif.demo import passphrases, world
from desmigratif.demo.cast import PLAYERS


class Command(BaseCommand):
    """`manage.py demo`: keeps what is there, so a second run takes no time and loses nothing."""

    help = "Membuat portal contoh dengan keluarga karangan, dan menampilkan akun-akunnya."

    def add_arguments(self, parser):
        """The day on which the world stands."""
        parser.add_argument("--today", type=dt.date.fromisoformat, help="hari ini menurut portal contoh: 2026-11-22")

    def handle(self, *args, today=None, **options):
        """Build what is missing and print the accounts."""
        path = settings.DATA_DIR / "demo_accounts.json"
        if not world.is_built():
            kept = passphrases.keep(path, [player.username for player in PLAYERS])
            try:
                families = world.build(passphrases=kept, today=today or timezone.localdate())
            except world.NotADemo as refused:
                raise CommandError(str(refused)) from None
            self.stdout.write(f"Portal contoh dibuat: {families} rumah tangga karangan di lima desa.")
        self._show_accounts(passphrases.keep(path, [player.username for player in PLAYERS]), path)

    def _show_accounts(self, kept, path):
        self.stdout.write(f"\nAkun contoh (kata sandi ada di {path}):")
        users = {user.username: user for user in User.objects.select_related("region")}
        for player in PLAYERS:
            user = users.get(player.username)
            if user is None:
                continue
            place = user.region.title if user.region else "Indonesia"
            secret = "(sandi sudah diganti)" if self._was_changed(user) else kept[player.username]
            self.stdout.write(f"  {user.username:<7} {secret:<36} {user.get_role_display()}, {place}")

    def _was_changed(self, user) -> bool:
        acts = (Act.PASSWORD_CHANGED, Act.CODE_ISSUED)
        return AuditEvent.objects.filter(act__in=acts, record_kind="accounts.user", record_id=str(user.pk)).exists()
