"""What a file would do to the registry: rows to add, rows to change, rows not taken and why. Nothing is written here."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from quanheng.access.models import SealedText, Shut, as_found
from quanheng.exchange.core.roster import CellProblem, Row
from quanheng.kernel.texts import Text, packed, text
from quanheng.registry.core import codes
from quanheng.registry.models import FileGap, Post, Relative
from quanheng.registry.queries.family import FAMILY_BESIDE, SEALED, is_same
from quanheng.registry.queries.numbers import BESIDE

LEVEL_FIELDS = ("level", "code")
UNTOLD = (*BESIDE, *FAMILY_BESIDE)
"""Columns that go with another one: written with it, not told for themselves."""
_LONGEST_SHOWN = 200


class RowError(Exception):
    """A value that keeps a row out (退回): the key of its column, or "" for the whole row, and the reason."""

    def __init__(self, key: str, message: Text) -> None:
        self.key, self.message = key, message
        super().__init__(str(message))


@dataclass(frozen=True)
class Place:
    """Where something stands in the file (位置)."""

    sheet: str = ""
    row: int | None = None
    column: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a preview (明细)."""

    effect: str
    noun: str
    label: str
    place: Place
    message: dict[str, object] = field(default_factory=dict)
    changes: tuple[dict[str, str], ...] = ()

    def identity(self) -> tuple[object, ...]:
        """What must still be the same when the preview is confirmed."""
        return self.effect, self.noun, self.label, self.place.sheet, self.place.row, [list(each.values()) for each in self.changes]


@dataclass
class Plan:
    """The whole of it (导入方案), in the order of the file."""

    lines: list[Line] = field(default_factory=list)
    new: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)
    gaps: list[FileGap] = field(default_factory=list)
    """Lines of known persons that could not be taken."""
    complete: set[tuple[UUID, str]] = field(default_factory=set)
    """Person and noun that this file speaks of: earlier gaps there are over."""
    changed: dict[type[models.Model], list[tuple[models.Model, dict[str, Any]]]] = field(default_factory=dict)
    """Rows to change, with the values they had."""
    filled: list[Post] = field(default_factory=list)
    """Leading seats this file newly puts somebody in, within the quota: asked for once more when it is written."""

    def settle(
        self, model: type[models.Model], found: models.Model | None, values: dict[str, Any], *, label: str, place: Place
    ) -> models.Model:
        """Take a row: a new instance, or the found one with what the file says otherwise. Empty values change nothing."""
        _check(model, values)
        noun = str(model._meta.verbose_name)
        if found is None:
            made = model(**{key: value for key, value in values.items() if value is not None})
            self.new.setdefault(model, []).append(made)
            self.lines.append(Line("add", noun, label, place))
            return made
        changes = differences(found, values)
        for name, value in changes.items():
            setattr(found, name, value[1])
        if changes:
            self.changed.setdefault(model, []).append((found, {name: old for name, (old, _new) in changes.items()}))
        said = tuple(_said(found, name, *pair) for name, pair in changes.items() if name not in UNTOLD)
        self.lines.append(Line("change" if said else "same", noun, label, place, changes=said))
        return found

    def reject(self, noun: str, label: str, place: Place, message: Text) -> None:
        self.lines.append(Line("reject", noun, label, place, packed(message)))

    def warn(self, noun: str, label: str, place: Place, message: Text) -> None:
        self.lines.append(Line("warn", noun, label, place, packed(message)))

    def problems(self, problems: Iterable[CellProblem], noun: str, label: str = "") -> None:
        """What the reader found: fatal problems keep their row out, the others are only said."""
        for problem in problems:
            say = self.reject if problem.is_fatal else self.warn
            say(noun, label, Place(problem.sheet, problem.row, column_said(problem.column, problem.header)), problem.message)

    def counts(self) -> dict[str, Any]:
        """How many of each effect, altogether and by noun; and the mark by which a later plan is compared."""
        by_noun: dict[str, dict[str, int]] = {}
        for line in self.lines:
            row = by_noun.setdefault(line.noun, {})
            row[line.effect] = row.get(line.effect, 0) + 1
        total = Counter(line.effect for line in self.lines)
        return {"total": dict(total), "nouns": by_noun, "order": list(by_noun), "mark": self.mark()}

    def mark(self) -> str:
        """A short mark of everything that must still be the same when the preview is confirmed."""
        return hashlib.sha256(json.dumps([line.identity() for line in self.lines], ensure_ascii=False).encode()).hexdigest()


def place_of(row: Row, key: str = "") -> Place:
    """A row of a roster, and one of its columns."""
    cell = row.cells.get(key)
    return Place(row.sheet, row.number, column_said(cell.column, cell.header) if cell else "")


def column_said(letter: str, header: str) -> str:
    """`C（性别）`: letter and header; either may be missing."""
    return f"{letter}（{header}）" if header else letter


def differences(found: models.Model, values: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Field to (old, new), where the file says something and says it differently."""
    changes = {}
    for name, new in values.items():
        if new not in (None, "", {}) and not _is_same(found, name, new):
            changes[name] = (as_found(found, name), new)
    return changes


def _is_same(found: models.Model, name: str, new: Any) -> bool:
    if isinstance(new, models.Model):  # by key: asking for the object could ask the database
        return not new._state.adding and bool(getattr(found, f"{name}_id") == new.pk)
    if isinstance(found, Relative) and name in SEALED:
        return is_same(found, name, new)
    old = as_found(found, name)
    return bytes(old) == new if isinstance(old, memoryview) else bool(old == new)


@cache
def _limits(model: type[models.Model]) -> tuple[tuple[str, int, str], ...]:
    rows = ((each.name, getattr(each, "max_length", None), str(each.verbose_name)) for each in model._meta.concrete_fields)
    return tuple((name, limit, label) for name, limit, label in rows if limit)


def _check(model: type[models.Model], values: dict[str, Any]) -> None:
    for name, limit, label in _limits(model):
        said = values.get(name)
        if isinstance(said, str) and len(said) > limit:
            raise RowError("", text("{label}共{length}字，超过{limit}字", label=Text(label), length=len(said), limit=limit))


def _said(found: models.Model, name: str, old: Any, new: Any) -> dict[str, str]:
    label = str(getattr(found._meta.get_field(name), "verbose_name", name))
    return {"field": label, "old": _shown(found, name, old), "new": _shown(found, name, new)}


def _shown(found: models.Model, name: str, value: Any) -> str:
    """A value in words; level codes by their label, photos by their size."""
    choices = dict(getattr(found._meta.get_field(name), "flatchoices", None) or ())
    if value in (None, "", {}, b""):
        return ""
    if isinstance(found._meta.get_field(name), SealedText) or isinstance(value, Shut):
        return "******"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        return "、".join(f"{key}{each}" for key, each in value.items()) if all(isinstance(each, int) for each in value.values()) else f"{len(value)}项"
    if isinstance(value, bytes | memoryview):
        return f"{len(value)}字节"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, str) and value in choices:
        return str(choices[value])
    if isinstance(value, str) and name in LEVEL_FIELDS:
        return codes.label("post_level", value) if value in codes.table("post_level") else codes.label("rank", value)
    return str(value)[:_LONGEST_SHOWN]
