"""The figure above a statistical table: a pyramid when the columns are the sexes, else bars, in parts if there are few."""

from typing import Any

from django.utils.translation import gettext

from quanheng.registry.core.query_fields import Category
from quanheng.registry.queries.statistics import UNKNOWN, Bucket, Counted
from quanheng.web.core.charts import bar_figure, pyramid_figure, stacked_figure
from quanheng.web.core.tables import Column

PARTS = 6
"""Parts a bar can have and still be read."""

LINES = 40


def chart(table: Counted, rows: Category, columns: Category | None) -> dict[str, Any]:
    """Figure, title, and the columns and rows of the data table beneath it."""
    shown = table.rows[:LINES]
    series = table.columns if columns and len(table.columns) <= PARTS else []
    numbers = {each.label: [table.number(row.key, each.key) for row in shown] for each in series}
    labels = [row.label for row in shown]
    heads = [
        Column("label", rows.label),
        *(Column(f"n{place}", each.label, is_number=True) for place, each in enumerate(series)),
    ]
    return {
        "title": f"{gettext(rows.label)} × {gettext(columns.label)}"
        if columns and series
        else gettext(rows.label),
        "figure": _figure(labels, numbers, series, rows, columns)
        if series
        else bar_figure(labels, [table.number(row.key) for row in shown]),
        "columns": [*heads, Column("total", "合计", is_number=True)],
        "rows": [
            {"label": row.label, "total": table.number(row.key)}
            | {f"n{place}": table.number(row.key, each.key) for place, each in enumerate(series)}
            for row in shown
        ],
    }


def _figure(
    labels: list[str],
    numbers: dict[str, list[int]],
    series: list[Bucket],
    rows: Category,
    columns: Category | None,
) -> dict[str, Any]:
    is_pair = len(series) == 2 and UNKNOWN not in {each.key for each in series}
    if not (columns and columns.name == "sex" and is_pair):
        return stacked_figure(labels, numbers)
    # a pyramid is drawn from below: bands grow upward already, levels are listed the highest first
    way = 1 if rows.bands else -1
    left, right = ({each.label: numbers[each.label][::way]} for each in series)
    return pyramid_figure(labels[::way], left, right)
