from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("infopost", "0021_letter_crest")]

    operations = [
        migrations.AddField("fact", "closed_since", models.DateField("ditutup sejak", null=True, blank=True)),
        migrations.AddConstraint(
            "fact",
            models.CheckConstraint(
                name="fact_closed_since_when_closed",
                condition=Q(closed_since__isnull=True) | Q(placement="closed"),
                violation_error_message="Isi 'Ditutup sejak' hanya untuk status 'Ditutup', atau kosongkan.",
            ),
        ),
    ]
