"""The facts of everybody held against one post, as columns: what `queries.facts` says of one person, for many at once.

Needs the extra `bulk` (Polars). What the columns mean is said in `anchor_columns`; nothing here asks the database.
"""

from collections.abc import Iterable
from datetime import date

import polars as pl

from quanheng.kernel.dates import NO_DATE
from quanheng.registry.core.anchor_columns import ASKED, GRADES_FROM, LETTERS
from quanheng.registry.core.asked import Asked
from quanheng.registry.core.column_candidacy import (
    candidacy_facts,
    clock_starts,
    clocks_shown,
    jump_to,
    promotion_facts,
)
from quanheng.registry.core.column_frame import settled_columns, understood
from quanheng.registry.core.column_months import calendar_months
from quanheng.registry.core.gaps import BOUNDLESS, FIGURES, RESTS_ON
from quanheng.registry.core.readings import WEAK, is_fit, party_months
from quanheng.registry.core.restrictions import Sanctioned, restrictions

UNRECORDED = {
    "is_restriction_still_felt": False,
    "restricted_until": NO_DATE,
    "restriction_advised_until": NO_DATE,
}
"""Of those without any sanction."""


def restricted_by(sanctions: Iterable[Sanctioned], on: date) -> pl.DataFrame:
    """Windows of sanctions, person by person: few have any, and their law is not to be written twice."""
    rows: dict[str, list[Sanctioned]] = {}
    for row in sanctions:
        rows.setdefault(row.key, []).append(row)
    found = [{"key": key, **restrictions(same, on)} for key, same in rows.items()]
    schema = {
        "key": pl.String,
        "is_restriction_still_felt": pl.Boolean,
        "restricted_until": pl.Date,
        "restriction_advised_until": pl.Date,
    }
    return pl.DataFrame(found, schema=schema)


def facts_of(everybody: pl.DataFrame, asked: Asked, restricted: pl.DataFrame) -> pl.DataFrame:
    """`key` and a column for each fact of everybody in rows of `anchor_columns.PEOPLE` and `FIGURES`; null is unknown.

    `restricted` is what `restricted_by` says of the sanctions asked about: once for many rows taken part by part.
    """
    on = asked.on
    everybody = everybody.with_columns(
        *(pl.col(kept).alias(name) for name, kept in ASKED.items()),
        pl.col("grades").str.slice(on.year - 3 - GRADES_FROM, 3),
        jump_to(asked.level).alias("level_jump"),
    )
    everybody = everybody.with_columns(clocks_shown(on))
    facts = everybody.select("key", *_own(everybody, on), *_facts(asked))
    facts = _unsettled(_with_restrictions(facts, restricted), asked)
    return facts.with_columns(pl.lit(value).alias(name) for name, value in asked.post_facts.items())


def starts_of(everybody: pl.DataFrame) -> pl.DataFrame:
    """Row by row the same persons: for each clock the day from which it runs, null where it stands still."""
    named = everybody.with_columns(pl.col(kept).alias(name) for name, kept in ASKED.items())
    return named.select(start.alias(fact) for fact, start in clock_starts().items())


def _own(rows: pl.DataFrame, on: date) -> list[pl.Expr]:
    """service_months, party_full_months, is_fit_for_duty from `started`, `status` and `health`."""
    started = pl.col("started")
    service = pl.when(started <= on).then(calendar_months(started, pl.lit(on))).cast(pl.Int64)
    return [
        service.alias("service_months"),
        understood(rows["status"], party_months, pl.Int64).alias("party_full_months"),
        understood(rows["health"], is_fit, pl.Boolean).alias("is_fit_for_duty"),
    ]


def _facts(asked: Asked) -> list[pl.Expr]:
    whole = {
        "education_rank": "education",
        "training_hours_5y": "training_hours",
        "training_months_5y": "training_months",
    }
    return [
        *promotion_facts(asked.on),
        *candidacy_facts(asked.level, asked.on, is_leading=asked.is_leading),
        *(pl.col(name).cast(pl.Int64).alias(fact) for fact, name in whole.items()),
        *_grades(),
        *(pl.col(name) for name in ("has_spouse", "is_spouse_abroad", "is_every_child_abroad")),
    ]


def _grades() -> list[pl.Expr]:
    """last_year_grade and weak_grades_3y from the letters of the last three years, the earliest first."""
    words = {letter: word for word, letter in LETTERS.items()}
    weak = pl.col("grades").str.count_matches(f"[{''.join(LETTERS[word] for word in WEAK)}]").cast(pl.Int64)
    is_whole = pl.col("grades").str.contains(f"^[{''.join(words)}]{{3}}$")
    last = pl.col("grades").str.slice(2, 1).replace_strict(words, default=None, return_dtype=pl.String)
    return [
        last.alias("last_year_grade"),
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


def _unsettled(facts: pl.DataFrame, asked: Asked) -> pl.DataFrame:
    """The facts with those set to unknown that a line missing from the file could change; each rests on one noun."""
    changed = []
    for noun in asked.gaps.keys() & RESTS_ON.keys():
        has_gap = pl.col("key").is_in(list(asked.gaps[noun]))
        for name in RESTS_ON[noun]:
            figure = FIGURES.get(name)
            bound = pl.lit(BOUNDLESS)
            kept = settled_columns(pl.col(name), bound, figure=figure, on=asked.on) if figure else None
            changed.append(pl.when(~has_gap).then(pl.col(name)).otherwise(kept).alias(name))
    return facts.with_columns(changed)
