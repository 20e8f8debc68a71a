"""Anchors of persons held against one post, as columns: what `facts_candidacy` says of one person, for many at once."""

from datetime import date

import polars as pl

from quanheng.registry.models import Post
from quanheng.registry.queries.column_months import months_between, months_shown, running_since
from quanheng.registry.queries.column_reading import settled_columns
from quanheng.registry.queries.facts_gaps import FIGURES
from quanheng.registry.queries.facts_post import RUNGS, side_of


def candidacy_facts(post: Post, on: date) -> list[pl.Expr]:
    """Level and step, tenures and seats; from the columns of `Anchor` and those of `asked`."""
    jump = _jump(post)
    return [
        jump.alias("level_jump"),
        _step(post, jump).alias("step"),
        _move(jump).alias("move"),
        *_tenures(on),
    ]


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


def _jump(post: Post) -> pl.Expr:
    rungs = {level: place for place, level in enumerate(RUNGS)}
    here = rungs.get(post.level)
    if here is None:
        return pl.lit(None, dtype=pl.Int64)
    return pl.col("level").replace_strict(rungs, default=None, return_dtype=pl.Int64) - here


def _step(post: Post, jump: pl.Expr) -> pl.Expr:
    normal = "deputy_to_chief" if side_of(post.level) == "chief" else "chief_to_upper_deputy"
    leads_only_by_rank = pl.col("is_rank_only") & pl.lit(post.is_leading)
    steps = pl.when(jump < 0).then(pl.lit("down")).when(leads_only_by_rank).then(pl.lit("rank_to_leader"))
    steps = steps.when(jump == 0).then(pl.lit("same_level")).when(jump > 1).then(pl.lit("skip"))
    return pl.when(jump.is_not_null()).then(steps.otherwise(pl.lit(normal)))


def _move(jump: pl.Expr) -> pl.Expr:
    return pl.when(jump > 0).then(pl.lit("promotion")).when(jump < 0).then(pl.lit("down"))


def _tenures(on: date) -> list[pl.Expr]:
    names = {"months_as_deputy": "deputy", "months_as_chief_below": "chief", "grassroots_months": "roots"}
    shown = {fact: (_months(name, on), _months(f"{name}_most", on)) for fact, name in names.items()}
    shown["posts_one_level_down"] = (pl.col("seats").cast(pl.Int64), pl.col("seats_most").cast(pl.Int64))
    counts = {
        fact: settled_columns(sure.fill_null(0), most.fill_null(0), figure=FIGURES[fact], on=on)
        for fact, (sure, most) in shown.items()
    }
    says = {fact: pl.col("has_line") for fact in counts} | {
        "grassroots_months": pl.col("roots").is_not_null()
    }
    return [
        *(pl.when(says[fact]).then(count).alias(fact) for fact, count in counts.items()),
        _months("section", on).alias("months_in_section_ranks"),
        _months("clerk", on).alias("months_as_first_clerk"),
    ]


def _months(clock: str, on: date) -> pl.Expr:
    return months_shown(pl.col(clock), on)
