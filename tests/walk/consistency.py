"""Finds what breaks the house style; each function takes text, so that it can be shown a fault."""

import ast
import re

from django.template.backends.django import get_installed_libraries
from django.template.library import import_library

from tests.walk.html import HANDLER

LIBRARIES = get_installed_libraries()

BLOCKS = ["title", "heading", "actions", "content"]
OPENING = re.compile(r"<([a-z][a-z0-9-]*)((?:\s+[^<>]*?)?)/?>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\s([a-zA-Z-]+)\s*=")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
# Names that Django, logging and gunicorn give: what they do is written there.
FRAMEWORK = {"Meta", "filter", "format", "formatMessage", "formatException", "formatStack", "setup", "access", "atoms"}
ACRONYM = re.compile(r"[A-Z]{2,}\b")


def template_faults(text: str) -> list[str]:
    """Inline script, style or handlers, unescaped values, loads out of order, blocks out of order."""
    wrong = []
    for name, rest in OPENING.findall(TAG.sub("", text)):
        attributes = [attribute.lower() for attribute in ATTRIBUTE.findall(f" {rest}")]
        wrong += [f"<{name} {attribute}>" for attribute in attributes if HANDLER.match(attribute)]
        wrong += [f"<{name} style>"] if "style" in attributes else []
        wrong += [f"inline <{name}>"] if name == "style" or (name == "script" and "src" not in attributes) else []
    wrong += ["|safe"] if re.search(r"\|\s*safe(seq)?\b|\{%\s*autoescape\s+off", text) else []
    loads = " ".join(re.findall(r"\{%\s*load\s+(.+?)\s*%\}", text)).split()
    wrong += ["loads out of order"] if loads != sorted(loads) else []
    wrong += [f"unused load: {name}" for name in loads if name in LIBRARIES and not used(name, text)]
    blocks = [block for block in re.findall(r"\{%\s*block\s+(\w+)", text) if block in BLOCKS]
    wrong += ["blocks out of order"] if blocks != sorted(blocks, key=BLOCKS.index) else []
    return wrong


def used(library: str, text: str) -> bool:
    """Whether the template uses a tag or filter of the library."""
    known = import_library(LIBRARIES[library])
    tags = any(re.search(rf"\{{%\s*{tag}\b", text) for tag in known.tags)
    return tags or any(re.search(rf"\|\s*{name}\b", text) for name in known.filters)


def long_views(source: str, most: int) -> list[str]:
    """Views and methods of views with more lines than `most`, without their docstring."""
    return [
        f"{node.name} ({length})"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and (length := _lines_of(node)) > most
    ]


def undocumented(source: str) -> list[str]:
    """Public functions, classes and methods that do not say what they are."""
    wrong = []

    def look(parent, prefix=""):
        for node in ast.iter_child_nodes(parent):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if node.name not in FRAMEWORK and not ast.get_docstring(node):
                wrong.append(f"{prefix}{node.name}")
            if isinstance(node, ast.ClassDef):
                look(node, f"{node.name}.")

    look(ast.parse(source))
    return wrong


def starts_low(name: str) -> bool:
    """Whether a verbose name begins with a small letter; 'NIK' and 'RT' are written as they are."""
    return name[:1].islower() or bool(ACRONYM.match(name))


def uncommented(toml: str) -> list[str]:
    """Dependencies and lint exceptions without their reason on the line."""
    lists = re.findall(r"^(?:dependencies|dev|ignore) = \[\n(.*?)^\]", toml, re.MULTILINE | re.DOTALL)
    return [line.strip() for block in lists for line in block.splitlines() if line.strip() and "#" not in line]


def _lines_of(node: ast.FunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0
