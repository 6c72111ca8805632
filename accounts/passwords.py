"""What a password may be: long, and not a word that everybody in the office would try first."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError

MAXIMUM_LENGTH = 128
LOCAL_WORDS = (
    "desmigratif",
    "desamigran",
    "produktif",
    "koperasi",
    "password",
    "indonesia",
    "petugas",
    "rahasia",
    "katasandi",
    "bismillah",
    "kantordesa",
    "balaidesa",
    "qwerty",
    "123456",
)


class MaximumLengthValidator:
    """Refuses more than 128 characters, so that hashing a password cannot be used to keep the server busy."""

    def validate(self, password, user=None):
        """Raise when too long."""
        if len(password) > MAXIMUM_LENGTH:
            raise ValidationError(f"Sandi paling panjang {MAXIMUM_LENGTH} huruf.", code="password_too_long")

    def get_help_text(self):
        """The rule in words."""
        return f"Paling panjang {MAXIMUM_LENGTH} huruf."


class LocalWordsValidator:
    """Refuses numbers (NIK, KK, birth dates), and what is little more than a word of the programme or a place."""

    def validate(self, password, user=None):
        """Raise when it is a number, or when the words, names of places and repeats leave fewer than eight letters."""
        if re.fullmatch(r"[\d\W_]+", password):
            raise ValidationError(
                "Jangan memakai angka saja: NIK, nomor KK, nomor telepon, dan tanggal lahir mudah ditebak. "
                "Pakai beberapa kata.",
                code="password_only_numbers",
            )
        words = list(LOCAL_WORDS)
        if user is not None and user.region_id:
            places = [user.region, *user.region.ancestors]
            words += [place.name.lower().replace(" ", "") for place in places]
        rest = password.lower().replace(" ", "")
        for word in words:
            rest = rest.replace(word, "")
        if len(rest) < 8 or len(set(rest)) < 5:
            raise ValidationError(
                "Sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan, misalnya empat kata acak.",
                code="password_too_local",
            )

    def get_help_text(self):
        """The rule in words."""
        return "Jangan hanya nama desa, nama program, atau huruf yang diulang. Empat kata acak sudah baik."


class CompositionValidator:
    """Asks for kinds of signs where the operator has switched that on (PASSWORD_COMPOSITION); else asks nothing."""

    KINDS = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9\s]")

    def validate(self, password, user=None):
        """Raise when a kind is missing."""
        if settings.PASSWORD_COMPOSITION and not all(re.search(kind, password) for kind in self.KINDS):
            raise ValidationError(
                "Pakai huruf kecil, huruf besar, angka, dan tanda baca.", code="password_without_all_kinds"
            )

    def get_help_text(self):
        """The rule in words; nothing while it is off."""
        return "Pakai huruf kecil, huruf besar, angka, dan tanda baca." if settings.PASSWORD_COMPOSITION else ""
