"""`manage.py restore FILE --yes`: the portal as it was when the backup was taken."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from desmigratif.backups import BackupError
from desmigratif.backups.actions import restore


class Command(BaseCommand):
    help = "Memeriksa berkas cadangan, lalu dengan --yes mengganti isi portal dengannya."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="berkas dari manage.py backup")
        parser.add_argument("--yes", action="store_true", help="ganti isi portal sekarang")

    def handle(self, *, file, yes, **options):
        try:
            manifest = restore(source=file.absolute(), confirmed=yes)
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(manifest["rows"].values())
        self.stdout.write(f"Pulih dari cadangan {manifest['taken_at']}: {rows} baris. Semua orang harus masuk lagi.")
