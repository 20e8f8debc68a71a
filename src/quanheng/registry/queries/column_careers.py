"""What careers come to as columns: the level held, clocks at every level and in ranks, seats counted; of numbered persons.

`lines` are career lines and `ranks` spells in levels and ranks. Held against a post by `column_candidacy`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from quanheng.registry.core.anchor_columns import ARRAYS, LEVELS
from quanheng.registry.core.column_kinds import CODE, COUNT, DAY, FLAG, KEY
from quanheng.registry.core.column_months import clocks_in
from quanheng.registry.core.ladder import RUNGS
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.column_reading import read
from quanheng.registry.queries.column_text import of_persons
from quanheng.registry.queries.facts_candidacy import (
    CLERK_LEVEL,
    FIRST_CLERK,
    LEADERS,
    SECTION_RANKS,
    level_of_rank,
)

_OFF_LADDER = ("150", "160")


@dataclass(frozen=True)
class Careers:
    """Career lines, and every spell in a level or rank (任职经历、职务职级)."""

    lines: pl.DataFrame
    ranks: pl.DataFrame


def careers(on: date) -> Careers:
    """Read both tables; of the words of a seat only what tells one from another."""
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
        "probation_on": (DAY, "probation_from_on"),
        "is_on_probation": (FLAG, "coalesce(probation_from_on <= %s AND probation_result = '', false)"),
        "seat": (KEY, r"CASE WHEN counted_from_on IS NULL THEN hashtextextended(concat(organisation_text, E'\x1e', title), 0) END"),
    }
    rank = {
        "n": (COUNT, "n"),
        "kind": (CODE, "kind"),
        "code": (CODE, "code"),
        "from_on": (DAY, "from_on"),
        "until_on": (DAY, "until_on"),
    }
    lines = read(line, source=of_persons("registry_assignment"), given=[on])
    return Careers(lines, read(rank, source=of_persons("registry_rank")))


def career_anchors(held: Careers, on: date) -> pl.DataFrame:
    """All columns of `Anchor` about careers, the arrays one column a level, of everybody with a line or a spell."""
    has_line = held.lines.select("n").unique().with_columns(has_line=pl.lit(True))
    has_rank = held.ranks.select("n").unique().with_columns(has_rank=pl.lit(True))
    everybody = has_line.join(has_rank, on="n", how="full", coalesce=True)
    begun = held.lines.filter(pl.col("from_on") <= on)
    for part in (_present(held, on), _promotion(held, on), _clocks(held, begun, on), _seats(begun)):
        everybody = everybody.join(part, on="n", how="left")
    return everybody


def runs(on: date) -> pl.Expr:
    """Whether a half-open period holds the day."""
    return (pl.col("from_on") <= on) & (pl.col("until_on").is_null() | (pl.col("until_on") > on))


def _present(held: Careers, on: date) -> pl.DataFrame:
    """level, is_rank_only, is_on_probation."""
    seats = held.lines.filter(pl.col("kind").is_in(SEATED) & runs(on))
    seated = seats.group_by("n").agg(
        pl.col("is_on_probation").any(),
        pl.col("level").filter(pl.col("level") != "").min().alias("seat_level"),
        _leads().any().alias("leads"),
    )
    spells = [_spell(held, kind, on) for kind in ("level", "rank")]
    known = (
        spells[0]
        .join(spells[1], on="n", how="full", coalesce=True)
        .join(seated, on="n", how="full", coalesce=True)
    )
    is_rank_only = pl.col("rank").is_not_null() & ~pl.col("leads").fill_null(False)
    return known.select(
        "n",
        _present_level(known["rank"]).alias("level"),
        is_rank_only.alias("is_rank_only"),
        "is_on_probation",
    )


def _spell(held: Careers, kind: str, on: date) -> pl.DataFrame:
    """The code of the spell of a kind held on the day, the latest."""
    running = held.ranks.filter((pl.col("kind") == kind) & runs(on))
    return running.group_by("n").agg(pl.col("code").get(pl.col("from_on").arg_max()).alias(kind))


def _present_level(ranks: pl.Series) -> pl.Expr:
    """The level held; for people who hold only a rank, the level that rank corresponds to."""
    known = pl.coalesce("level", "seat_level")
    is_rung = known.is_in(RUNGS)
    counterpart = {code: level_of_rank(code) for code in ranks.unique().to_list() if code}
    below = pl.col("rank").replace_strict(counterpart, default=None, return_dtype=pl.String)
    on_ladder = pl.when(is_rung & ~known.is_in(_OFF_LADDER)).then(known)
    return on_ladder.otherwise(pl.coalesce(below, pl.when(is_rung).then(known)))


def _promotion(held: Careers, on: date) -> pl.DataFrame:
    """promoted_on, had_exception: by the level held now and any lower one before it."""
    levels = held.ranks.filter(pl.col("kind") == "level")
    latest = levels.filter(runs(on)).sort("from_on", descending=True, maintain_order=True)
    now = latest.group_by("n", maintain_order=True).first()
    both = levels.join(now.select("n", since="from_on", now="code"), on="n")
    lower = both.filter((pl.col("from_on") < pl.col("since")) & (pl.col("code") > pl.col("now")))
    promoted = lower.group_by("n").agg(pl.col("since").first().alias("promoted_on"))
    begun = held.lines.join(promoted, on="n").filter(pl.col("from_on") == pl.col("promoted_on"))
    ordinary = pl.when(~pl.col("is_exceptional").any()).then(False)
    return promoted.join(begun.group_by("n").agg(ordinary.alias("had_exception")), on="n", how="left")


def _clocks(held: Careers, begun: pl.DataFrame, on: date) -> pl.DataFrame:
    """The clocks at every level and of grass roots and ranks; a clock without spells stands at 0 where the file says anything."""
    worked = begun.filter(pl.col("kind") != "study")
    seated = begun.filter(pl.col("kind").is_in(SEATED))
    kinds: dict[str, pl.DataFrame] = {
        "roots": worked.filter(pl.col("is_grassroots")),
        "roots_most": worked.filter(pl.col("is_grassroots").fill_null(True)),
        "section": _spells(held.ranks, SECTION_RANKS, ""),
        "clerk": _spells(held.ranks, (FIRST_CLERK,), CLERK_LEVEL),
    }
    parts = [_spelt(each, pl.lit(len(LEVELS) * 2 + place)) for place, each in enumerate(kinds.values())]
    sure, most = seated.filter(_leads()), _most(seated, _may_lead())
    parts += [_spelt(sure, _place("level")), _spelt(most, _place("level") + len(LEVELS))]
    names = [*ARRAYS["tenures"], *ARRAYS["tenures_most"], *kinds]
    wide = _wide(clocks_in(pl.concat(parts), on=on), "clock", names)
    says = (
        worked.filter(pl.col("is_grassroots").is_not_null())
        .select("n")
        .unique()
        .with_columns(says=pl.lit(True))
    )
    ranked = held.ranks.select("n").unique().with_columns(ranked=pl.lit(True))
    wide = wide.join(says, on="n", how="full", coalesce=True).join(ranked, on="n", how="full", coalesce=True)
    told = {"roots": "says", "roots_most": "says", "section": "ranked", "clerk": "ranked"}
    known = [pl.when(pl.col(said)).then(pl.col(name).fill_null(0)).alias(name) for name, said in told.items()]
    return wide.with_columns(known).drop("says", "ranked")


def _seats(begun: pl.DataFrame) -> pl.DataFrame:
    """How many different seats at every level; a line that a merger made goes on in the seat before it."""
    main = begun.filter(pl.col("kind") == "main")
    counts = [
        each.group_by("n", what=_place("level") + more).agg(pl.col("seat").drop_nulls().n_unique().cast(pl.Int32))
        for more, each in ((0, main), (len(LEVELS), _most(main, _may_lead(), at_level=pl.lit(True))))
    ]
    return _wide(pl.concat(counts).drop_nulls("what"), "seat", [*ARRAYS["posts"], *ARRAYS["posts_most"]])


def _wide(rows: pl.DataFrame, value: str, names: list[str]) -> pl.DataFrame:
    """A column for each kind of thing, in the order of their numbers."""
    wide = rows.pivot(on="what", index="n", values=value, aggregate_function="first")
    found = {str(place): name for place, name in enumerate(names)}
    absent = [
        pl.lit(None, dtype=pl.Int32).alias(name) for place, name in found.items() if place not in wide.columns
    ]
    return wide.rename(found, strict=False).with_columns(absent).select("n", *names)


def _spelt(lines: pl.DataFrame, what: pl.Expr) -> pl.DataFrame:
    return lines.select("n", what.cast(pl.Int8).alias("what"), "from_on", "until_on").drop_nulls("what")


def _place(level: str) -> pl.Expr:
    places: Mapping[str, int] = {code: place for place, code in enumerate(LEVELS)}
    return pl.col(level).replace_strict(places, default=None, return_dtype=pl.Int8)


def _most(lines: pl.DataFrame, may_lead: pl.Expr, at_level: pl.Expr | None = None) -> pl.DataFrame:
    """The lines that are or may be at a level: those without one once for each level they may have been at.

    Careers rise, so it lies between the levels before and those after.
    """
    plain = lines.filter(may_lead if at_level is None else at_level)
    silent = lines.filter((pl.col("level") == "") & may_lead).with_row_index("line")
    told = lines.filter(pl.col("level") != "").select("n", other="level", other_from="from_on")
    pairs = silent.select("line", "n", "from_on").join(told, on="n")
    is_before = pl.col("other_from") <= pl.col("from_on")
    bounds = pairs.group_by("line").agg(
        pl.col("other").filter(is_before).min().alias("before"),
        pl.col("other").filter(~is_before).max().alias("after"),
    )
    levels = pl.DataFrame({"possible": [level for level in LEVELS if level]})
    spread = silent.join(bounds, on="line", how="left").join(levels, how="cross")
    fits = (pl.col("before") >= pl.col("possible")).fill_null(True)
    fits &= (pl.col("after") <= pl.col("possible")).fill_null(True)
    possible = spread.filter(fits).with_columns(level="possible").select(lines.columns)
    return pl.concat([plain, possible])


def _spells(ranks: pl.DataFrame, codes: tuple[str, ...], level: str) -> pl.DataFrame:
    is_rank = (pl.col("kind") == "rank") & pl.col("code").is_in(codes)
    return ranks.filter(is_rank | ((pl.col("kind") == "level") & (pl.col("code") == level)))


def _leads() -> pl.Expr:
    return pl.col("is_leading") | pl.col("role").is_in(LEADERS)


def _may_lead() -> pl.Expr:
    return _leads() | (pl.col("role") == "")
