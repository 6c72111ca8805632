import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def begin_counting(apps, schema_editor):
    """Every village with families has been written to, also before that was counted."""
    change = apps.get_model("accounts", "VillageChange")
    villages = apps.get_model("households", "Household").objects.order_by().values_list("village_id", flat=True)
    change.objects.bulk_create([change(village_id=code) for code in villages.distinct()], batch_size=500)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("regions", "0001_initial"),
        ("accounts", "0004_village_changes"),
        ("households", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="VillageSummary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", models.CharField(max_length=7)),
                ("last", models.DateField()),
                ("state", models.CharField(max_length=64)),
                ("numbers", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="regions.region"
                    ),
                ),
            ],
            options={
                "verbose_name": "ringkasan desa",
                "verbose_name_plural": "ringkasan desa",
                "constraints": [
                    models.UniqueConstraint(fields=("period", "last", "village"), name="monitoring_summary_once")
                ],
            },
        ),
        migrations.RunPython(begin_counting, migrations.RunPython.noop, elidable=True),
    ]
