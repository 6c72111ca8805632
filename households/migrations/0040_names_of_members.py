"""A family's row carries the names of its members, by which a list of tens of thousands is searched."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0039_homes_and_businesses_of_people")]

    operations = [
        migrations.AddField("household", "member_names", models.TextField(blank=True, default="")),
        migrations.AddField("household", "has_more_names", models.BooleanField(default=False)),
    ]
