"""The index of the list holds the names too: a search reads it alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0041_names_of_members_are_filled")]

    operations = [
        migrations.RemoveIndex("household", "household_list"),
        migrations.AddIndex(
            "household",
            models.Index(fields=["village", "sort_name", "id", "member_names"], name="household_list"),
        ),
        migrations.AddIndex(
            "household",
            models.Index(fields=["id"], name="household_more_names", condition=models.Q(has_more_names=True)),
        ),
    ]
