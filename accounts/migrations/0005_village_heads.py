"""The village head has an account of his own: a role that is tied to one village."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    """The office of the village head, who signs the village's letters."""

    dependencies = [
        ("accounts", "0004_village_changes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("regions", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="user",
            name="accounts_user_role_fits_region",
        ),
        migrations.AlterField(
            model_name="user",
            name="role",
            field=models.CharField(
                choices=[
                    ("village_officer", "Petugas desa"),
                    ("village_head", "Kepala desa"),
                    ("regency_coordinator", "Koordinator kabupaten/kota"),
                    ("province_monitor", "Pemantau provinsi"),
                    ("ministry_monitor", "Pemantau kementerian"),
                    ("administrator", "Administrator"),
                ],
                max_length=30,
                verbose_name="peran",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("region__isnull", True), ("role__in", ["ministry_monitor", "administrator"])),
                    models.Q(
                        ("region__isnull", False),
                        ("role__in", ["village_officer", "village_head"]),
                        django.db.models.lookups.Exact(django.db.models.functions.text.Length("region"), 10),
                    ),
                    models.Q(
                        ("region__isnull", False),
                        ("role", "regency_coordinator"),
                        django.db.models.lookups.Exact(django.db.models.functions.text.Length("region"), 4),
                    ),
                    models.Q(
                        ("region__isnull", False),
                        ("role", "province_monitor"),
                        django.db.models.lookups.Exact(django.db.models.functions.text.Length("region"), 2),
                    ),
                    _connector="OR",
                ),
                name="accounts_user_role_fits_region",
                violation_error_message="Wilayah tidak cocok dengan peran. Pilih wilayah pada tingkat peran ini.",
            ),
        ),
    ]
