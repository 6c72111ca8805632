"""The order of the house: what may know what, and the few doors to people's rows. Each check sees a planted fault."""

import subprocess
import sys

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.walk import architecture as house
from tests.walk.tree import ROOT, floors, named, packages, python_files

# Models that anybody may read, or that are reached only through an account's own request; each with its reason.
UNSCOPED = {
    "Region": "names of regions are public",
    "Succession": "the history of regions is public",
    "ProgrammeMembership": "which villages take part is public; only administrators change it",
    "OneTimeCode": "read only by the sign-in and written only for an account reached through its scope",
    "Receipt": "found only together with its own user",
    "HeldPost": "found only together with its own user",
    "Fact": "what families are told is public; only who keeps the facts changes it",
    "Agency": "who may place people abroad is public; only who keeps the facts brings a list",
    "AgencyList": "who may place people abroad is public",
    "ChargeRule": "who may not be charged what is public; only who keeps the facts changes it",
    "Sign": "what makes an offer suspect is public",
    "Letterhead": "official paper is public; only administrators change it",
    "LetterWording": "official words are public; only administrators change them",
    "TokenBucket": "keyed hashes of addresses and accounts, shown nowhere",
}
# Reads beside the three doors, each with its reason.
EXCUSED = {
    ("monitoring/indicators/lens.py", "Trip.objects.begun_by"): "a condition on rows that came through a door",
    ("households/forms/people.py", "Person.objects.in_region"): "asks whether a reached family's village has this NIK",
    ("accounts/forms/accounts.py", "User.objects.filter"): "a username is one in the country, and taken is taken",
    ("monitoring/management/commands/report.py", "User.objects.filter"): "the operator names whose eyes the report has",
}
# Writes that leave the note to somebody else.
UNNOTED = {
    "load_facts": "an operator's command brings facts that stand in no village",
    "load_regions": "an operator's command brings the official list",
    "record_consent": "a part of acts that are noted",
    "issue_code": "accounts.codes notes it",
}
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


def our_models():
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in packages()]


def files(kind):
    return [path for path in python_files() if kind(path)]


def scoped_names():
    return {model.__name__ for model in our_models() if house.is_scoped(model)}


def lint_imports(folder):
    return subprocess.run([sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow  # import-linter reads every file
def test_imports_go_down_the_floors():
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow  # a second run of import-linter, on a small house with a fault
def test_imports_upward_are_seen(tmp_path):
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    for package in packages():
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "regions" / "models.py").write_text("import households\n")

    done = lint_imports(tmp_path)

    assert done.returncode == 1
    assert "regions.models -> households" in done.stdout


def test_floors_name_every_package():
    assert sorted(packages()) == sorted(name for floor in floors() for name in floor)


def test_relations_go_down_the_floors():
    assert house.upward_relations(our_models()) == []


@isolate_apps("regions")
def test_relations_upward_are_seen():
    class Planted(models.Model):
        household = models.ForeignKey("households.Household", models.CASCADE)

        class Meta:
            app_label = "regions"

    assert house.upward_relations([Planted]) == ["Planted.household -> households"]


def test_models_are_scoped_or_say_why_not():
    unscoped = {model.__name__ for model in our_models() if not house.is_scoped(model)}

    assert unscoped == set(UNSCOPED)


def test_scoped_models_say_where_their_village_is_and_what_opens_them():
    silent = [
        model.__name__
        for model in our_models()
        if house.is_scoped(model)
        and not all(hasattr(model, name) for name in ("scope_path", "read_verb", "edit_verb", "count_verb"))
    ]

    assert silent == []


@isolate_apps("households")
def test_models_without_scope_are_seen():
    class Planted(models.Model):
        class Meta:
            app_label = "households"

    assert house.is_scoped(Planted) is False


@pytest.mark.parametrize("path", files(house.is_rules), ids=named)
def test_rules_are_pure(path):
    assert house.impure_imports(path.read_text()) == []


@pytest.mark.parametrize(
    "line", ["from django.db import models", "from households.models import Household", "import django.http"]
)
def test_rules_with_a_query_or_request_are_seen(line):
    assert len(house.impure_imports(line)) == 1


@pytest.mark.parametrize("path", files(house.is_actions), ids=named)
def test_actions_take_their_arguments_by_name(path):
    assert house.loose_actions(path.read_text()) == []


def test_actions_with_loose_arguments_are_seen():
    assert house.loose_actions("@transaction.atomic\ndef enrol(person, *, by): ...") == ["enrol"]


def test_actions_are_noted_in_the_book_of_acts():
    found = house.unnoted_actions([path.read_text() for path in files(house.is_actions)])

    assert sorted(found) == sorted(UNNOTED)


def test_action_that_nobody_notes_is_seen():
    helped = "def _note(): audit.record(Act.CHANGED)\n@transaction.atomic\ndef enrol(): _note()\n"

    assert house.unnoted_actions([helped, "@transaction.atomic\ndef expel(*, by): change()"]) == ["expel"]


@pytest.mark.parametrize("path", files(house.is_door), ids=named)
def test_doors_reach_rows_only_through_the_scope(path):
    reached = house.open_doors(path.read_text(), scoped_names())

    assert [place for place in reached if (named(path), place.split(": ")[1]) not in EXCUSED] == []


@pytest.mark.parametrize(
    "line",
    [
        "Household.objects.get(pk=pk)",
        "models.Person.objects.filter(name=name)",
        "Trip._base_manager.all()",
        "get_object_or_404(Household.objects, pk=pk)",
    ],
)
def test_doors_past_the_scope_are_seen(line):
    assert len(house.open_doors(line, scoped_names())) == 1


def test_doors_through_the_scope_are_let_pass():
    assert house.open_doors("Household.objects.visible_to(user).get(pk=pk)", scoped_names()) == []


def test_roles_are_asked_by_verb_and_not_by_name():
    naming = [
        named(path)
        for path in python_files()
        if ".role ==" in path.read_text() or ".role in (" in path.read_text() or ".role !=" in path.read_text()
    ]

    assert naming == []
