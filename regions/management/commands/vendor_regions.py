"""`manage.py vendor_regions FOLDER`: make the compact list of regions from a new release of `idn-area-data`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from regions import vendored


class Command(BaseCommand):
    """For developers, when a new decree is out. Vanished codes then need rows in history.csv and successions.csv."""

    help = "Buat regions/data/regions.csv.gz dari paket npm idn-area-data yang sudah dibuka."

    def add_arguments(self, parser):
        """The folder `data` of the unpacked package."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--to", type=Path, default=vendored.DATA / "regions.csv.gz")

    def handle(self, *, folder, to, **options):
        """Read, check and write the list; print its checksum for README.md."""
        try:
            rows = vendored.read_package(folder)
        except (OSError, KeyError, ValueError) as error:
            raise CommandError(f"Paket tidak dapat dibaca: {error}") from error
        vendored.write_regions(rows, to)
        self.stdout.write(f"{len(rows)} wilayah, SHA-256 {vendored.checksum(to)}")
