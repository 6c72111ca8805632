import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0028_villages_of_journeys")]

    operations = [
        migrations.AlterField(
            model_name="trip",
            name="village",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="regions.region",
                verbose_name="desa",
            ),
        ),
        migrations.AddIndex(
            model_name="trip",
            index=models.Index(fields=["village"], name="trip_village"),
        ),
    ]
