"""Each journey whose way was answered as training is marked; one statement over the few of them."""

from django.db import migrations


def mark(apps, schema_editor):
    trips = apps.get_model("households", "Trip").objects.using(schema_editor.connection.alias)
    trips.filter(placement__scheme="trainee").update(is_training=True)


class Migration(migrations.Migration):
    dependencies = [("households", "0046_journeys_of_trainees")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
