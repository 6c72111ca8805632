"""Where somebody was said to live before a split or a move between families, to be put back when that was a mistake."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0042_names_stand_in_the_list")]

    operations = [
        migrations.AddField(
            "split",
            "lived_before",
            models.JSONField("tempat tinggal sebelumnya", default=dict),
        ),
        migrations.AddField(
            "membermove",
            "lived_before",
            models.CharField(
                "tempat tinggal di keluarga asal",
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
    ]
