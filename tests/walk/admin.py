"""The admin's part of the matrix: who reads which kind of record there, from which the rule of each address follows.

Whatever the registry keeps stands in the admin, read-only, so its addresses are made here and not written down one by
one. What may be added or changed there is written down.
"""

from functools import cache
from importlib import import_module

from django.apps import apps
from factory.django import DjangoModelFactory

from accounts.models import AuditEvent
from tests.walk.addresses import Rule
from tests.walk.offices import ADMINISTRATOR, COORDINATOR, KEEPERS, NAMES, OFFICER
from tests.walk.tree import ROOT

INSIDE = NAMES | KEEPERS
# Who reads a kind of record of the registry, where it is not whoever may read names.
READERS = {"ImportBatch": OFFICER}
# One way to read and the two that could write: these pages are many, and all of one kind.
METHODS = ("get", "post", "delete")
# Lists that show a text of the family itself.
SHOWN = {"Household", "Person", "Trip", "ImportBatch"}


def rules() -> dict[str, Rule]:
    """The rule of every address of the admin."""
    found = {
        "admin:index": Rule(INSIDE),
        "admin:app_list": Rule(NAMES),
        # Signing in and passwords are the portal's: these only lead there.
        "admin:login": Rule(INSIDE),
        "admin:password_change": Rule(INSIDE),
        "admin:accounts_user_changelist": Rule(KEEPERS),
        "admin:accounts_user_add": Rule(KEEPERS, KEEPERS),
        "admin:accounts_user_change": Rule(KEEPERS, KEEPERS, pk=lambda place: place.officer.pk),
        "admin:accounts_user_history": Rule(KEEPERS, pk=lambda place: place.officer.pk),
        "admin:accounts_auditevent_changelist": Rule(COORDINATOR),
        "admin:accounts_auditevent_change": Rule(COORDINATOR, pk=line_of),
        **dict.fromkeys(("admin:households_household_export", "admin:households_person_export"), Rule(NAMES, NAMES)),
        "admin:regions_region_changelist": Rule(ADMINISTRATOR),
        "admin:regions_region_change": Rule(ADMINISTRATOR, pk=lambda place: place.village.pk),
        "admin:regions_succession_changelist": Rule(ADMINISTRATOR),
        "admin:regions_succession_change": Rule(ADMINISTRATOR, pk=succession),
        "admin:regions_programmemembership_changelist": Rule(ADMINISTRATOR),
        "admin:regions_programmemembership_add": Rule(ADMINISTRATOR, ADMINISTRATOR),
        "admin:regions_programmemembership_change": Rule(ADMINISTRATOR, ADMINISTRATOR, pk=membership),
        "admin:regions_programmemembership_history": Rule(ADMINISTRATOR, pk=membership),
    }
    for model in apps.get_app_config("households").get_models():
        # What lies between two villages is in the portal only.
        if getattr(model, "read_verb", None) and model.__name__ not in {"MoveOffer", "IncomingMove"}:
            found |= read_only(model)
    return found


def read_only(model) -> dict[str, Rule]:
    """A list, a page and a history, each reading noted; no other address, and no method that writes."""
    readers, shown = READERS.get(model.__name__, NAMES), model.__name__ in SHOWN
    about = {"reads": True, "pk": lambda place: record_of(model, place).pk, "methods": METHODS}
    name = f"admin:households_{model._meta.model_name}"
    return {
        f"{name}_changelist": Rule(readers, reads=True, shows_mark=shown, methods=METHODS),
        f"{name}_change": Rule(readers, **about),
        f"{name}_history": Rule(readers, **about),
    }


def record_of(model, place):
    """A record of this kind at the place: the first one, or one that its factory makes there."""
    found = model.objects.filter(**{model.scope_path: place.village.pk}).first()
    return found or maker_of(model)(**owner_of(model, place))


@cache
def maker_of(model):
    """The factory of this kind of record. One without a factory is an error, never a skipped page."""
    modules = [
        import_module(f"tests.factories.{path.stem}") for path in sorted((ROOT / "tests/factories").glob("*.py"))
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return next(f for f in found if issubclass(f, DjangoModelFactory) and f._meta.model is model)


def owner_of(model, place) -> dict:
    """To whom the record belongs: the first step of the way to its village."""
    owner = model.scope_path.split("__")[0]
    owners = {"household": place.household, "trip": place.trip, "village_id": place.village}
    owners |= {"person": place.head, "child": place.child}
    return {owner.removesuffix("_id"): owners[owner]}


def membership(place):
    """The key of the place's part in the programme."""
    return place.membership.pk


def line_of(place):
    """The key of a line of the book about the place."""
    return AuditEvent.objects.filter(region_code=place.village.pk).first().pk


def succession(place):
    """The key of a line of the place's history."""
    return place.village.successions.get_or_create(new=place.village.parent, kind="rename")[0].pk
