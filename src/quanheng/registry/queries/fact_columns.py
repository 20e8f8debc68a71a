"""The facts of everybody somebody may see, as one Polars frame: `facts_for` in columns, in four statements.

For judging a whole registry at once (`regulation.core.bulk`). Needs the extra `bulk`; load this module only where it is used.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl
from django.db import transaction

from quanheng.access.models import Account
from quanheng.registry.core.anchor_columns import ARRAYS, ASKED_AT, FIGURES, PEOPLE, PLAIN, levels_of
from quanheng.registry.core.column_facts import facts_of, restricted_by, starts_of
from quanheng.registry.core.column_frame import frame
from quanheng.registry.core.column_kinds import LINE
from quanheng.registry.models import Post
from quanheng.registry.queries import anchors
from quanheng.registry.queries.column_anchors import CHUNK, work_out
from quanheng.registry.queries.people import Filters


@dataclass(frozen=True)
class FactColumns:
    """事实表: a row for every person; `worked_out` counts those whose anchors were not at hand.

    `starts`, row by row the same persons: for each clock among the facts the day from which it runs, null where it stands still.
    """

    rows: pl.DataFrame
    starts: pl.DataFrame
    worked_out: int


def fact_columns(
    *, by: Account, post: Post, on: date, today: date | None = None, filters: Filters | None = None
) -> FactColumns:
    """One row for every person `by` may see: `key`, and a column for each fact that `facts_for` gives; null is unknown.

    The facts are those of the day `on`; what may be seen is decided by the rights of `today` (`on` when not given).
    """
    with transaction.atomic():
        asked = anchors.asked_of(post, on)
        parts = anchors.everybody(by=by, post=post, on=on, today=today or on, filters=filters)
        seen = frame(next(parts, b""), PEOPLE)
        figures = frame(LINE.encode().join(parts), FIGURES)
        everybody = seen.join(figures, on="key", how="left", maintain_order="left")
        absent = everybody.filter(pl.col("has_line").is_null())["key"]
        if absent.len():
            everybody = everybody.update(_worked_out(absent, post, on), on="key")
    rows = facts_of(everybody, asked, restricted_by(asked.sanctions, on))
    return FactColumns(rows, starts_of(everybody), absent.len())


def _worked_out(keys: pl.Series, post: Post, on: date) -> pl.DataFrame:
    """The same columns for those whose anchors are not at hand."""
    at_levels = {
        f"{array}_{level}": names[place]
        for level, place in zip(ASKED_AT, levels_of(post.level), strict=True)
        for array, names in ARRAYS.items()
    }
    parts = [work_out(keys.slice(start, CHUNK).to_list(), on) for start in range(0, keys.len(), CHUNK)]
    named = [pl.col(name).alias(asked_as) for asked_as, name in at_levels.items()]
    return pl.concat(parts).select("key", *PLAIN, *named)
