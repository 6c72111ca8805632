"""Finds what breaks the order of the house; each function takes what it judges, so that it can be shown a fault."""

import ast
from pathlib import Path

from accounts.scoping.querysets import ScopedQuerySet
from tests.walk.tree import floors, named

DOORS = {"visible_to", "editable_by", "countable_by"}
BEHIND_THE_DOOR = {"_base_manager", "_default_manager", "raw"}


def floor_of(package: str) -> int:
    """The height of a package; the lowest is 0. Packages that are not ours lie below everything."""
    for height, names in enumerate(reversed(floors())):
        if package in names:
            return height
    return -1


def upward_relations(models) -> list[str]:
    """Relations that lead to a higher floor, or to a stranger on the same one: import-linter cannot see these."""
    wrong = []
    for model in models:
        own = model._meta.app_label
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            if field.remote_field is None:
                continue
            target = field.remote_field.model
            other = target.split(".")[0].lower() if isinstance(target, str) else target._meta.app_label
            if other != own and floor_of(other) >= floor_of(own):
                wrong.append(f"{model.__name__}.{field.name} -> {other}")
    return wrong


def is_scoped(model) -> bool:
    """Whether rows of the model are reached only through the three doors."""
    return isinstance(model._default_manager.all(), ScopedQuerySet)


def impure_imports(source: str) -> list[str]:
    """What a module of rules imports although it may neither ask the database nor know the web."""
    world = ("django.db", "django.http", "django.shortcuts", "django.urls", "django.apps")
    return [module for module in _imported(source) if module.startswith(world) or _asks(module)]


def loose_actions(source: str) -> list[str]:
    """Writes whose arguments could be mixed up: every write in a transaction, or by somebody, is keyword-only."""
    wrong = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        names = {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
        atomic = any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
        if (atomic or "by" in names) and (node.args.args or node.args.posonlyargs):
            wrong.append(node.name)
    return wrong


def unnoted_actions(sources: list[str]) -> list[str]:
    """Writes in a transaction without a note in the book of acts: from the note follow a village's new numbers."""
    calls, atomic = {}, []
    for source in sources:
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef):
                called = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
                calls.setdefault(node.name, set()).update(ast.unparse(function) for function in called)
                if any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list):
                    atomic.append(node.name)
    noted, more = set(), {"audit.record", "audit.record_all", "audit.read"}
    while more - noted:
        noted |= more
        more = {name for name, called in calls.items() if called & noted}
    return [name for name in atomic if name not in noted]


def open_doors(source: str, scoped_names: set[str]) -> list[str]:
    """Places where rows of a scoped model are reached by another way than the three doors."""
    tree = ast.parse(source)
    above = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    wrong = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr in BEHIND_THE_DOOR:
            wrong.append(f"line {node.lineno}: {ast.unparse(node)}")
        owner = node.value
        name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
        if node.attr != "objects" or name not in scoped_names:
            continue
        then = above.get(node)
        if not (isinstance(then, ast.Attribute) and then.attr in DOORS):
            wrong.append(f"line {node.lineno}: {ast.unparse(then)}")
    return wrong


def is_door(path: Path) -> bool:
    """Whether the file answers people: pages, forms, admin, exports, reports, what they count and what waits."""
    parts = Path(named(path)).parts
    answering = {"views", "forms", "admin", "resources", "reports", "indicators", "duties"}
    return bool(answering & {part.removesuffix(".py") for part in parts}) or parts[0] == "monitoring"


def is_rules(path: Path) -> bool:
    """Whether the file holds pure decisions."""
    return "rules" in {part.removesuffix(".py") for part in Path(named(path)).parts}


def is_actions(path: Path) -> bool:
    """Whether the file holds writes."""
    return "actions" in {part.removesuffix(".py") for part in Path(named(path)).parts}


def _asks(module: str) -> bool:
    parts = module.split(".")
    return floor_of(parts[0]) >= 0 and bool({"models", "querysets", "actions", "views", "forms"} & set(parts))


def _imported(source: str) -> list[str]:
    modules = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules += [f"{node.module}.{alias.name}" for alias in node.names]
    return modules
