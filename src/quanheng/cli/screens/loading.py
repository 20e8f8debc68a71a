"""Modules are loaded only when a command needs them; those with the database after Django is set up."""

import importlib
import os
from typing import Any


def loaded(module: str) -> Any:
    """A sibling module that needs the database, after Django is set up: commands without one stay fast and alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")
    importlib.import_module("quanheng.site.translations").compile_stale()
    importlib.import_module("django").setup()
    return alone(module)


def alone(module: str) -> Any:
    """A sibling module that needs no database: loaded when asked for, as other commands have no use for what it loads."""
    return importlib.import_module(f"quanheng.cli.screens.{module}")
