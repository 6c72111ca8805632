"""Finds a family's last call and somebody's first visit by themselves, not among all of the village's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("infopost", "0019_letterhead_logo")]

    operations = [
        migrations.RemoveIndex(model_name="familycall", name="call_last"),
        migrations.AddIndex(
            model_name="familycall",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=["trip", "called_on", "id"],
                name="call_last",
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("person__isnull", False)),
                fields=["person", "happened_on", "id"],
                name="service_person",
            ),
        ),
    ]
