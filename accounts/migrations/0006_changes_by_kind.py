"""Says of a village's changes what they were about, so that not everything is looked up again after each."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_village_heads")]

    operations = [
        migrations.AddField(
            model_name="villagechange",
            name="kind",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
    ]
