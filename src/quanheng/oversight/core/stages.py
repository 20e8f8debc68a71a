"""The steps of a case that an audit puts to the law, read from `data/stages.toml`. Their facts come from `selection`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "stages.toml"


@dataclass(frozen=True)
class Stage:
    """检查环节: a step, the rules asked at it and the papers of the case that it left."""

    id: str
    name: str
    rules: tuple[str, ...]
    papers: tuple[str, ...] = ()


@cache
def stages() -> Mapping[str, Stage]:
    """All of them by id, in the order of the procedure.

    >>> stages()["talks"].rules
    ('selection_regulations.16.attendance',)
    """
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))["stage"]
    made = (
        Stage(each["id"], each["name"], tuple(each["rules"]), tuple(each.get("papers", ())))
        for each in listed
    )
    return {stage.id: stage for stage in made}
