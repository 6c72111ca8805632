"""`manage.py load_facts`: bring the facts of the files into the table."""

from django.core.management.base import BaseCommand

from infopost.actions import load_facts


class Command(BaseCommand):
    """Safe to run at every start: what the ministry has changed or verified stays as it is."""

    help = "Muat fakta awal untuk halaman keluarga: nomor telepon, dasar hukum, biaya, dan negara tujuan."

    def handle(self, **options):
        """Load, and say in one line what changed."""
        loaded = load_facts()
        self.stdout.write(
            f"Fakta: {loaded.new} baru, {loaded.changed} berubah, {loaded.kept} diurus petugas, {loaded.same} tetap."
        )
