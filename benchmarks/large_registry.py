"""A large invented registry for measurements: the demonstration city's people again and again under other keys.

The same spread of careers, gaps and boundary cases as the city; nobody of them has an identity number, a seat, or what is bound to the person it was sealed for.
"""

import time

import psycopg
from psycopg import sql
from rich.console import Console

from quanheng.site.database import embedded_url, home

SOURCE, LARGE = "quanheng_rehearsal", "quanheng_large"
TABLES = ("person", "assignment", "rank", "education", "training", "yeargrade", "sanction", "relative", "filegap")
_EMPTY = {"number_index", "post_id", "other_id", "photo"}
_SEALED = ("id_number", "awards", "appraisals", "form_extra", "source", "message")
_BLANK = dict.fromkeys(_SEALED, "''::bytea") | {"number_flags": "''", "number_against": "''"}
_KEYS = {"key", "person_id"}


def grow(console: Console, *, times: int) -> int:
    """A database LARGE with the city and `times` copies of its people; how many people there are. Needs a rehearsal."""
    url = embedded_url(home())
    with psycopg.connect(url, autocommit=True) as server:
        for said in ("DROP DATABASE IF EXISTS {large}", "CREATE DATABASE {large} TEMPLATE {source}"):
            server.execute(sql.SQL(said).format(large=sql.Identifier(LARGE), source=sql.Identifier(SOURCE)))
    with psycopg.connect(url, dbname=LARGE, autocommit=True) as made:
        made.execute("SET session_replication_role = replica")  # copies of rows that were checked when they came in
        for table in TABLES:
            begun = time.perf_counter()
            rows = _copy(made, f"registry_{table}", times)
            console.print(f"{table}: {rows} in {time.perf_counter() - begun:.1f} s")
        made.execute("VACUUM ANALYZE")
        [count] = made.execute("SELECT count(*) FROM registry_person").fetchone() or (0,)
    return int(count)


def _copy(made: psycopg.Connection, table: str, times: int) -> int:
    read = (
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND column_name <> 'id' AND is_generated = 'NEVER' ORDER BY ordinal_position"
    )
    names = [name for (name,) in made.execute(read, [table])]
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    values = sql.SQL(", ").join(map(_value, names))
    said = sql.SQL("INSERT INTO {table} ({columns}) SELECT {values} FROM {table} AS x CROSS JOIN generate_series(1, {times}) AS n")
    filled = said.format(table=sql.Identifier(table), columns=columns, values=values, times=sql.Literal(times))
    return made.execute(filled).rowcount


def _value(name: str) -> sql.Composable:
    """New keys are made of the old one and the number of the copy, so that a copy's rows find their person."""
    if name in _EMPTY:
        return sql.SQL("NULL")
    if name in _BLANK:
        return sql.SQL(_BLANK[name])
    column = sql.SQL("x.{}").format(sql.Identifier(name))
    return sql.SQL("md5({}::text || n)::uuid").format(column) if name in _KEYS else column
