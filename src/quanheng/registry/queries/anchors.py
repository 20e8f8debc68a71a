"""Everybody with the anchors (`Anchor`) at hand for a day: one statement, its answer as text.

No Polars here: the statement is asked while Polars and the law are still being loaded (`fact_columns` reads the answer).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, reduce
from pathlib import Path
from zlib import crc32

from django.db import connection, transaction

from quanheng.access.models import Account
from quanheng.registry.models import Post
from quanheng.registry.queries.column_text import CODE, COUNT, DAY, FLAG, WORD, fetch
from quanheng.registry.queries.facts_candidacy import chief_below, rung_below, same_tier_deputy
from quanheng.registry.queries.facts_post import RUNGS
from quanheng.registry.queries.people import Filters, people

GRADES_FROM = 1950
"""The year of the first letter of `grades`."""

LEVELS = (*RUNGS, "152", "162", "2", "")
"""The levels that a post of any level asks about: the rungs, and what stands beside those without deputies of their own."""

ARRAYS = {
    name: [f"{name}_{place}" for place in range(len(LEVELS))]
    for name in ("tenures", "tenures_most", "posts", "posts_most")
}
"""Columns of a number at each level: months in leading posts, posts held; `_most` counts doubtful lines too."""

ASKED_AT = {"deputy": same_tier_deputy, "chief": chief_below, "rung": rung_below}
"""The levels that a post asks about: of all the numbers at levels only those at these are read."""

OWN = {"started": (DAY, "work_started_on"), "status": (WORD, "political_status"), "health": (WORD, "health")}
PLAIN = {
    "has_line": FLAG,
    "level": CODE,
    "is_rank_only": FLAG,
    "is_on_probation": FLAG,
    "promoted_on": DAY,
    "had_exception": FLAG,
    "roots": COUNT,
    "roots_most": COUNT,
    "section": COUNT,
    "clerk": COUNT,
    "education": COUNT,
    "training_hours": COUNT,
    "training_months": COUNT,
    "grades": CODE,
    "has_spouse": FLAG,
    "is_spouse_abroad": FLAG,
    "is_every_child_abroad": FLAG,
}
"""The columns of `Anchor.line`, in its order. `roots`, `section`, `clerk`: clocks as `column_months` has them."""

AT_LEVELS = {f"{array}_{level}": COUNT for level in ASKED_AT for array in ARRAYS}
COLUMNS = {"key": CODE, **{name: kind for name, (kind, _) in OWN.items()}, **PLAIN, **AT_LEVELS}
"""What `everybody` reads, {name: kind}; `has_line` is empty where no anchor is at hand."""

ASKED = {
    "deputy": "tenures_deputy",
    "deputy_most": "tenures_most_deputy",
    "chief": "tenures_chief",
    "chief_most": "tenures_most_chief",
    "seats": "posts_rung",
    "seats_most": "posts_most_rung",
}
"""{the figure that is held against a post: the column it is in}."""


@cache
def made_by() -> int:
    """A number that changes with the code and the code tables that anchors are worked out by: others' are not used."""
    room = Path(__file__).parent.parent
    files = sorted([*room.glob("queries/*.py"), *room.glob("data/codes/*.csv")])
    return reduce(lambda sum_, file: crc32(file.read_bytes(), sum_), files, 0) & 0x7FFFFFFF


def levels_of(post: Post) -> list[int]:
    """The places in `LEVELS` of the levels that the post asks about, in the order of `ASKED_AT`."""
    return [LEVELS.index(each(post)) for each in ASKED_AT.values()]


def everybody(*, by: Account, post: Post, on: date, today: date, filters: Filters | None) -> str:
    """A line for each person `by` may see with the rights of `today`: what is asked of everybody, and at the post's levels."""
    fields = [said for _, said in OWN.values()]
    seen = people(by=by, on=today, filters=filters).order_by().values_list("pk", *fields)
    sql, given = seen.query.get_compiler(connection=connection, elide_empty=False).as_sql()
    holds = "a.person_id = p.key AND a.holds_from <= %s AND (a.holds_until IS NULL OR a.holds_until > %s)"
    source = f"({sql}) p(key, {', '.join(fields)}) LEFT JOIN registry_anchor a ON {holds}"
    said = {"key": (CODE, "p.key"), **OWN, "figures": (CODE, _figures(post))}
    with _in_one_go():
        return fetch(said, source=source, given=[*given, on, on])


@contextmanager
def _in_one_go() -> Iterator[None]:
    """One process of the database, as the caller loads Polars on another core, with room for the whole join."""
    wanted = {"max_parallel_workers_per_gather": "0", "work_mem": "'64MB'"}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL {name} = {value}" for name, value in wanted.items()))
        yield
        cursor.execute("; ".join(f"SET LOCAL {name} TO DEFAULT" for name in wanted))


def _figures(post: Post) -> str:
    """Not a condition of the join: after a change of the code the table's statistics know only the number before."""
    kept = ", E'\\x1f', ".join(["a.line", *(f"a.levels[{place + 1}]" for place in levels_of(post))])
    nothing = len(PLAIN) + len(AT_LEVELS) - 1
    return f"CASE WHEN a.made_by = {made_by()} THEN concat({kept}) ELSE repeat(E'\\x1f', {nothing}) END"
