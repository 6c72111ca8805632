from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("households", "0045_how_steps_are_known")]

    operations = [
        migrations.AddField(
            model_name="trip",
            name="is_training",
            field=models.BooleanField(db_default=False, default=False, verbose_name="magang"),
        ),
    ]
