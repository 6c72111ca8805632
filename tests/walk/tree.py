"""The project's own files, as the house is laid out."""

import tomllib
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@lru_cache(maxsize=1)
def project() -> dict:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def floors() -> list[set[str]]:
    """The packages floor by floor, the highest first; pillars share a floor."""
    layers = project()["tool"]["importlinter"]["contracts"][0]["layers"]
    return [{name.strip() for name in layer.split("|")} for layer in layers]


def packages() -> list[str]:
    """Every package of ours."""
    return project()["tool"]["importlinter"]["root_packages"]


def python_files(*, tests: bool = False) -> list[Path]:
    """Every Python file of ours that people write: no migrations."""
    roots = [ROOT / name for name in (["tests"] if tests else [*packages(), "tools"])]
    found = [path for root in roots for path in sorted(root.rglob("*.py")) if "migrations" not in path.parts]
    return [path for path in found if path.stat().st_size]


def templates() -> list[Path]:
    """Every template of ours."""
    return sorted((ROOT / "templates").rglob("*.*"))


def named(path: Path) -> str:
    """The file as people name it: from the project's root."""
    return path.relative_to(ROOT).as_posix()
