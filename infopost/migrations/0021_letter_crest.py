"""A letter keeps the coat of arms that its head had when it was prepared."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("infopost", "0020_last_of_each"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="crest",
            field=models.BinaryField(blank=True, null=True, verbose_name="lambang"),
        ),
    ]
