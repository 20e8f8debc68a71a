"""What differs between the libraries of columns: Spark reads a dot in a name as a field, and gathers and looks up its own way.

Everything else is one Narwhals expression for all of them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

try:
    import polars
except ImportError:  # the extra `bulk` is not installed; frames of other libraries are still judged
    polars = None  # type: ignore[assignment]
try:
    from pyspark.sql import functions
except ImportError:  # the extra `spark` is not installed
    functions = None

KEY, MISSING = "key of ", "missing"
DOT, INNER_DOT = ".", "·"  # a column of Spark goes by this name while it is worked on
SPARK_TYPES: Mapping[Any, str] = {
    nw.String: "string",
    nw.Int64: "bigint",
    nw.Boolean: "boolean",
    nw.Date: "date",
}


def missing(extra: str, library: str) -> Refused:
    """The refusal of what needs a library that is not installed."""
    return Refused(
        Text("批量判定"),
        why=text("未安装可选组件 {extra}（{library}）", extra=extra, library=library),
        remedy=text("请安装 quanheng[{extra}]", extra=extra),
    )


def framed(rows: Any) -> Any:
    """A sequence of mappings as a frame; a frame as it is. Raises Refused when Polars is missing."""
    if not isinstance(rows, Sequence):
        return rows
    return polars_or_refusal().DataFrame(rows, infer_schema_length=None)


def polars_or_refusal() -> Any:
    """Polars. Raises Refused naming the extra where it is missing."""
    if polars is None:
        raise missing("bulk", "Polars")
    return polars


def speech(table: Any) -> Any:
    """What columns of this table are said in: Polars itself for its own tables, else Narwhals. Names are the same."""
    return polars if table.implementation.is_polars() else nw


def extended(table: Any, columns: Iterable[Any]) -> Any:
    """The table with these columns too, said in its own `speech`."""
    made = list(columns)
    if not made:
        return table
    if speech(table) is nw:
        return table.with_columns(*made)
    return nw.from_native(table.to_native().with_columns(*made))


def reduced(table: Any, columns: Iterable[Any]) -> Any:
    """A table of these columns only, said in its own `speech`."""
    if speech(table) is nw:
        return table.select(*columns)
    return nw.from_native(table.to_native().select(*columns))


def any_of(conditions: Sequence[Any], said_in: Any) -> Any:
    """Whether one of them is true; unknown where none is and one is unknown."""
    return nw.any_horizontal(*conditions, ignore_nulls=False) if said_in is nw else said_in.any_horizontal(*conditions)


def is_spark(table: Any) -> bool:
    """Whether the rows lie on Spark."""
    return bool(table.implementation.is_pyspark())


def inner(name: str, table: Any) -> str:
    """The name that a column goes by while `table` is worked on."""
    return name.replace(DOT, INNER_DOT) if is_spark(table) else name


def with_inner_names(table: Any) -> Any:
    """The table with every column under its inner name."""
    return _renamed(table, DOT, INNER_DOT)


def with_outer_names(table: Any) -> Any:
    """The table with every column under its own name again."""
    return _renamed(table, INNER_DOT, DOT)


def under_names(table: Any, names: list[str]) -> Any:
    """The table with its columns called so, in their order."""
    own = table.collect_schema().names()
    if own == names:
        return table
    if is_spark(table):
        return nw.from_native(table.to_native().toDF(*names))
    return table.rename(dict(zip(own, names, strict=True)))


def _renamed(table: Any, old: str, new: str) -> Any:
    if not is_spark(table):
        return table
    return under_names(table, [name.replace(old, new) for name in table.collect_schema().names()])


def gathered(table: Any) -> list[dict[str, Any]]:
    """The rows of a table, which are few."""
    if is_spark(table):  # by Spark itself, as Narwhals would need one more library
        return [row.asDict() for row in table.to_native().collect()]
    made = table.collect() if isinstance(table, nw.LazyFrame) else table
    return list(made.rows(named=True))


def distinct_rows(table: Any, names: list[str]) -> list[dict[str, Any]]:
    """Every combination that these columns have, once."""
    if is_spark(table):  # Narwhals would number the rows of each group, which sends them all over the network
        return [row.asDict() for row in table.to_native().select(*names).distinct().collect()]
    return gathered(table.select(*names).unique())


def looked_up(table: Any, names: list[str], found: list[tuple[Any, ...]], as_name: str, kind: Any) -> Any:
    """The table with one more column: what `found` has (as its last value) for a row's values of `names`, null else."""
    if is_spark(table):
        return nw.from_native(_looked_up_on_spark(table.to_native(), names, found, as_name, kind))
    # joined on keys of text, because a join on the columns would lose the rows in which one is unknown
    keys = [nw.col(name).cast(nw.String).fill_null(MISSING).alias(f"{KEY}{name}") for name in names]
    columns = dict(zip((*names, as_name), zip(*found, strict=True), strict=True)) if found else {}
    schema = {name: table.collect_schema()[name] for name in names} | {as_name: kind()}
    made: Any = nw.from_dict(
        {name: columns.get(name, ()) for name in schema}, schema=schema, backend=table.implementation
    )
    lookup = made.select(*keys, as_name)
    lookup = lookup.lazy() if isinstance(table, nw.LazyFrame) else lookup
    on = [f"{KEY}{name}" for name in names]
    keyed = table.with_columns(*keys)
    if table.implementation.is_polars():  # its rows keep their order only when it is told so
        joined = keyed.to_native().join(lookup.to_native(), on=on, how="left", maintain_order="left")
        return nw.from_native(joined).drop(*on)
    return keyed.join(lookup, on=on, how="left").drop(*on)


def _looked_up_on_spark(
    rows: Any, names: list[str], found: list[tuple[Any, ...]], as_name: str, kind: Any
) -> Any:
    types = {field.name: field.dataType.simpleString() for field in rows.schema}
    keys = [f"{KEY}{name}" for name in names]
    shape = [f"`{KEY}{name}` {types[name]}" for name in names] + [f"`{as_name}` {SPARK_TYPES[kind]}"]
    # as one text that Spark itself unfolds: its table of Python's rows would need Python on every worker
    told = json.dumps([dict(zip((*keys, as_name), row, strict=True)) for row in found], default=str)
    unfolded = functions.inline(
        functions.from_json(functions.lit(told), f"array<struct<{', '.join(shape)}>>")
    )
    lookup = rows.sparkSession.range(1).select(unfolded).hint("broadcast")
    same = [rows[name].eqNullSafe(lookup[f"{KEY}{name}"]) for name in names]
    return rows.join(lookup, same, "left").drop(*(f"{KEY}{name}" for name in names))
