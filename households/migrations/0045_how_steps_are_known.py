"""How a departure or a return is known, where that is not as its journey is."""

from django.db import migrations, models

KNOWN = [
    ("document", "Dokumen dilihat"),
    ("told", "Diceritakan keluarga"),
    ("refused", "Tidak bersedia menjawab"),
    ("unknown", "Belum diketahui"),
]
WORDS = {"departed": "berangkat", "returned": "pulang"}


class Migration(migrations.Migration):
    dependencies = [("households", "0044_nothing_was_sent")]

    operations = [
        *(
            migrations.AddField(
                "trip",
                f"{step}_evidence",
                models.CharField(f"{word}, diketahui dari", max_length=8, choices=KNOWN, blank=True, default=""),
                preserve_default=False,
            )
            for step, word in WORDS.items()
        ),
        *(
            migrations.AddConstraint(
                "trip",
                models.CheckConstraint(
                    condition=models.Q(**{f"{step}_evidence": ""}) | models.Q(**{f"{step}_on__isnull": False}),
                    name=f"households_trip_{step}_evidence_of_a_step",
                    violation_error_message=f"Dari mana diketahui hanya diisi bila sudah {word}.",
                ),
            )
            for step, word in WORDS.items()
        ),
    ]
