"""A coordinator's book of acts opens at its newest line, however long it is."""

from django.db import migrations, models

from accounts.scoping.regency import Regency


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_changes_by_kind")]

    operations = [
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(Regency("region_code"), models.F("id").desc(), name="audit_regency"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                Regency("region_code"), models.F("act"), models.F("id").desc(), name="audit_regency_act"
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["region_code", "-id"], name="audit_region"),
        ),
        # The new one begins with the same column.
        migrations.RemoveIndex(model_name="auditevent", name="audit_region_at"),
    ]
