"""Uploaded workbooks do not stay for ever."""

from django.core.management.base import BaseCommand

from households.imports.batches import forget_uploads


class Command(BaseCommand):
    """Removes the files of uploads after 90 days; run it daily. Every import runs it too."""

    help = "Menghapus berkas unggahan yang lebih tua dari 90 hari. Hasil impornya tetap ada."

    def handle(self, *args, **options):
        """Remove and say how many."""
        self.stdout.write(f"Berkas yang dihapus: {forget_uploads()}")
