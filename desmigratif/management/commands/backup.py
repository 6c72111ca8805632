"""`manage.py backup FILE`: the whole portal in one file, while people work."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from desmigratif.backups import BackupError
from desmigratif.backups.actions import back_up


class Command(BaseCommand):
    help = "Menyimpan basis data dan unggahan ke satu berkas, juga selagi portal dipakai."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="berkas yang ditulis atau diganti")

    def handle(self, *, file, **options):
        try:
            manifest = back_up(target=file.absolute())
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(manifest["rows"].values())
        self.stdout.write(f"Cadangan selesai: {file}, {rows} baris. Simpan di tempat lain yang terenkripsi.")
