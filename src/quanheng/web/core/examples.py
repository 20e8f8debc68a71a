"""The examples.toml beside each component: read here, shown by the gallery, checked by the tests."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMPONENTS = Path(__file__).resolve().parent.parent / "components"


@dataclass(frozen=True)
class Example:
    """示例: one rendering. `special` makes what TOML cannot hold: a form, a page of a list, a figure."""

    name: str
    values: Mapping[str, Any]
    shows: Sequence[str]
    special: Mapping[str, Any]


@dataclass(frozen=True)
class Specimen:
    """样品: a component with its examples and the criteria by which it may be used."""

    name: str
    title: str
    purpose: str
    usage: str
    criteria: Sequence[str]
    examples: Sequence[Example]


def read_specimens(folder: Path = COMPONENTS) -> list[Specimen]:
    """Every component that has an examples.toml, by name."""
    return [_specimen(path) for path in sorted(folder.glob("*/examples.toml"))]


def _specimen(path: Path) -> Specimen:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Specimen(
        name=path.parent.name,
        title=told["title"],
        purpose=told["purpose"],
        usage=told["usage"],
        criteria=told["criteria"],
        examples=[_example(entry) for entry in told["examples"]],
    )


def _example(entry: Mapping[str, Any]) -> Example:
    special = {key: entry[key] for key in ("form", "page", "chart") if key in entry}
    return Example(entry["name"], entry.get("values", {}), entry["shows"], special)
