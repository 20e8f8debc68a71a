"""The law's data files read once: facts, their words, subjects and units, from `regulation/data`. Checking is in `facts`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from quanheng.regulation.core.entries import FactEntry, Words, read_facts

DATA = files("quanheng.regulation") / "data"


@cache
def fact_files() -> tuple[Mapping[str, Any], ...]:
    """The contents of every file of `data/facts`, in order of their names."""
    folder = sorted((DATA / "facts").iterdir(), key=lambda each: each.name)
    return tuple(_toml(path) for path in folder if path.name.endswith(".toml"))


@cache
def words() -> Words:
    """The lists of words that facts may have, each with Chinese and English. Raises ValueError for a doubled list."""
    found: dict[str, Mapping[str, Mapping[str, str]]] = {}
    for source in fact_files():
        for name, values in source.get("words", {}).items():
            if name in found:
                raise ValueError(f"two lists of words are called {name}")
            found[name] = values
    return found


@cache
def all_facts() -> Mapping[str, FactEntry]:
    """Every fact by name. Raises ValueError for a doubled name or a faulty entry."""
    found: dict[str, FactEntry] = {}
    for source in fact_files():
        entries = read_facts(source, words())
        if doubled := found.keys() & entries.keys():
            raise ValueError(f"two facts are called {', '.join(sorted(doubled))}")
        found |= entries
    return found


@cache
def subjects() -> Mapping[str, Mapping[str, str]]:
    """What facts and rules are about: by key, Chinese and English."""
    return _toml(DATA / "subjects.toml")


@cache
def units() -> Mapping[str, str]:
    """The units of figures, Chinese to English."""
    return _toml(DATA / "units.toml")


def _toml(path: Traversable) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error
