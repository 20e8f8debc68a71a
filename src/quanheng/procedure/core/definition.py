"""Procedures as data: steps in order, the acts inside each, what must come before what. Read from TOML, checked once."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Act:
    """One act of a step: the verb that does it, what must be on record before it, and whether the step needs it."""

    verb: str
    name: str
    after: tuple[str, ...] = ()
    is_required: bool = True
    may_repeat: bool = False
    counts_when: tuple[str, ...] = ("done",)
    checks: tuple[str, ...] = ()
    until: str = ""
    """A later step; until that one is done this act may be done again (an answer that changes, another nominee)."""


@dataclass(frozen=True)
class Step:
    """One step (环节): who answers for it, the clauses it rests on, its acts, its deadline in words."""

    id: str
    name: str
    cites: tuple[str, ...]
    who: str
    acts: tuple[Act, ...]
    needs: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True)
class Procedure:
    """A procedure version: a running case keeps the one it began with."""

    id: str
    name: str
    since: date
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step:
        return next(step for step in self.steps if step.id == step_id)

    def after(self, step_id: str) -> Step | None:
        """The step that follows, or None at the end."""
        ids = [step.id for step in self.steps]
        index = ids.index(step_id) + 1
        return self.steps[index] if index < len(ids) else None

    def home(self, verb: str) -> tuple[Step, Act]:
        """The step and act of a verb; KeyError when the procedure has no such verb."""
        for step in self.steps:
            for act in step.acts:
                if act.verb == verb:
                    return step, act
        raise KeyError(verb)


def read(path: Path) -> tuple[Procedure, ...]:
    """All versions of a procedure in one file, oldest first; ValueError names what is wrong and where."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    versions = tuple(_procedure(data["id"], data["name"], version, path) for version in data["version"])
    return tuple(sorted(versions, key=lambda procedure: procedure.since))


def in_force(versions: tuple[Procedure, ...], on: date) -> Procedure:
    """The version that a case opened on a day begins with."""
    begun = [version for version in versions if version.since <= on]
    if not begun:
        raise ValueError(f"procedure {versions[0].id} has no version in force on {on}")
    return begun[-1]


def _procedure(identity: str, name: str, data: dict[str, Any], path: Path) -> Procedure:
    steps = tuple(_step(step, path) for step in data["step"])
    seen: set[str] = set()
    for step in steps:
        for act in step.acts:
            missing = set(act.after) - seen
            if missing:
                raise ValueError(f"{path.name}: {act.verb} waits for {sorted(missing)}, which does not come before it")
            if act.verb in seen:
                raise ValueError(f"{path.name}: {act.verb} stands twice")
            if act.until and act.until not in {each.id for each in steps}:
                raise ValueError(f"{path.name}: {act.verb} stays open until {act.until!r}, which is no step")
            seen.add(act.verb)
    return Procedure(identity, name, data["since"], steps)


def _step(data: dict[str, Any], path: Path) -> Step:
    acts = tuple(Act(**_frozen(act)) for act in data["act"])
    if not acts:
        raise ValueError(f"{path.name}: step {data['id']} has no act")
    plain = {key: value for key, value in data.items() if key != "act"}
    return Step(acts=acts, **_frozen(plain))


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
