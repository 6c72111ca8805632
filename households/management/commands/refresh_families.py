"""`manage.py refresh_families`: whether families are found by the names of their members, village by village."""

from django.core.management.base import BaseCommand, CommandError

from households.actions.naming import mend_names
from households.models import Household


class Command(BaseCommand):
    """Writes wrong names anew; with `--check` it only says where they are, and fails: once a night."""

    help = "Mencocokkan nama pencarian setiap keluarga dengan nama anggotanya, desa demi desa."

    def add_arguments(self, parser):
        """Whether to write."""
        parser.add_argument("--check", action="store_true", help="hanya memeriksa; tidak ada yang diubah")

    def handle(self, *args, check=False, **options):
        """Go through the villages, and say where families had wrong names: codes and numbers, no name."""
        villages = Household.objects.order_by("village_id").values_list("village_id", flat=True).distinct()
        found = {village: wrong for village in villages if (wrong := mend_names(village, only_look=check))}
        told = "; ".join(f"{village}: {wrong} keluarga" for village, wrong in found.items())
        if check and found:
            raise CommandError(f"Nama pencarian tidak cocok dengan nama anggota. {told}")
        self.stdout.write(f"Nama pencarian diperbaiki. {told}" if found else "Nama pencarian semua keluarga cocok.")
