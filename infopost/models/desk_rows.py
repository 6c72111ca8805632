"""What every row that the desk keeps has in common; `infopost.actions.desk_rows` writes them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from toolkit.ids import new_id


class DeskRow(models.Model):
    """Something that a village's post noted: whose village, who noted it, when that became known, who changed it last.

    It stays with the village that noted it: whatever else happens to the family, another village does not read it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey("regions.Region", models.PROTECT, related_name="+", verbose_name="desa", db_index=False)
    known_at = models.DateTimeField("diketahui pada", default=timezone.now)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diubah oleh"
    )
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
