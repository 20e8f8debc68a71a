"""Everybody with the anchors (`Anchor`) at hand for a day, as text, and what they are held against.

No Polars here: `core.column_facts` reads the answer, in this process or in another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, reduce
from pathlib import Path
from zlib import crc32

from django.db import connection, transaction

from quanheng.access.models import Account
from quanheng.registry.core.anchor_columns import AT_LEVELS, OWN, PLAIN, levels_of
from quanheng.registry.core.asked import Asked
from quanheng.registry.core.column_kinds import CODE
from quanheng.registry.core.restrictions import Sanctioned
from quanheng.registry.models import FileGap, Post, Sanction
from quanheng.registry.queries.column_text import fetch_in_parts
from quanheng.registry.queries.facts_post import post_facts
from quanheng.registry.queries.people import Filters, people

TOGETHER = 40_000
"""People in one part: fewer would make more work of it, more would wait longer for each other."""

_WATCHED = ("queries/*.py", "core/*.py", "data/codes/*.csv")


@cache
def made_by() -> int:
    """A number that changes with the code and the code tables that anchors are worked out by: others' are not used."""
    room = Path(__file__).parent.parent
    files = sorted(file for pattern in _WATCHED for file in room.glob(pattern))
    return reduce(lambda sum_, file: crc32(file.read_bytes(), sum_), files, 0) & 0x7FFFFFFF


def asked_of(post: Post, on: date) -> Asked:
    """What a post asks of everybody on a day; two statements."""
    rows = Sanction.objects.order_by("person", "-effective_on")
    sanctions = [Sanctioned(str(key), *rest) for key, *rest in rows.values_list("person_id", *Sanctioned._fields[1:])]
    gaps: dict[str, list[str]] = {}
    for key, noun in FileGap.objects.order_by().values_list("person_id", "noun").distinct():
        gaps.setdefault(noun, []).append(str(key))
    return Asked(on, post.level, post.is_leading, post_facts(post, on), sanctions, gaps)


def everybody(*, by: Account, post: Post, on: date, today: date, filters: Filters | None) -> Iterator[bytes]:
    """A line for each person `by` may see with the rights of `today`, in the columns of `COLUMNS`; some thousand at a time."""
    fields = [said for _, said in OWN.values()]
    seen = people(by=by, on=today, filters=filters).order_by().values_list("pk", *fields)
    sql, given = seen.query.get_compiler(connection=connection, elide_empty=False).as_sql()
    holds = "a.person_id = p.key AND a.holds_from <= %s AND (a.holds_until IS NULL OR a.holds_until > %s)"
    source = f"({sql}) p(key, {', '.join(fields)}) LEFT JOIN registry_anchor a ON {holds}"
    said = {"key": (CODE, "p.key"), **OWN, "figures": (CODE, _figures(post))}
    with _in_one_go():
        yield from fetch_in_parts(said, source=source, given=[*given, on, on], rows=TOGETHER)


@contextmanager
def _in_one_go() -> Iterator[None]:
    """One process of the database, as another core takes what it brings; all of it wanted; with room for the whole join."""
    wanted = {"max_parallel_workers_per_gather": "0", "work_mem": "'64MB'", "cursor_tuple_fraction": "1"}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL {name} = {value}" for name, value in wanted.items()))
        yield
        cursor.execute("; ".join(f"SET LOCAL {name} TO DEFAULT" for name in wanted))


def _figures(post: Post) -> str:
    """Not a condition of the join: after a change of the code the table's statistics know only the number before."""
    levels = (f"a.levels[{place + 1}]" for place in levels_of(post.level))
    kept = ", E'\\x1f', ".join(["a.line", *levels])
    nothing = len(PLAIN) + len(AT_LEVELS) - 1
    return f"CASE WHEN a.made_by = {made_by()} THEN concat({kept}) ELSE repeat(E'\\x1f', {nothing}) END"
