"""The facts of everybody somebody may see, as one Polars frame: `facts_for` in columns, in a dozen statements.

For judging a whole registry at once (`regulation.core.bulk`). Needs the extra `bulk`; load this module only where it is used.
"""

from datetime import date

import polars as pl
from django.db import transaction

from quanheng.access.models import Account
from quanheng.registry.models import Post
from quanheng.registry.queries.column_candidacy import careers_for, step_facts, tenure_facts
from quanheng.registry.queries.column_person import (
    OWN,
    UNRECORDED,
    education_facts,
    family_facts,
    grade_facts,
    own_facts,
    promotion_facts,
    restriction_facts,
    training_facts,
)
from quanheng.registry.queries.column_reading import (
    COUNT,
    WORD,
    number_persons,
    of_persons,
    read,
    settled_columns,
)
from quanheng.registry.queries.facts_gaps import BOUNDLESS, FIGURES, RESTS_ON
from quanheng.registry.queries.facts_post import post_facts
from quanheng.registry.queries.people import Filters, people


def fact_columns(
    *, by: Account, post: Post, on: date, today: date | None = None, filters: Filters | None = None
) -> pl.DataFrame:
    """One row for every person `by` may see: `key`, and a column for each fact that `facts_for` gives; null is unknown.

    The facts are those of the day `on`; what may be seen is decided by the rights of `today` (`on` when not given).
    """
    with transaction.atomic():
        number_persons(people(by=by, on=today or on, filters=filters), *OWN)
        everybody = own_facts(on)
        careers = careers_for(post, on)
        parts = [each(on) for each in (education_facts, training_facts, grade_facts, family_facts)]
        restricted = restriction_facts(on)
        gaps = read({"n": (COUNT, "n"), "noun": (WORD, "noun")}, source=of_persons("registry_filegap"))
    parts += [
        promotion_facts(careers.ranks, careers.lines, on),
        step_facts(careers, post, on),
        tenure_facts(careers, post, on),
    ]
    for part in parts:
        everybody = everybody.join(part, on="n", how="left", maintain_order="left")
    return _about_post(_unsettled(_with_restrictions(everybody, restricted), gaps, on), post, on)


def _with_restrictions(facts: pl.DataFrame, restricted: pl.DataFrame) -> pl.DataFrame:
    """Nobody without a sanction is restricted; an unknown window of somebody with one stays unknown."""
    joined = facts.join(
        restricted.with_columns(is_recorded=pl.lit(True)), on="n", how="left", maintain_order="left"
    )
    is_recorded = pl.col("is_recorded").fill_null(False)
    return joined.with_columns(
        pl.when(is_recorded).then(pl.col(name)).otherwise(pl.lit(value)).alias(name)
        for name, value in UNRECORDED.items()
    ).drop("is_recorded")


def _unsettled(facts: pl.DataFrame, gaps: pl.DataFrame, on: date) -> pl.DataFrame:
    """The facts with those set to unknown that a line missing from the file could change."""
    for noun, names in RESTS_ON.items():
        has_gap = pl.col("n").is_in(gaps.filter(pl.col("noun") == noun)["n"].unique().to_list())
        changed = []
        for name in names:
            figure = FIGURES.get(name)
            kept = settled_columns(pl.col(name), pl.lit(BOUNDLESS), figure=figure, on=on) if figure else None
            changed.append(pl.when(~has_gap).then(pl.col(name)).otherwise(kept).alias(name))
        facts = facts.with_columns(changed)
    return facts


def _about_post(facts: pl.DataFrame, post: Post, on: date) -> pl.DataFrame:
    said = post_facts(post, on)
    return facts.drop("n").with_columns(pl.lit(value).alias(name) for name, value in said.items())
