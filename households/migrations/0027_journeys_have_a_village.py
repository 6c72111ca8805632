import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("households", "0026_journeys_by_country"),
        ("regions", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="trip",
            name="village",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="regions.region",
                verbose_name="desa",
            ),
        ),
    ]
