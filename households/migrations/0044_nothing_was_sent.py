"""That no money came in a month or quarter is an answer of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0043_homes_before_a_move")]

    operations = [
        migrations.AlterField(
            "remittance",
            "amount",
            models.CharField(
                "jumlah kiriman",
                max_length=8,
                choices=[
                    ("none", "Tidak ada kiriman"),
                    ("under_1", "Kurang dari 1 juta"),
                    ("from_1", "1 sampai 3 juta"),
                    ("from_3", "3 sampai 5 juta"),
                    ("from_5", "5 sampai 10 juta"),
                    ("over_10", "Lebih dari 10 juta"),
                    ("refused", "Tidak bersedia menjawab"),
                    ("unknown", "Belum diketahui"),
                ],
                blank=True,
            ),
        ),
        migrations.AddConstraint(
            "remittance",
            models.CheckConstraint(
                condition=~models.Q(amount="none")
                | models.Q(currency="", channel="", receiver__isnull=True, receiver_answer="", used_daily__isnull=True),
                name="households_remittance_nothing_came",
                violation_error_message=(
                    "Tidak ada kiriman, tetapi cara, mata uang, penerima, atau pemakaiannya terisi. Pilih jumlahnya, "
                    "atau kosongkan yang lain."
                ),
            ),
        ),
    ]
