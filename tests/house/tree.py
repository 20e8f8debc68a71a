"""The tree as the house tests see it: rooms, files, their texts. Nothing is checked here."""

import ast
import importlib
import importlib.util
import pkgutil
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "quanheng"
ROOMS = tuple(sorted(each.name for each in PACKAGE.iterdir() if (each / "__init__.py").is_file()))
GENERATED = frozenset(
    {".git", ".venv", ".tools", "var", "out", "build", "dist", "__pycache__", ".hypothesis"}
    | {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache"}
)
BINARY = frozenset({".mo", ".pyc", ".png", ".xlsx", ".zip", ".jpg", ".woff2"})


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository that a person wrote or a command wrote for people, as a text."""
    return tuple(sorted(_below(ROOT)))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in GENERATED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.suffix not in BINARY:
            yield path


def named(path: Path) -> str:
    """The path as reports show it: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def python_files() -> tuple[Path, ...]:
    """Our own Python, migrations left out: Django writes those."""
    return tuple(path for path in files() if path.suffix == ".py" and "migrations" not in path.parts)


@cache
def product_files() -> tuple[Path, ...]:
    """The Python of the package itself, without its tests."""
    return tuple(path for path in python_files() if path.is_relative_to(PACKAGE) and not is_test(path))


def is_test(path: Path) -> bool:
    return "tests" in path.relative_to(ROOT).parts


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=named(path))


@cache
def templates() -> tuple[Path, ...]:
    return tuple(path for path in files() if path.suffix == ".html" and path.is_relative_to(PACKAGE))


@cache
def glossary() -> tuple[dict[str, str], ...]:
    """The terms of GLOSSARY.toml, in order."""
    data: dict[str, Any] = tomllib.loads((ROOT / "GLOSSARY.toml").read_text(encoding="utf-8"))
    return tuple(data["term"])


def load(floor: str) -> None:
    """Import every module of a floor in every room, so that what registers itself is registered."""
    for room in ROOMS:
        package = f"quanheng.{room}.{floor}"
        if importlib.util.find_spec(package) is None:
            continue
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
            importlib.import_module(f"{package}.{module.name}")


def nothing(found: Iterable[str]) -> None:
    """Assert that nothing was found; a failure prints every finding on a line of its own, in a steady order."""
    lines = sorted(set(found))
    assert not lines, "\n" + "\n".join(lines)
