"""`manage.py refresh_summaries`: counts the villages that changed; every few minutes, so that reports are quick."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from monitoring.refreshing import differences, refresh


class Command(BaseCommand):
    """With `--check` it also compares the sums with a direct count, and fails where they differ: once a night."""

    help = "Menghitung ulang angka desa yang berubah, agar laporan wilayah cepat dibuka."

    def add_arguments(self, parser):
        """Whether to compare."""
        parser.add_argument("--check", action="store_true", help="bandingkan jumlahnya dengan hitungan langsung")

    def handle(self, *args, check=False, **options):
        """Refresh, and say in one line how many villages there are."""
        now = timezone.now()
        self.stdout.write(f"Ringkasan: {refresh(now)} desa.")
        if check:
            found = list(differences(now))
            if found:
                raise CommandError("Jumlah desa berbeda dari hitungan langsung: " + "; ".join(found))
            self.stdout.write("Jumlah desa sama dengan hitungan langsung.")
