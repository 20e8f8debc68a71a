"""`quanheng docs`: writes docs/reference from the code itself; with --check it only says which pages are stale.

The pages' contents are made in `reference_pages`, `reference_law` and `reference_security`.
"""

import importlib
import importlib.util
import pkgutil
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver
from rich.console import Console

from quanheng.cli.screens import reference_law, reference_pages, reference_security

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "docs" / "reference"


def run(console: Console, *, is_check: bool) -> int:
    """Write what has changed and remove what is no longer made; 1 when `is_check` and something is stale."""
    if not (ROOT / "GLOSSARY.toml").is_file():
        raise ValueError("quanheng docs works in a checkout of the source only")
    wanted = pages()
    stale = stale_in(FOLDER, wanted)
    for name in stale:
        console.print(f"{'过时 / stale' if is_check else '已更新 / renewed'}: docs/reference/{name}")
    if is_check:
        return 1 if stale else 0
    for name in stale:
        _put(FOLDER / name, wanted.get(name))
    console.print(f"● docs/reference: {len(wanted)}")
    return 0


def stale_in(folder: Path, wanted: dict[str, str]) -> list[str]:
    """The names whose page in `folder` is missing, differs, or should not be there."""
    there = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")
    }
    return sorted(name for name in there.keys() | wanted.keys() if there.get(name) != wanted.get(name))


def pages() -> dict[str, str]:
    """Every page by its name under docs/reference."""
    load_all()
    made = {
        "verbs.md": reference_pages.verbs(),
        "roles.md": reference_pages.roles(),
        "procedures.md": reference_pages.procedures(),
        "addresses.md": reference_pages.addresses(),
        "facts.md": reference_law.facts(),
        "security.md": reference_security.security(),
        "glossary.md": reference_pages.glossary(ROOT / "GLOSSARY.toml"),
        **reference_law.instruments(),
    }
    return {"README.md": reference_pages.contents(made), **made}


def load_all() -> None:
    """Have every room declare its verbs and its addresses."""
    for room in settings.ROOMS:
        package = f"quanheng.{room}.actions"
        if importlib.util.find_spec(package) is not None:
            for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
                importlib.import_module(f"{package}.{module.name}")
    assert get_resolver().url_patterns  # reading them mounts every screen


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
