"""Row-level security as data: the tables' classes and conditions become the policies that the owner puts in place.

Here the SQL is made, and nothing is run; the conditions are in `data/tables.toml`, their functions in each room's `data/guard.sql`.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quanheng.access.core.insert_only import erasing
from quanheng.access.core.roles import PERMISSIONS, ROLES

CLASSES = ("person", "authority", "case", "import", "reference", "directory", "log", "system")
_FIELD = {"person": "people", "case": "cases", "import": "imports", "log": "cases"}
OWNER = "owner"

REACHES: dict[str, tuple[str, ...]] = {
    "people": ("registry.view", "registry.sensitive", "registry.edit", "registry.erase", "exchange.import"),
    "imports": ("exchange.import",),
    "cases": ("selection.", "meeting.", "disclosure.", "procedure.", "oversight."),
    "business": ("registry.view", "registry.sensitive", "registry.edit", "registry.erase", "exchange.", "establishment.", "selection.", "meeting.",
                 "disclosure.", "procedure.", "oversight.", "regulation."),
    "own": ("registry.own",),
    "accounts": ("access.accounts",),
    "grants": ("access.grants",),
    "keys": ("access.keys",),
    "journal": ("access.journal",),
    "requests": ("access.request",),
}  # fmt: skip
"""Which permissions make a grant reach which rows; a permission in none of these reaches nothing."""


@dataclass(frozen=True)
class Table:
    """表的归类: whose rows it holds, and the conditions to read, to change and to add a row."""

    name: str
    kind: str
    read: str
    write: str
    add: str


@cache
def tables() -> dict[str, Table]:
    """Every classified table. ValueError for an unknown class or word."""
    said = tomllib.loads((_package() / "access" / "data" / "tables.toml").read_text(encoding="utf-8"))
    made = {name: _table(name, row) for name, row in said.items()}
    for each in made.values():
        if each.kind not in CLASSES:
            raise ValueError(f"table {each.name}: unknown class {each.kind!r}")
    return made


def _table(name: str, row: Mapping[str, str]) -> Table:
    read = row["read"].strip()
    write = row.get("write", read).strip()
    return Table(name, row["class"], read, write, row.get("add", write).strip())


def role_reaches() -> list[tuple[str, str]]:
    """(role, field) for every role: what its permissions come to."""
    return [
        (role.code, field)
        for role in ROLES.values()
        for field, meant in REACHES.items()
        if any(permission.startswith(meant) for permission in role.permissions)
    ]


def unreached() -> set[str]:
    """Permissions that no field names."""
    return {permission for permission in PERMISSIONS if not any(permission.startswith(meant) for meant in REACHES.values())}


def statements(existing: Sequence[str], *, application: str) -> list[str]:
    """What the owner runs after the migrations: functions, then rights and policies of every table that is there."""
    known = tables()
    made = [path.read_text(encoding="utf-8") for path in _functions()]
    made += [f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{application}"', f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{application}"']
    for name in sorted({*existing, "access_seal", "access_rolereach"}):
        made += _guarded(known.get(name) or Table(name, "system", OWNER, OWNER, OWNER), application)
    return made + erasing(application)


def digest(existing: Sequence[str], *, application: str, key: bytes) -> str:
    """Stands for all that `statements` would do, the roles and the key: kept in the database to see whether it is behind."""
    parts = [*statements(existing, application=application), repr(role_reaches())]
    return hashlib.sha256(key + "\n".join(parts).encode()).hexdigest()


def proof(key: bytes, *parts: object) -> str:
    """The seal of some words under the key, as the database's `access_sealed` makes it."""
    said = "|".join(map(str, parts)).encode()
    return hashlib.sha256(key + hashlib.sha256(key + said).digest()).hexdigest()


def condition(table: Table, said: str) -> str:
    """The SQL of a condition; its words are explained at the head of `tables.toml`."""
    return re.sub(r"\b(reach|whole|unit|seat|any|power|mine|person|row)\(([\w., ]+)\)|\b(stated|inside)\b", lambda found: _word(table, found), said)


def _word(table: Table, found: re.Match[str]) -> str:
    if found[3]:
        return f"(SELECT access_is_{found[3]}())"
    given = [part.strip() for part in found[2].split(",")]
    column = f'{table.name}."{given[-1]}"'
    match found[1]:
        case "reach":
            return _reach(given[0], column)
        case "any" | "whole":
            return f"(SELECT access_{found[1]}('{given[0]}'))"
        case "power":
            return f"(SELECT access_power('{given[0]}'))"
        case "mine":
            return f"({column} = (SELECT access_who()) OR (SELECT access_is_system()))"
        case "unit":
            return _exists(given[0], f"registry_organisation seen WHERE seen.id = {column} AND {_reach(given[0], 'seen.authority_id')}")
        case "seat":
            joined = "registry_post seat JOIN registry_organisation seen ON seen.id = seat.organisation_id"
            return _exists(given[0], f"{joined} WHERE seat.id = {column} AND {_reach(given[0], 'seen.authority_id')}")
        case "person":
            return _exists("people", f"registry_person seen WHERE seen.key = {column}")
        case _:
            parent, key = given[0].split(".")
            return _exists(_FIELD.get(table.kind, "business"), f"{parent} seen WHERE seen.{key} = {column}")


def _reach(field: str, column: str) -> str:
    """A function, not `@>`: of an operator with a list unknown while planning, the database would expect hardly any row."""
    return f"multirange_contains_elem((SELECT access_reach('{field}')), {column})"


def _exists(field: str, said: str) -> str:
    """Who reaches everything is not asked about each row."""
    return f"CASE WHEN (SELECT access_whole('{field}')) THEN true ELSE EXISTS (SELECT 1 FROM {said}) END"  # noqa: S608  words of our own file


def _guarded(table: Table, application: str) -> list[str]:
    made = [f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY", f"ALTER TABLE {table.name} FORCE ROW LEVEL SECURITY"]
    made += [f"DROP POLICY IF EXISTS {name} ON {table.name}" for name in ("owner_all", "reads", "adds", "changes", "drops")]
    made.append(f"CREATE POLICY owner_all ON {table.name} TO CURRENT_USER USING (true) WITH CHECK (true)")
    if table.read == OWNER:
        return made
    read, write = condition(table, table.read), condition(table, table.write) if table.write != OWNER else ""
    made += [f"CREATE POLICY reads ON {table.name} FOR SELECT USING ({read})", f'GRANT SELECT ON {table.name} TO "{application}"']
    if not write:
        return made
    made += [f"CREATE POLICY adds ON {table.name} FOR INSERT WITH CHECK ({condition(table, table.add)})", f'GRANT INSERT ON {table.name} TO "{application}"']
    if table.kind == "log":
        return made
    return [
        *made,
        f"CREATE POLICY changes ON {table.name} FOR UPDATE USING ({read}) WITH CHECK ({write})",
        f"CREATE POLICY drops ON {table.name} FOR DELETE USING ({write})",
        f'GRANT UPDATE, DELETE ON {table.name} TO "{application}"',
    ]


def _functions() -> list[Path]:
    """The rooms' files; policies' words first."""
    found = sorted(_package().glob("*/data/guard.sql"))
    return sorted(found, key=lambda path: path.parts[-3] != "access")


def _package() -> Path:
    return Path(__file__).resolve().parents[2]


def missing(existing: Sequence[str], known: Mapping[str, Table] | None = None) -> tuple[set[str], set[str]]:
    """(tables that nobody classified, classified tables that do not exist)."""
    named = set(known if known is not None else tables())
    return set(existing) - named, named - set(existing)
