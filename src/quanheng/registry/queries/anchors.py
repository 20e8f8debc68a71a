"""Everybody with the anchors (`Anchor`) at hand for a day: one statement, its answer as text.

No Polars here: the statement is asked while Polars and the law are still being loaded (`fact_columns` reads the answer).
"""

from datetime import date
from functools import cache, reduce
from pathlib import Path
from zlib import crc32

from django.db import connection

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

OWN = {"started": (DAY, "work_started_on"), "status": (WORD, "political_status"), "health": (WORD, "health")}
KEPT = {
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
    **{name: COUNT for names in ARRAYS.values() for name in names},
}
"""The columns of `Anchor.line`, in its order. `roots`, `section`, `clerk`: clocks as `column_months` has them."""

COLUMNS = {"key": CODE, **{name: kind for name, (kind, _) in OWN.items()}, **KEPT}
"""What `everybody` reads, {name: kind}; `has_line` is empty where no anchor is at hand."""


@cache
def made_by() -> int:
    """A number that changes with the code and the code tables that anchors are worked out by: others' are not used."""
    room = Path(__file__).parent.parent
    files = sorted([*room.glob("queries/*.py"), *room.glob("data/codes/*.csv")])
    return reduce(lambda sum_, file: crc32(file.read_bytes(), sum_), files, 0) & 0x7FFFFFFF


def asked(post: Post) -> dict[str, str]:
    """What a post asks of the arrays, {the name of the figure: its column}."""
    deputy, chief, rung = (LEVELS.index(each(post)) for each in (same_tier_deputy, chief_below, rung_below))
    places = {"deputy": ("tenures", deputy), "chief": ("tenures", chief), "seats": ("posts", rung)}
    sure = {name: ARRAYS[array][place] for name, (array, place) in places.items()}
    return {**sure, **{f"{name}_most": ARRAYS[f"{array}_most"][place] for name, (array, place) in places.items()}}


def everybody(*, by: Account, on: date, today: date, filters: Filters | None) -> str:
    """A line for each person `by` may see with the rights of `today`."""
    fields = [said for _, said in OWN.values()]
    seen = people(by=by, on=today, filters=filters).order_by().values_list("pk", *fields)
    sql, given = seen.query.get_compiler(connection=connection, elide_empty=False).as_sql()
    holds = "a.person_id = p.key AND a.made_by = %s AND a.holds_from <= %s AND (a.holds_until IS NULL OR a.holds_until > %s)"
    source = f"({sql}) p(key, {', '.join(fields)}) LEFT JOIN registry_anchor a ON {holds}"
    said = {"key": (CODE, "p.key"), **OWN, "line": (CODE, f"COALESCE(a.line, repeat(E'\\x1f', {len(KEPT) - 1}))")}
    return fetch(said, source=source, given=[*given, made_by(), on, on])
