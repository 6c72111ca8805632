"""manage.py create_administrator: opens a new portal for its first account."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts import actions
from accounts.models import User


class Command(BaseCommand):
    """Makes an administrator and prints the one-time code for the first sign-in; nothing else shows it again."""

    help = "Membuat akun administrator dan mencetak kode sekali pakainya (berlaku tujuh hari)."

    def add_arguments(self, parser):
        """The account's username and its owner's name."""
        parser.add_argument("--username", required=True, help="huruf kecil, angka, titik, atau garis")
        parser.add_argument("--name", required=True, help="nama lengkap pemilik akun")

    def handle(self, *args, username, name, **options):
        """Make the account and print its code; refuses a username that is taken or not allowed."""
        try:
            User._meta.get_field("username").clean(username, None)
            User._meta.get_field("full_name").clean(name, None)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from None
        if User.objects.filter(username=username).exists():
            raise CommandError(f"Nama pengguna {username} sudah dipakai. Pilih yang lain.")
        user, code = actions.create_administrator(username=username, full_name=name)
        self.stdout.write(f"Akun {user.username} sudah dibuat. Masuk dengan kode ini, sekali saja, dalam tujuh hari:")
        self.stdout.write(code)
