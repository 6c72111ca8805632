from django.db import migrations, models


class Migration(migrations.Migration):
    """A list of journeys is read in the order of an index, as those of families and people are."""

    dependencies = [("households", "0030_moves_between_families")]

    operations = [
        migrations.AddIndex(
            model_name="trip",
            index=models.Index(fields=["village", "id"], name="trip_list"),
        ),
        # The new one begins with the same column.
        migrations.RemoveIndex(model_name="trip", name="trip_village"),
    ]
