"""How the officer came to know of a family; nobody was asked yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0037_receivers_outside_the_family")]

    operations = [
        migrations.AddField(
            "household",
            "source",
            models.CharField(
                "diketahui dari",
                max_length=9,
                choices=[
                    ("visit", "Kunjungan dari rumah ke rumah"),
                    ("self", "Keluarga datang atau menghubungi sendiri"),
                    ("neighbour", "Kabar dari kerabat, tetangga, atau RT"),
                    ("letter", "Surat atau buku desa"),
                    ("extract", "Daftar SISKOP2MI dari BP3MI"),
                    ("other", "Cara lain"),
                    ("unknown", "Belum diketahui"),
                ],
                blank=True,
                default="",
            ),
            preserve_default=False,
        ),
    ]
