"""A kabupaten's letterhead may carry its coat of arms."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("infopost", "0018_document_photos"),
    ]

    operations = [
        migrations.AddField(
            model_name="letterhead",
            name="logo",
            field=models.BinaryField(blank=True, default=bytes, verbose_name="lambang"),
        ),
    ]
