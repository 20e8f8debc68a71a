"""Facts of persons against one post as columns: what `facts_candidacy` says, for many persons at once.

`lines` are career lines and `ranks` spells in levels and ranks, both of numbered persons (`n`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from quanheng.registry.models import Post
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.column_months import months_in
from quanheng.registry.queries.column_person import runs
from quanheng.registry.queries.column_reading import (
    CODE,
    COUNT,
    DAY,
    FLAG,
    WORD,
    of_persons,
    read,
    settled_columns,
)
from quanheng.registry.queries.facts_candidacy import (
    CLERK_LEVEL,
    FIRST_CLERK,
    LEADERS,
    SECTION_RANKS,
    chief_below,
    level_of_rank,
    rung_below,
    same_tier_deputy,
)
from quanheng.registry.queries.facts_post import RUNGS, side_of

BELOW_LADDER = ("150", "160")
GRASSROOTS = "selection_regulations.grassroots_months"
FIGURES = {
    "months_as_deputy": "selection_regulations.deputy_months",
    "months_as_chief_below": "selection_regulations.lower_chief_months",
    "posts_one_level_down": "selection_regulations.posts_one_level_down",
}


@dataclass(frozen=True)
class Careers:
    """Career lines begun by the day, and every spell in a level or rank (任职经历、职务职级)."""

    lines: pl.DataFrame
    ranks: pl.DataFrame


def careers_for(post: Post, on: date) -> Careers:
    """Read both tables; the words of a seat only where distinct seats are counted."""
    seat = "CASE WHEN kind = 'main' AND (level = '' OR level = %s) THEN concat(organisation_text, E'\\x1e', title) ELSE '' END"
    line = {
        "n": (COUNT, "n"),
        "kind": (CODE, "kind"),
        "level": (CODE, "level"),
        "role": (CODE, "role"),
        "is_leading": (FLAG, "is_leading"),
        "is_grassroots": (FLAG, "is_grassroots"),
        "is_exceptional": (FLAG, "is_exceptional"),
        "from_on": (DAY, "from_on"),
        "until_on": (DAY, "until_on"),
        "is_on_probation": (FLAG, "coalesce(probation_from_on <= %s AND probation_result = '', false)"),
        "seat": (WORD, seat),
    }
    rank = {
        "n": (COUNT, "n"),
        "kind": (CODE, "kind"),
        "code": (CODE, "code"),
        "from_on": (DAY, "from_on"),
        "until_on": (DAY, "until_on"),
    }
    lines = read(line, source=of_persons("registry_assignment"), given=[on, rung_below(post)])
    return Careers(lines, read(rank, source=of_persons("registry_rank")))


def step_facts(careers: Careers, post: Post, on: date) -> pl.DataFrame:
    """level_jump, step, move, and whether the seat held is on probation, of everybody with a line or a spell."""
    held = careers.lines.filter(pl.col("kind").is_in(SEATED) & runs(on))
    seats = held.group_by("n").agg(
        pl.col("is_on_probation").any().alias("is_on_post_probation"),
        pl.col("level").filter(pl.col("level") != "").min().alias("seat_level"),
        _leads().any().alias("leads"),
    )
    everybody = pl.concat([careers.lines.select("n"), careers.ranks.select("n")]).unique()
    known = everybody.join(seats, on="n", how="left").join(_spell(careers, "level", on), on="n", how="left")
    known = known.join(_spell(careers, "rank", on), on="n", how="left")
    known = known.with_columns(_present_level(known["rank"]).alias("now"))
    rungs = {level: place for place, level in enumerate(RUNGS)}
    jump = pl.col("now").replace_strict(rungs, default=None, return_dtype=pl.Int64) - rungs.get(post.level)
    known = known.with_columns(jump.alias("level_jump"))
    return known.select(
        "n", "is_on_post_probation", "level_jump", _step(post).alias("step"), _move().alias("move")
    )


def tenure_facts(careers: Careers, post: Post, on: date) -> pl.DataFrame:
    """Months as deputy, as chief below, at the grass roots and in ranks; distinct posts one level down."""
    lines = careers.lines.filter(pl.col("from_on") <= on)
    seated = lines.filter(pl.col("kind").is_in(SEATED))
    deputy, chief = (
        _bounds(seated, same_tier_deputy(post), _leads()),
        _bounds(seated, chief_below(post), _leads()),
    )
    worked = lines.filter(pl.col("kind") != "study")
    spells = {
        "deputy": deputy[0], "deputy_most": deputy[1], "chief": chief[0], "chief_most": chief[1],
        "roots": worked.filter(pl.col("is_grassroots")), "roots_most": worked.filter(pl.col("is_grassroots").fill_null(True)),
        "section": _spells(careers.ranks, SECTION_RANKS, ""), "clerk": _spells(careers.ranks, (FIRST_CLERK,), CLERK_LEVEL),
    }  # fmt: skip
    months = _counted(spells, on)
    sure, most = _bounds(lines.filter(pl.col("kind") == "main"), rung_below(post), pl.lit(True))
    rows = (
        _with_known(careers, worked)
        .join(months, on="n", how="left")
        .join(_distinct(sure, "posts"), on="n", how="left")
    )
    rows = rows.join(_distinct(most, "posts_most"), on="n", how="left")
    return rows.select("n", *_tenures(on))


def _tenures(on: date) -> list[pl.Expr]:
    has_line, has_rank = pl.col("has_line"), pl.col("has_rank")
    sure = {"months_as_deputy": "deputy", "months_as_chief_below": "chief", "posts_one_level_down": "posts"}
    counts = [
        pl.when(has_line)
        .then(
            settled_columns(
                pl.col(name).fill_null(0), pl.col(f"{name}_most").fill_null(0), figure=FIGURES[fact], on=on
            )
        )
        .alias(fact)
        for fact, name in sure.items()
    ]
    roots = settled_columns(
        pl.col("roots").fill_null(0), pl.col("roots_most").fill_null(0), figure=GRASSROOTS, on=on
    )
    return [
        *counts,
        pl.when(pl.col("says_roots")).then(roots).alias("grassroots_months"),
        pl.when(has_rank).then(pl.col("section").fill_null(0)).alias("months_in_section_ranks"),
        pl.when(has_rank).then(pl.col("clerk").fill_null(0)).alias("months_as_first_clerk"),
    ]


def _with_known(careers: Careers, worked: pl.DataFrame) -> pl.DataFrame:
    """Everybody with a line or spell, and of which kind there are any."""
    said = (
        worked.filter(pl.col("is_grassroots").is_not_null())
        .select("n")
        .unique()
        .with_columns(says_roots=pl.lit(True))
    )
    has_line = careers.lines.select("n").unique().with_columns(has_line=pl.lit(True))
    has_rank = careers.ranks.select("n").unique().with_columns(has_rank=pl.lit(True))
    return has_line.join(has_rank, on="n", how="full", coalesce=True).join(said, on="n", how="left")


def _counted(spells: Mapping[str, pl.DataFrame], on: date) -> pl.DataFrame:
    """A column of months for each kind of spell."""
    parts = [
        each.select("n", pl.lit(place).cast(pl.Int8).alias("what"), "from_on", "until_on")
        for place, each in enumerate(spells.values())
    ]
    months = months_in(pl.concat(parts), on=on)
    table = months.select("n").unique()
    for place, name in enumerate(spells):
        table = table.join(
            months.filter(pl.col("what") == place).select("n", pl.col("months").alias(name)),
            on="n",
            how="left",
        )
    return table


def _bounds(lines: pl.DataFrame, level: str, leads: pl.Expr) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Lines at the level: the sure ones, and with them those whose level or leadership is not stated but possible."""
    at_level, may_lead = pl.col("level") == level, _leads() | (pl.col("role") == "")
    possible = _possible(lines, level) if level else lines.clear()
    most = lines.filter(at_level & (leads | may_lead))
    return lines.filter(at_level & leads), pl.concat([most, possible.filter(may_lead)])


