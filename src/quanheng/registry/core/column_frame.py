"""A text of many rows as a Polars frame, and columns of words or bounds understood. Needs the extra `bulk` (Polars)."""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

from quanheng.registry.core.column_kinds import APART, CODE, COUNT, DAY, FIGURE, FLAG, KEY, LINE, WORD
from quanheng.regulation.core.library import library


def frame(said: bytes, columns: Mapping[str, str]) -> pl.DataFrame:
    """The rows of a text in UTF-8; `columns` are {name: kind}. What a line does not reach is null."""
    types = {
        DAY: pl.Int32,
        WORD: pl.String,
        CODE: pl.String,
        COUNT: pl.Int32,
        KEY: pl.Int64,
        FIGURE: pl.Float64,
        FLAG: pl.Int8,
    }
    schema = {name: types[kind] for name, kind in columns.items()}
    if not said:
        frame = pl.DataFrame(schema=schema)
    else:
        frame = pl.read_csv(
            said, has_header=False, schema=schema, separator=APART, eol_char=LINE, quote_char=None
        )
    return frame.with_columns(
        *(_typed(name, kind) for name, kind in columns.items() if kind not in (COUNT, KEY, FIGURE))
    )


def _typed(name: str, kind: str) -> pl.Expr:
    if kind in (WORD, CODE):
        return pl.col(name).fill_null("")
    return pl.col(name).cast(pl.Date if kind == DAY else pl.Boolean)


def understood(said: pl.Series, read_one: Callable[[str], object], kind: type[pl.DataType]) -> pl.Expr:
    """A column of words understood: every different word once."""
    known = {word: read_one(word) for word in said.unique().to_list()}
    if not known:  # an empty mapping would leave the column a column of words
        return pl.lit(None, dtype=kind).alias(said.name)
    words, meant = pl.Series(list(known), dtype=pl.String), pl.Series(list(known.values()), dtype=kind)
    return pl.col(said.name).replace_strict(words, meant, return_dtype=kind)


def settled_columns(sure: pl.Expr, most: pl.Expr, *, figure: str, on: date) -> pl.Expr:
    """`settled` for a column: `sure` where it is the whole truth, or enough, or where even `most` is not enough."""
    wanted = library().figure(figure, on)
    if wanted is None:
        return pl.when(sure == most).then(sure)
    return pl.when((sure == most) | (sure >= wanted.value) | (most < wanted.value)).then(sure)
