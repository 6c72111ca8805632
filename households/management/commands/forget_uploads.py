"""Uploaded workbooks do not stay for ever, and photographs only as long as a record names them."""

import datetime as dt

from django.core.management.base import BaseCommand
from django.utils import timezone

from households.imports.batches import forget_uploads
from toolkit.sealed import forget_orphans

# A form that is being saved has written its photograph, and not yet its record.
ORPHAN_AFTER = dt.timedelta(hours=1)


class Command(BaseCommand):
    """Removes the files of uploads after 90 days, and photographs without a record; run it daily."""

    help = "Menghapus berkas unggahan yang lebih tua dari 90 hari, dan foto tanpa catatan. Hasil impornya tetap ada."

    def handle(self, *args, **options):
        """Remove and say how many."""
        self.stdout.write(f"Berkas yang dihapus: {forget_uploads()}")
        self.stdout.write(f"Foto yang dihapus: {forget_orphans(before=timezone.now() - ORPHAN_AFTER)}")
