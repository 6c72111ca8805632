import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import toolkit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("households", "0029_journeys_by_village"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="household",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="members",
                to="households.household",
                verbose_name="rumah tangga",
            ),
        ),
        migrations.CreateModel(
            name="MemberMove",
            fields=[
                ("id", models.UUIDField(default=toolkit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                (
                    "moved_precision",
                    models.CharField(
                        choices=[
                            ("day", "tanggal"),
                            ("month", "bulan"),
                            ("year", "tahun"),
                            ("unknown", "belum diketahui"),
                        ],
                        max_length=7,
                        verbose_name="ketelitian tanggal pindah keluarga",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[("married", "Menikah"), ("followed", "Ikut keluarga"), ("other", "Lainnya")],
                        max_length=8,
                        verbose_name="alasan pindah keluarga",
                    ),
                ),
                (
                    "relation_before",
                    models.CharField(blank=True, max_length=14, verbose_name="hubungan di keluarga asal"),
                ),
                (
                    "known_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="pindah keluarga, diketahui pada"
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_moves",
                        to="households.person",
                    ),
                ),
                (
                    "stay",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_move",
                        to="households.pastmembership",
                    ),
                ),
                (
                    "to_household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_moves",
                        to="households.household",
                    ),
                ),
            ],
            options={
                "verbose_name": "pindah keluarga",
                "verbose_name_plural": "pindah keluarga",
                "ordering": ["-known_at", "-pk"],
            },
        ),
    ]
