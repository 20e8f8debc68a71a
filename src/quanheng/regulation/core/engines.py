"""What differs between the libraries of columns: Spark reads a dot in a name as a field, and gathers and looks up its own way.

Everything else is one Narwhals expression for all of them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

DOT, INNER_DOT = ".", "·"  # a column of Spark goes by this name while it is worked on
SPARK_TYPES: Mapping[Any, str] = {
    nw.String: "string",
    nw.Int64: "bigint",
    nw.Boolean: "boolean",
    nw.Date: "date",
}


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


def _renamed(table: Any, old: str, new: str) -> Any:
    names = table.collect_schema().names()
    if not is_spark(table) or not any(old in name for name in names):
        return table
    return nw.from_native(table.to_native().toDF(*(name.replace(old, new) for name in names)))


def gathered(table: Any) -> list[dict[str, Any]]:
    """The rows of a table, which are few."""
    if is_spark(table):  # by Spark itself, as Narwhals would need one more library
        return [row.asDict() for row in table.to_native().collect()]
    made = table.collect() if isinstance(table, nw.LazyFrame) else table
    return list(made.rows(named=True))


def distinct(table: Any) -> Any:
    """The rows of which there are no two alike."""
    # Narwhals numbers the rows of each group for Spark, which sends them all over the network
    return nw.from_native(table.to_native().distinct()) if is_spark(table) else table.unique()


def lookup_like(table: Any, columns: Mapping[str, Sequence[Any]], schema: Mapping[str, Any]) -> Any:
    """A small table of the same library as `table`, to be joined to it; on Spark every worker gets a copy."""
    if is_spark(table):
        rows = list(zip(*columns.values(), strict=True))
        types = ", ".join(f"`{name}` {SPARK_TYPES[type(kind)]}" for name, kind in schema.items())
        made = table.to_native().sparkSession.createDataFrame(rows, types)
        return nw.from_native(made.hint("broadcast"))
    found = nw.from_dict(dict(columns), schema=dict(schema), backend=table.implementation)
    return found.lazy() if isinstance(table, nw.LazyFrame) else found
