"""Rows of the factories make their villages' kept numbers old, as the acts do that would have written them."""

from factory.django import DjangoModelFactory


def note_changes() -> None:
    """Let every factory note a change of the village in which its row lies."""
    create = DjangoModelFactory._create.__func__

    def create_and_note(cls, model_class, *args, **kwargs):
        from accounts.models import VillageChange

        row = create(cls, model_class, *args, **kwargs)
        if getattr(model_class, "count_verb", None) and model_class._meta.app_label in ("households", "infopost"):
            *way, column = model_class.scope_path.split("__")
            holder = row
            for step in way:
                holder = getattr(holder, step)
            if village := getattr(holder, column):
                VillageChange.objects.create(village_id=village)
        return row

    DjangoModelFactory._create = classmethod(create_and_note)
