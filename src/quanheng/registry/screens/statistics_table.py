"""The lines of a statistical table as its template shows them: each number with the address of the people behind it."""

from typing import Any

from django.utils.translation import gettext

from quanheng.registry.core.query import Condition, Query, write_query
from quanheng.registry.core.query_fields import Category
from quanheng.registry.queries.statistics import ALL, Bucket, Counted
from quanheng.web.screens.links import link

EVERY = Bucket(ALL, "", None)


def lines(table: Counted, query: Query, rows: Category, columns: Category | None) -> dict[str, Any]:
    """Headings, body and the line of totals; shares are of everybody counted."""
    across = table.columns if columns else []
    whole = table.number()
    return {
        "headings": [each.label for each in across],
        "has_columns": bool(across),
        "row_label": gettext(rows.label),
        "body": [_line(table, query, row, across, whole) for row in table.rows],
        "total": _line(table, query, EVERY, across, whole),
        "whole": whole,
    }


def _line(table: Counted, query: Query, row: Bucket, across: list[Bucket], whole: int) -> dict[str, Any]:
    number = table.number(row.key)
    return {
        "label": row.label or gettext("合计"),
        "cells": [_cell(table.number(row.key, column.key), query, row, column) for column in across],
        "total": _cell(number, query, row, EVERY),
        "share": f"{number / whole:.1%}" if whole else "",
    }


def _cell(number: int, query: Query, row: Bucket, column: Bucket) -> dict[str, Any]:
    return {"number": number, "url": address_of(query, row, column) if number else ""}


def address_of(query: Query, *buckets: Bucket) -> str:
    """The query of those behind a number; "" where a value of the files is in no code table and cannot be asked for."""
    if any(each.condition is None and each is not EVERY for each in buckets):
        return ""
    more = [each.condition for each in buckets if each.condition is not None]
    if not more and not query.conditions:
        more = [Condition("name", "filled")]  # everybody: a query wants at least one condition
    return f"{link('query')}?{write_query(query.also(*more) if more else query)}"
