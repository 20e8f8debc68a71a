"""Rows of a roster as an exchange package: the way back from `hzb_roster`. Codes as the edition of 2018 has them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quanheng.exchange.core.hzb import Package
from quanheng.exchange.core.hzb_columns import COLUMNS
from quanheng.exchange.core.hzb_fields import FIELDS
from quanheng.exchange.core.roster import Value
from quanheng.exchange.core.roster_layout import Column, layouts
from quanheng.registry.core import codes

Cells = Mapping[str, Value]
_EDITION = "20171020"
_WHOLE = "21"
_DOTTED = re.compile(r"[0-9]{3}(?:\.[0-9]{3})*")
_UNITS, _PEOPLE, _SEATS = "B01单位", "A01人员", "A02职务"


@dataclass(frozen=True)
class PersonRows:
    """One person for a package (干部): the key of all tables, the unit's code, the rows by sheet, the name of the photograph."""

    key: str
    unit_code: str
    rows: Sequence[tuple[str, Cells]]
    photo: str = ""


def package(
    people: Iterable[PersonRows], units: Sequence[Cells], *, at: datetime, photos: Mapping[str, bytes]
) -> Package:
    """People and units as the tables of a package; sheets it has no table for (A11培训) stay out.

    >>> made = package([PersonRows("1", "", [("A01人员", {"name": "张三", "sex": "1"})])], [], at=datetime(2026, 11, 21), photos={})
    >>> made.tables["A01"][0]["A0101"], made.info["psncount"]
    ('张三', '1')
    """
    keys = unit_keys(units)
    tables: dict[str, list[dict[str, str]]] = {table: [] for table in COLUMNS}
    tables["B01"] = [_unit(unit, keys) for unit in units]
    for person in people:
        for sheet, cells in person.rows:
            if sheet in FIELDS:
                tables[FIELDS[sheet][0]].append(_record(sheet, cells, person, keys))
        if person.photo:
            tables["A57"].append({"A0000": person.key, "A5714": person.photo})
    return Package(_info(tables, at), {name: tuple(rows) for name, rows in tables.items()}, photos)


def unit_keys(units: Sequence[Cells]) -> dict[str, str]:
    """Our code to the tree key of the package: groups of three digits. Codes that are of that shape already stay.

    >>> unit_keys([{"organisation_code": "甲"}, {"organisation_code": "甲.1", "parent_code": "甲"}])
    {'甲': '001', '甲.1': '001.001'}
    """
    wanted = [str(unit["organisation_code"]) for unit in units]
    if all(_DOTTED.fullmatch(code) for code in wanted):
        return {code: code for code in wanted}
    keys: dict[str, str] = {}
    below: dict[str, int] = {}
    for unit in units:
        over = keys.get(str(unit.get("parent_code") or ""), "")
        below[over] = below.get(over, 0) + 1
        keys[str(unit["organisation_code"])] = f"{over}.{below[over]:03d}" if over else f"{below[over]:03d}"
    return keys


def _unit(unit: Cells, keys: Mapping[str, str]) -> dict[str, str]:
    code = str(unit["organisation_code"])
    found = _filled(_UNITS, unit) | {
        "B0114": code,
        "B0111": keys[code],
        "B0121": keys.get(str(unit.get("parent_code") or ""), ""),
    }
    return _ordered("B01", found)


def _record(sheet: str, cells: Cells, person: PersonRows, keys: Mapping[str, str]) -> dict[str, str]:
    found = _filled(sheet, cells) | {"A0000": person.key}
    if sheet == _PEOPLE:
        found["A0195"] = keys.get(person.unit_code, "")
    if sheet == _SEATS:
        found["A0201B"] = keys.get(str(cells.get("organisation_code") or ""), "")
    return _ordered(FIELDS[sheet][0], found)


def _ordered(table: str, found: Mapping[str, str]) -> dict[str, str]:
    return {column: found.get(column, "") for column in COLUMNS[table]}


def _filled(sheet: str, cells: Cells) -> dict[str, str]:
    _, fields = FIELDS[sheet]
    columns = {column.key: column for column in layouts()[sheet].columns}
    return {
        column: _said(sheet, columns[key], cells)
        for key, column in fields.items()
        if cells.get(key) not in (None, "")
    }


def _said(sheet: str, column: Column, cells: Cells) -> str:
    value = cells[column.key]
    change = _CHANGES.get((sheet, column.key))
    if change is not None:
        return change(str(value), cells)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return f"{value:%Y%m}" if value.day == 1 else f"{value:%Y%m%d}"
    return _coded(column.options, str(value)) if column.kind in ("code", "open") else str(value)


def _coded(tables: Iterable[str], said: str) -> str:
    """The code of the first table that knows the words; the words where none does."""
    return next(
        (
            code
            for table in tables
            if (code := said if said in codes.table(table) else codes.find(table, said))
        ),
        said,
    )


def _words(table: str) -> Callable[[str, Cells], str]:
    """These columns hold words."""
    return lambda said, cells: codes.label(table, said) if said in codes.table(table) else said


def _level(said: str, cells: Cells) -> str:
    """`131` is `0131` in the cadre tables and `1A31` since 2018."""
    label = codes.label("post_level", said) if said in codes.table("post_level") else said
    old = said if said in codes.table("post_level_zb09") else codes.find("post_level_zb09", label) or ""
    return f"1A{old[2:]}" if len(old) == 4 and old.startswith("01") else old or said


def _rank(said: str, cells: Cells) -> str:
    """`11` is `1A11` since 2018."""
    code = _coded(("rank",), said)
    return f"1A{code}" if code in codes.table("rank") and len(code) == 2 and code.startswith("1") else code


def _level_or_rank(said: str, cells: Cells) -> str:
    return _level(said, cells) if cells.get("kind") == "职务层次" else _rank(said, cells)


def _award(said: str, cells: Cells) -> str:
    """Our table of sanctions has codes of its own: their words are looked for in the published one."""
    words = codes.label("discipline", said) if said in codes.table("discipline") else said
    code = _coded(("award_punishment",), words)
    return code if code in codes.table("award_punishment") else ""


_CHANGES: dict[tuple[str, str], Callable[[str, Cells], str]] = {
    ("A01人员", "health"): _words("health"),
    ("A01人员", "professional_title"): _words("professional_title"),
    ("A01人员", "post_level"): _level,
    ("A01人员", "rank"): _rank,
    ("A02职务", "is_leading"): lambda said, cells: "1" if cells.get("is_leading") else "2",
    ("A05职务职级", "kind"): lambda said, cells: "0" if said == "职务层次" else "1",
    ("A05职务职级", "level"): _level_or_rank,
    ("A14奖惩", "kind"): _award,
    ("A14奖惩", "post_level"): _level,
    ("A36家庭及社会关系", "relation"): _words("kinship"),
    ("A36家庭及社会关系", "political_status"): _words("political_status"),
}


def _info(tables: Mapping[str, Sequence[Mapping[str, str]]], at: datetime) -> dict[str, str]:
    """The nodes of gwyinfo.xml; the first unit without one above it in the package is its root."""
    root: Mapping[str, str] = next((unit for unit in tables["B01"] if not unit["B0121"]), {})
    nodes = {
        "type": _WHOLE, "time": f"{at:%Y-%m-%d %H:%M:%S}", "dataversion": _EDITION, "psncount": str(len(tables["A01"])),
        "orgcount": str(len(tables["B01"])), "photodir": "Photos",
    }  # fmt: skip
    return nodes | {name: root.get(name, "") for name in ("B0101", "B0111", "B0114", "B0194")}
