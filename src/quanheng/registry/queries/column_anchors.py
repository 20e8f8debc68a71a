"""Anchors of persons (`Anchor`) as columns: those kept in the database where they hold on the day, worked out from the lines for others."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import polars as pl

from quanheng.registry.core.anchor_columns import ARRAYS, LEVELS, PLAIN
from quanheng.registry.core.column_kinds import APART, COUNT, DAY, FLAG
from quanheng.registry.queries.anchors import made_by
from quanheng.registry.queries.column_careers import career_anchors, careers
from quanheng.registry.queries.column_files import (
    education_anchors,
    family_anchors,
    grade_anchors,
    training_anchors,
    turns,
)
from quanheng.registry.queries.column_reading import number_persons

FLAGS = ("is_rank_only", "has_line", "has_rank")
"""Never unknown: whose file says nothing has none."""

CHUNK = 50_000
"""Persons worked out in one go."""


def work_out(keys: Sequence[str], on: date) -> pl.DataFrame:
    """The anchors of some persons on a day, `key`, the period, and the columns of `PLAIN` and `ARRAYS`.

    Runs in the caller's transaction. A person of whom no line is on file has a row, too.
    """
    everybody = (
        pl.DataFrame({"key": keys}, schema={"key": pl.String}).with_row_index("n").cast({"n": pl.Int32})
    )
    number_persons(everybody)
    held = careers(on)
    education, finished = education_anchors(on)
    training, trained = training_anchors(on)
    for part in (career_anchors(held, on), education, training, grade_anchors(on), family_anchors(on)):
        everybody = everybody.join(part, on="n", how="left", maintain_order="left")
    moved = [
        turns(held.lines, "from_on", "until_on", "probation_on"),
        turns(held.ranks, "from_on", "until_on"),
    ]
    span = _span(pl.concat([*moved, finished, trained]), on)
    whole = everybody.join(span, on="n", how="left", maintain_order="left").drop("n")
    return whole.with_columns(
        pl.lit(made_by()).alias("made_by"),
        pl.col("holds_from").fill_null(date.min),
        *(pl.col(name).fill_null(False) for name in FLAGS),
        pl.col("grades").fill_null(""),
    )


def _span(turning: pl.DataFrame, on: date) -> pl.DataFrame:
    """From when until when nothing turns: the days between the last turn before and the next one; one day on which it turns."""
    low, high = pl.col("low"), pl.col("high")
    found = turning.group_by("n").agg(
        high.filter(high < on).max().alias("before"),
        low.filter(low > on).min().alias("after"),
        ((low <= on) & (high >= on)).any().alias("is_turning"),
    )
    day, following = pl.lit(on), pl.lit(on + timedelta(days=1))
    return found.select(
        "n",
        pl.when("is_turning").then(day).otherwise(pl.col("before") + pl.duration(days=1)).alias("holds_from"),
        pl.when("is_turning").then(following).otherwise(pl.col("after")).alias("holds_until"),
    )


def as_kept(worked_out: pl.DataFrame) -> pl.DataFrame:
    """The rows as the table has them: figures as text, as they are read (`frame`), those at levels a text for each level."""
    line = _said(PLAIN).alias("line")
    cells = [_said({names[place]: COUNT for names in ARRAYS.values()}) for place in range(len(LEVELS))]
    levels = pl.concat_str(pl.lit('{"'), pl.concat_str(cells, separator='","'), pl.lit('"}')).alias("levels")
    return worked_out.select(
        pl.col("key").alias("person_id"), "made_by", "holds_from", "holds_until", line, levels
    )


def _said(columns: Mapping[str, str]) -> pl.Expr:
    return pl.concat_str([_as_text(name, kind) for name, kind in columns.items()], separator=APART)


def _as_text(name: str, kind: str) -> pl.Expr:
    figure = pl.col(name).cast(pl.Int32) if kind in (DAY, FLAG) else pl.col(name)
    return figure.cast(pl.String).fill_null("")
