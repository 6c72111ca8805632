"""What a password may be: long, and not a word that everybody in the office would try first."""

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
    """Refuses passwords that are little more than a word of the programme, the village or one repeated piece."""

    def validate(self, password, user=None):
        """Raise when the words, the village's name and repeated letters leave fewer than eight letters."""
        words = list(LOCAL_WORDS)
        if user is not None and user.region_id:
            words.append(user.region.name.lower().replace(" ", ""))
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
