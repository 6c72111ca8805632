"""Who received the money where it was nobody of the family, or why nobody is named."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0036_what_helps_a_child")]

    operations = [
        migrations.AddField(
            "remittance",
            "receiver_answer",
            models.CharField(
                "jawaban tentang penerima",
                max_length=7,
                choices=[
                    ("outside", "Orang di luar keluarga ini"),
                    ("refused", "Tidak bersedia menjawab"),
                    ("unknown", "Belum diketahui"),
                ],
                blank=True,
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "remittance",
            models.CheckConstraint(
                condition=models.Q(receiver__isnull=True) | models.Q(receiver_answer=""),
                name="households_remittance_one_receiver",
                violation_error_message="Pilih satu penerima saja.",
            ),
        ),
    ]
