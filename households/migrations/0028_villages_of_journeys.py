from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """Every journey lies in its person's village; one statement, whatever the number of rows."""
    person, trip = apps.get_model("households", "Person"), apps.get_model("households", "Trip")
    village = person.objects.filter(pk=OuterRef("person")).values("village")
    trip.objects.filter(village=None).update(village=Subquery(village))


class Migration(migrations.Migration):
    dependencies = [("households", "0027_journeys_have_a_village")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
