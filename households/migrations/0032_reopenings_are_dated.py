"""How exactly the day is known on which a family was reopened; until now it was the day on which that was noted."""

from django.db import migrations, models


def known_by_day(apps, schema_editor):
    closings = apps.get_model("households", "Closing").objects.using(schema_editor.connection.alias)
    closings.filter(reopened_on__isnull=False).update(reopened_precision="day")


class Migration(migrations.Migration):
    dependencies = [("households", "0031_journeys_in_order")]

    operations = [
        migrations.AddField(
            "closing",
            "reopened_precision",
            models.CharField(
                "ketelitian tanggal dibuka kembali",
                max_length=7,
                blank=True,
                default="",
                choices=[
                    ("day", "tanggal"),
                    ("month", "bulan"),
                    ("year", "tahun"),
                    ("unknown", "belum diketahui"),
                ],
            ),
            preserve_default=False,
        ),
        migrations.RunPython(known_by_day, migrations.RunPython.noop),
    ]
