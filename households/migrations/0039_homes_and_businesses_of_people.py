"""Where a member lives now, and whether he has a business; nobody was asked yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0038_how_families_became_known")]

    operations = [
        migrations.AddField(
            "person",
            "lives_now",
            models.CharField(
                "tempat tinggal sekarang",
                max_length=9,
                choices=[
                    ("here", "Di rumah ini"),
                    ("elsewhere", "Di tempat lain di Indonesia"),
                    ("unknown", "Belum diketahui"),
                    ("refused", "Tidak bersedia menjawab"),
                ],
                blank=True,
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "person",
            "own_business",
            models.CharField(
                "usaha",
                max_length=7,
                choices=[
                    ("yes", "Punya usaha sendiri"),
                    ("shared", "Ikut usaha keluarga atau kelompok"),
                    ("no", "Tidak punya"),
                    ("unknown", "Belum diketahui"),
                    ("refused", "Tidak bersedia menjawab"),
                ],
                blank=True,
                default="",
            ),
            preserve_default=False,
        ),
    ]
