"""Everybody with the anchors (`Anchor`) at hand for a day, as text, and what they are held against.

No Polars here: `core.column_facts` reads the answer, in this process or in another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, reduce
from pathlib import Path
from typing import Any
from zlib import crc32

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from quanheng.access.models import Account
from quanheng.registry.core.anchor_columns import AT_LEVELS, OWN, PLAIN, levels_of
from quanheng.registry.core.asked import Asked
from quanheng.registry.core.column_kinds import CODE
from quanheng.registry.core.restrictions import Sanctioned
from quanheng.registry.models import Anchor, FileGap, Post, Sanction
from quanheng.registry.queries.column_text import fetch, fetch_in_parts
from quanheng.registry.queries.facts_post import post_facts
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.queries.sight import among, authorities_seen

TOGETHER = 3_000
"""Pages of the table in one part, some fifty thousand people: fewer would make more work of it, more would wait longer for each other."""
_PLACE = RawSQL('"registry_anchor".ctid', ())

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
    """Lines of all the persons `by` may see with the rights of `today` (`PEOPLE`), then of anchors (`FIGURES`), some thousand at a time.

    Whoever reads them puts them together, while the database goes on; it would take half as long again for it. Nothing of nobody.
    """
    fields = [said for _, said in OWN.values()]
    persons, given = _sql(people(by=by, on=today, filters=filters).order_by().values_list("pk", *fields))
    numbers = authorities_seen("registry.view", by=by, on=today)
    kept = Anchor.objects.filter(among(numbers, "authority"), Q(holds_until=None) | Q(holds_until__gt=on), holds_from__lte=on)
    anchors, told = _sql(kept.values_list("person", "made_by", "line", "levels", _PLACE))
    with _alone():
        source = f"({persons}) p(key, {', '.join(fields)})"
        if not (said := fetch({"key": (CODE, "p.key"), **OWN}, source=source, given=given)):
            return
        yield said
        figures = {"key": (CODE, "a.key"), "figures": (CODE, _figures(post))}
        source = f"({anchors}) a(key, made_by, line, levels, place)"
        yield from fetch_in_parts(figures, table="registry_anchor", source=source, given=told, pages=TOGETHER)


def _sql(rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    sql, given = rows.query.get_compiler(connection=connection, elide_empty=False).as_sql()
    return str(sql), tuple(given)


@contextmanager
def _alone() -> Iterator[None]:
    """By one process: to put together texts of several takes the database as long, and whoever judges meanwhile has a core less."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        yield
        cursor.execute("SET LOCAL max_parallel_workers_per_gather TO DEFAULT")


def _figures(post: Post) -> str:
    """Not a condition: after a change of the code the table's statistics know only the number before."""
    levels = (f"a.levels[{place + 1}]" for place in levels_of(post.level))
    kept = ", E'\\x1f', ".join(["a.line", *levels])
    nothing = len(PLAIN) + len(AT_LEVELS) - 1
    return f"CASE WHEN a.made_by = {made_by()} THEN concat({kept}) ELSE repeat(E'\\x1f', {nothing}) END"
