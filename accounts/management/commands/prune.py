"""manage.py prune: clears away what the portal needed for a while only. Meant to run once a day."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts import held_posts, throttle
from accounts.models import OneTimeCode, Receipt

# A form that was sent longer ago than this is not sent again by any browser or outbox.
RECEIPTS_KEPT_FOR = timedelta(days=366)


class Command(BaseCommand):
    """Removes ended sessions, held forms, dead codes, full counters and receipts that nobody can ask for any more."""

    help = "Membersihkan sesi, isian tertahan, kode, pembatas laju, dan tanda terima yang sudah tidak diperlukan."

    def handle(self, *args, **options):
        """Remove them, each kind on its own, and say how many there were."""
        now = timezone.now()
        ended = {
            "sesi berakhir": Session.objects.filter(expire_date__lt=now),
            "kode lewat waktu": OneTimeCode.objects.filter(expires_at__lt=now),
            "tanda terima lama": Receipt.objects.filter(created_at__lt=now - RECEIPTS_KEPT_FOR),
        }
        removed = {name: rows.delete()[0] for name, rows in ended.items()}
        removed |= {"isian tertahan": held_posts.prune(), "pembatas laju": throttle.prune()}
        for name, count in removed.items():
            self.stdout.write(f"{name}: {count}")
