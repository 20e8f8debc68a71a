"""Panels of the record page made from the register: the kinds without a layout of their own, and links to add and open lines."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model

from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes
from quanheng.registry.core.leaving_limit import limit_on_related_work
from quanheng.registry.core.lines import LINES, LineKind
from quanheng.registry.models import Person
from quanheng.registry.queries.careers import SEATED, lines_of
from quanheng.registry.queries.file import File
from quanheng.registry.queries.lines import kind_of, snapshot
from quanheng.registry.screens.line_words import is_known, known_by, label_of_field, said
from quanheng.web.core.tables import Column
from quanheng.web.screens.links import link

RELATED = {
    "rank": "rank_lines",
    "title": "titles",
    "delegateship": "delegateships",
    "programme": "programmes",
    "outside_post": "outside_posts",
    "intake": "intakes",
    "talk": "talks",
    "care": "care",
}
"""Kinds shown in a table of all their fields, and where the loaded file keeps them."""

RETIRED = "2"
"""离退人员 in the code table `person_status`."""


def line_panels(found: File, *, on: date, is_open: bool) -> list[dict[str, Any]]:
    """One panel for each kind that has lines, or that the reader may add to."""
    add = add_urls(found)
    panels = [_panel(found, LINES[key], on=on, is_open=is_open, url=add.get(key, "")) for key in RELATED]
    return [panel for panel in panels if panel["rows"] or panel["url"]]


def add_urls(found: File) -> dict[str, str]:
    """For each kind the address of the form that adds one; only those the reader may use."""
    return {
        key: link("line_add", found.person.pk, key)
        for key in LINES
        if _may_write(found, LINES[key])
    }


def url_of(found: File, line: Model) -> str:
    """The page of a line; none on one's own file, which is looked at and not worked on."""
    if found.is_own and not found.may_edit:
        return ""
    return link("line", found.person.pk, kind_of(line).key, line.pk)


def _panel(found: File, kind: LineKind, *, on: date, is_open: bool, url: str) -> dict[str, Any]:
    rows = [
        _row(found, kind, line, on, is_open)
        for line in _lines(found, kind)
        if is_known(snapshot(line), kind, on)
    ]
    return {
        "id": kind.key,
        "title": kind.label,
        "columns": [Column(name, label_of_field(kind.key, name)) for name in kind.fields] if rows else [],
        "rows": rows,
        "url": url,
        "note": _advice(found.person, on) if kind.key == "outside_post" else "",
    }


def _lines(found: File, kind: LineKind) -> Iterable[Any]:
    held = getattr(found.person, RELATED[kind.key])
    lines: Iterable[Any] = held if isinstance(held, list) else held.all()
    return reversed(list(lines)) if kind.key == "rank" else lines


def _advice(person: Person, on: date) -> Text | str:
    """For who has retired: until when the law keeps them from related work, counted from the last post held."""
    seats = [line for line in lines_of(person) if line.kind in SEATED and line.from_on <= on]
    last = max(seats, key=lambda line: line.until_on or date.max, default=None)
    if (
        codes.find("person_status", person.status) != RETIRED
        or last is None
        or last.until_on is None
        or last.until_on > on
    ):
        return ""
    limit = limit_on_related_work(
        left_on=last.until_on, level=last.level, role=last.role, is_leading=last.is_leading, on=on
    )
    if limit is None:
        return ""
    return text(
        "{left}离任退休：{until}以前不得到与原业务直接相关的单位任职或者从事营利活动（{cites}）；是否相关，由组织人事部门核实。",
        left=limit.left_on, until=limit.last_day, cites="；".join(limit.cites),
    )  # fmt: skip


def _row(found: File, kind: LineKind, line: Model, on: date, is_open: bool) -> dict[str, Any]:
    state = known_by(snapshot(line), kind, on)
    opened = is_open and opens(found, kind)
    cells = {name: said(kind, name, state, is_open=opened) for name in kind.fields}
    return {**cells, "url": url_of(found, line)}


def opens(found: File, kind: LineKind) -> bool:
    """Whether what the kind masks may be opened for this reader at all."""
    return found.may_see_sensitive or (found.is_own and not kind.is_internal)


def _may_write(found: File, kind: LineKind) -> bool:
    return found.may_edit and (found.may_see_sensitive or not kind.needs_sensitive)
