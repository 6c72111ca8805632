"""With what somebody could stand by a child; nobody was asked yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0035_journeys_are_planned")]

    operations = [
        migrations.AddField(
            "childprofile", "help_with", models.JSONField("yang bisa membantu", default=list, blank=True)
        ),
    ]