def _possible(lines: pl.DataFrame, level: str) -> pl.DataFrame:
    """Lines without a level that may have been at it: careers rise, so it lies between those before and those after."""
    silent = lines.filter(pl.col("level") == "").with_row_index("line")
    told = lines.filter(pl.col("level") != "").select("n", other="level", other_from="from_on")
    pairs = silent.select("line", "n", "from_on").join(told, on="n")
    is_before = pl.col("other_from") <= pl.col("from_on")
    against = pairs.filter((is_before & (pl.col("other") < level)) | (~is_before & (pl.col("other") > level)))
    return silent.join(against.select("line").unique(), on="line", how="anti").drop("line")


def _distinct(lines: pl.DataFrame, name: str) -> pl.DataFrame:
    return lines.group_by("n").agg(pl.col("seat").n_unique().cast(pl.Int64).alias(name))


def _spells(ranks: pl.DataFrame, codes: tuple[str, ...], level: str) -> pl.DataFrame:
    is_rank = (pl.col("kind") == "rank") & pl.col("code").is_in(codes)
    return ranks.filter(is_rank | ((pl.col("kind") == "level") & (pl.col("code") == level)))


def _spell(careers: Careers, kind: str, on: date) -> pl.DataFrame:
    """The code of the spell of a kind held on the day, the latest."""
    running = careers.ranks.filter((pl.col("kind") == kind) & runs(on))
    return running.group_by("n").agg(pl.col("code").get(pl.col("from_on").arg_max()).alias(kind))


def _present_level(ranks: pl.Series) -> pl.Expr:
    """The level held; for people who hold only a rank, the level that rank corresponds to."""
    known = pl.coalesce("level", "seat_level")
    is_rung = known.is_in(RUNGS)
    counterpart = {code: level_of_rank(code) for code in ranks.unique().to_list() if code}
    below = pl.col("rank").replace_strict(counterpart, default=None, return_dtype=pl.String)
    return (
        pl.when(is_rung & ~known.is_in(BELOW_LADDER))
        .then(known)
        .otherwise(pl.coalesce(below, pl.when(is_rung).then(known)))
    )


def _step(post: Post) -> pl.Expr:
    jump = pl.col("level_jump")
    is_rank_only = pl.col("rank").is_not_null() & ~pl.col("leads").fill_null(False)
    normal = "deputy_to_chief" if side_of(post.level) == "chief" else "chief_to_upper_deputy"
    steps = (
        pl.when(jump < 0)
        .then(pl.lit("down"))
        .when(is_rank_only & post.is_leading)
        .then(pl.lit("rank_to_leader"))
    )
    steps = steps.when(jump == 0).then(pl.lit("same_level")).when(jump > 1).then(pl.lit("skip"))
    return pl.when(jump.is_not_null()).then(steps.otherwise(pl.lit(normal)))


def _move() -> pl.Expr:
    jump = pl.col("level_jump")
    return pl.when(jump > 0).then(pl.lit("promotion")).when(jump < 0).then(pl.lit("down"))


def _leads() -> pl.Expr:
    return pl.col("is_leading") | pl.col("role").is_in(LEADERS)
