"""In which years somebody was born, married in, left or died in a village of the demo, or a family came back."""

from households.models import Closing, HeadChange, Person

OF_LIFE = (
    (Person, "joined_on"), (Person, "left_on"), (Person, "died_on"), (HeadChange, "since_on"),
    (Closing, "closed_on"), (Closing, "reopened_on"),
)  # fmt: skip


def years_of_life(code: str, today) -> set[int]:
    """How many whole years before `today` each of these was."""
    days = [
        day
        for model, name in OF_LIFE
        for day in model.objects.filter(**{model.scope_path: code}).values_list(name, flat=True)
        if day
    ]
    return {(today - day).days // 365 for day in days}
