"""Anchors of persons held against one post, as columns: what `facts_candidacy` says of one person, for many at once."""

from datetime import date

import polars as pl

from quanheng.registry.core.column_frame import settled_columns
from quanheng.registry.core.column_months import months_between, months_shown, running_since
from quanheng.registry.core.gaps import FIGURES
from quanheng.registry.core.ladder import RUNGS, side_of


def candidacy_facts(level: str, on: date, *, is_leading: bool) -> list[pl.Expr]:
    """Level and step, tenures and seats, held against a post of a level; from the columns of `Anchor`, of `ASKED`, `jump_to` and `clocks_shown`."""
    jump = pl.col("level_jump")
    return [
        jump,
        _step(level, jump, is_leading=is_leading).alias("step"),
        _move(jump).alias("move"),
        *_tenures(on),
    ]


def jump_to(level: str) -> pl.Expr:
    """Rungs from the level held up to a post of a level; null off the ladder. Asked several times, so worked out first."""
    rungs = {each: place for place, each in enumerate(RUNGS)}
    here = rungs.get(level)
    if here is None:
        return pl.lit(None, dtype=pl.Int64)
    return pl.col("level").replace_strict(rungs, default=None, return_dtype=pl.Int64) - here


def clocks_shown(on: date) -> list[pl.Expr]:
    """The months that the clocks of `Anchor` show on a day, under the clocks' names. Asked several times, so worked out first."""
    clocks = ("deputy", "deputy_most", "chief", "chief_most", "roots", "roots_most", "section", "clerk")
    return [months_shown(pl.col(name), on).alias(name) for name in clocks]


def promotion_facts(on: date) -> list[pl.Expr]:
    """What does not depend on the post: probation, the last promotion."""
    since = months_between(pl.col("promoted_on"), pl.lit(on)).cast(pl.Int64)
    return [
        pl.col("is_on_probation").alias("is_on_post_probation"),
        since.alias("months_since_last_promotion"),
        pl.col("had_exception").alias("had_tenure_exception"),
    ]


def clock_starts() -> dict[str, pl.Expr]:
    """{fact: the day from which its clock runs}, null where it stands still: what tells when time alone will be enough."""
    clocks = {
        "months_as_deputy": "deputy",
        "months_as_chief_below": "chief",
        "grassroots_months": "roots",
        "months_in_section_ranks": "section",
        "months_as_first_clerk": "clerk",
    }
    return {
        **{fact: running_since(pl.col(name)) for fact, name in clocks.items()},
        "months_since_last_promotion": pl.col("promoted_on"),
        "service_months": pl.col("started").dt.month_start(),
    }


def _step(level: str, jump: pl.Expr, *, is_leading: bool) -> pl.Expr:
    normal = "deputy_to_chief" if side_of(level) == "chief" else "chief_to_upper_deputy"
    leads_only_by_rank = pl.col("is_rank_only") & pl.lit(is_leading)
    steps = pl.when(jump < 0).then(pl.lit("down")).when(leads_only_by_rank).then(pl.lit("rank_to_leader"))
    steps = steps.when(jump == 0).then(pl.lit("same_level")).when(jump > 1).then(pl.lit("skip"))
    return pl.when(jump.is_not_null()).then(steps.otherwise(pl.lit(normal)))


def _move(jump: pl.Expr) -> pl.Expr:
    return pl.when(jump > 0).then(pl.lit("promotion")).when(jump < 0).then(pl.lit("down"))


def _tenures(on: date) -> list[pl.Expr]:
    names = {"months_as_deputy": "deputy", "months_as_chief_below": "chief", "grassroots_months": "roots", "posts_one_level_down": "seats"}
    counts = {
        fact: settled_columns(_count(name), _count(f"{name}_most"), figure=FIGURES[fact], on=on)
        for fact, name in names.items()
    }
    says = {fact: pl.col("has_line") for fact in counts} | {
        "grassroots_months": pl.col("roots").is_not_null()
    }
    return [
        *(pl.when(says[fact]).then(count).alias(fact) for fact, count in counts.items()),
        pl.col("section").alias("months_in_section_ranks"),
        pl.col("clerk").alias("months_as_first_clerk"),
    ]


def _count(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.Int64).fill_null(0)
