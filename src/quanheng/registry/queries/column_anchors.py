"""Anchors of persons (`Anchor`) as columns: those kept in the database where they hold on the day, worked out from the lines for others."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, reduce
from pathlib import Path
from zlib import crc32

import polars as pl

from quanheng.registry.queries.column_careers import ARRAYS, career_anchors, careers
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
    """The anchors of some persons on a day, `key` and the columns of `Anchor`; its arrays as one column a level.

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


@cache
def made_by() -> int:
    """A number that changes with the code and the code tables that anchors are worked out by: others' are not used."""
    room = Path(__file__).parent.parent
    files = sorted([*room.glob("queries/*.py"), *room.glob("data/codes/*.csv")])
    return reduce(lambda sum_, file: crc32(file.read_bytes(), sum_), files, 0) & 0x7FFFFFFF


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
    """The rows as the table has them: numbers of all levels in one array; {} when there are none."""
    arrays = [
        pl.when(pl.all_horizontal(pl.col(names).is_null()))
        .then(pl.lit("{}"))
        .otherwise(
            pl.concat_str(
                pl.lit("{"),
                pl.concat_str(
                    [pl.col(each).cast(pl.String).fill_null("NULL") for each in names], separator=","
                ),
                pl.lit("}"),
            )
        )
        .alias(name)
        for name, names in ARRAYS.items()
    ]
    single = [
        name
        for name in worked_out.columns
        if name not in {each for names in ARRAYS.values() for each in names}
    ]
    return worked_out.select(*single, *arrays).rename({"key": "person_id"})
