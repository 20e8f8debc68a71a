"""The facts of everybody somebody may see, as one Polars frame: `facts_for` in columns, in four statements.

For judging a whole registry at once (`regulation.core.bulk`). Needs the extra `bulk`; load this module only where it is used.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl
from django.db import transaction

from quanheng.access.models import Account
from quanheng.registry.models import Post
from quanheng.registry.queries import anchors
from quanheng.registry.queries.anchors import ARRAYS, ASKED, ASKED_AT, COLUMNS, GRADES_FROM, PLAIN, levels_of
from quanheng.registry.queries.column_anchors import CHUNK, work_out
from quanheng.registry.queries.column_candidacy import candidacy_facts, clock_starts, promotion_facts
from quanheng.registry.queries.column_files import LETTERS
from quanheng.registry.queries.column_person import UNRECORDED, gaps, own_facts, restriction_facts
from quanheng.registry.queries.column_reading import frame, settled_columns
from quanheng.registry.queries.facts_gaps import BOUNDLESS, FIGURES, RESTS_ON
from quanheng.registry.queries.facts_person import WEAK
from quanheng.registry.queries.facts_post import post_facts
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
    *,
    by: Account,
    post: Post,
    on: date,
    today: date | None = None,
    filters: Filters | None = None,
    said: str | None = None,
) -> FactColumns:
    """One row for every person `by` may see: `key`, and a column for each fact that `facts_for` gives; null is unknown.

    The facts are those of the day `on`; what may be seen is decided by the rights of `today` (`on` when not given).
    `said` is what `anchors.everybody` answered to the same question, when it was asked beforehand.
    """
    with transaction.atomic():
        if said is None:
            said = anchors.everybody(by=by, post=post, on=on, today=today or on, filters=filters)
        everybody = frame(said, COLUMNS)
        absent = everybody.filter(pl.col("has_line").is_null())["key"]
        if absent.len():
            everybody = everybody.update(_worked_out(absent, post, on), on="key")
        restricted, missing = restriction_facts(on), gaps()
    everybody = everybody.with_columns(
        *(pl.col(kept).alias(name) for name, kept in ASKED.items()),
        pl.col("grades").str.slice(on.year - 3 - GRADES_FROM, 3),
    )
    facts = everybody.select("key", *own_facts(everybody, on), *_facts(post, on))
    facts = _unsettled(_with_restrictions(facts, restricted), missing, on)
    seat = post_facts(post, on)
    rows = facts.with_columns(pl.lit(value).alias(name) for name, value in seat.items())
    starts = everybody.select(start.alias(fact) for fact, start in clock_starts().items())
    return FactColumns(rows, starts, absent.len())


def _worked_out(keys: pl.Series, post: Post, on: date) -> pl.DataFrame:
    """The same columns for those whose anchors are not at hand."""
    at_levels = {
        f"{array}_{level}": names[place]
        for level, place in zip(ASKED_AT, levels_of(post), strict=True)
        for array, names in ARRAYS.items()
    }
    parts = [work_out(keys.slice(start, CHUNK).to_list(), on) for start in range(0, keys.len(), CHUNK)]
    named = [pl.col(name).alias(asked_as) for asked_as, name in at_levels.items()]
    return pl.concat(parts).select("key", *PLAIN, *named)


def _facts(post: Post, on: date) -> list[pl.Expr]:
    whole = {
        "education_rank": "education",
        "training_hours_5y": "training_hours",
        "training_months_5y": "training_months",
    }
    return [
        *promotion_facts(on),
        *candidacy_facts(post, on),
        *(pl.col(name).cast(pl.Int64).alias(fact) for fact, name in whole.items()),
        *_grades(),
        *(pl.col(name) for name in ("has_spouse", "is_spouse_abroad", "is_every_child_abroad")),
    ]


def _grades() -> list[pl.Expr]:
    """last_year_grade and weak_grades_3y from the letters of the last three years, the earliest first."""
    words = {letter: word for word, letter in LETTERS.items()}
    year = [
        pl.col("grades").str.slice(place, 1).replace_strict(words, default=None, return_dtype=pl.String)
        for place in range(3)
    ]
    weak = pl.sum_horizontal(each.is_in(list(WEAK)).fill_null(False).cast(pl.Int64) for each in year)
    is_whole = pl.all_horizontal(each.is_not_null() for each in year)
    return [
        year[2].alias("last_year_grade"),
        pl.when((weak > 0) | is_whole).then(weak).alias("weak_grades_3y"),
    ]


def _with_restrictions(facts: pl.DataFrame, restricted: pl.DataFrame) -> pl.DataFrame:
    """Nobody without a sanction is restricted; an unknown window of somebody with one stays unknown."""
    joined = facts.join(
        restricted.with_columns(is_recorded=pl.lit(True)), on="key", how="left", maintain_order="left"
    )
    is_recorded = pl.col("is_recorded").fill_null(False)
    return joined.with_columns(
        pl.when(is_recorded).then(pl.col(name)).otherwise(pl.lit(value)).alias(name)
        for name, value in UNRECORDED.items()
    ).drop("is_recorded")


def _unsettled(facts: pl.DataFrame, missing: dict[str, list[str]], on: date) -> pl.DataFrame:
    """The facts with those set to unknown that a line missing from the file could change."""
    for noun, names in RESTS_ON.items():
        if noun not in missing:
            continue
        has_gap = pl.col("key").is_in(missing[noun])
        changed = []
        for name in names:
            figure = FIGURES.get(name)
            kept = settled_columns(pl.col(name), pl.lit(BOUNDLESS), figure=figure, on=on) if figure else None
            changed.append(pl.when(~has_gap).then(pl.col(name)).otherwise(kept).alias(name))
        facts = facts.with_columns(changed)
    return facts
