"""For which branches of work a status or an age holds: until now only the title said so."""

from django.db import migrations, models

SECTORS = {
    "tw-open": ["elderly_care", "manufacturing", "construction", "fishing"],
    "hk-open": ["domestic"],
    "my-household": ["domestic"],
    "my-open": ["plantation", "manufacturing", "construction"],
    "sg-age": ["domestic"],
    "sg-open": ["domestic", "health", "shipping"],
    "sa-household": ["domestic"],
    "sa-other": ["hospitality", "health", "services"],
    **{f"{country}-household": ["domestic"] for country in ("ae", "qa", "kw", "om", "bh", "jo")},
    "kr-open": ["manufacturing", "fishing", "agriculture", "construction"],
    "jp-open": ["health", "elderly_care", "services", "hospitality", "manufacturing", "agriculture"],
    "la-online": ["services"],
    "ph-online": ["services"],
}


def name_them(apps, schema_editor):
    """Also where the ministry has touched the row: an open country must not become open for all work."""
    facts = apps.get_model("infopost", "Fact").objects
    for code, sectors in SECTORS.items():
        facts.filter(code=code).update(sectors=sectors)


class Migration(migrations.Migration):
    dependencies = [("infopost", "0011_family_calls")]

    operations = [
        migrations.AddField(
            model_name="fact",
            name="sectors",
            field=models.JSONField(blank=True, default=list, verbose_name="bidang kerja"),
        ),
        migrations.RunPython(name_them, migrations.RunPython.noop),
    ]
