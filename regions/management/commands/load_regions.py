"""`manage.py load_regions`: fill or refresh the region tree from the files in the repository."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from regions.actions import load_regions


class Command(BaseCommand):
    """Safe to run at every start: it compares first and writes only what differs."""

    help = "Muat daftar wilayah, riwayat pemekaran, dan desa program yang sudah diketahui."

    def handle(self, **options):
        """Load, and say in one line what changed."""
        loaded = load_regions(on=timezone.localdate())
        self.stdout.write(
            f"Wilayah: {loaded.new} baru, {loaded.changed} berubah, {loaded.closed} ditutup, {loaded.same} tetap."
        )
