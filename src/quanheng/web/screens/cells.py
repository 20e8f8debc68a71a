"""The rows of the table component, written in Python: a cell costs a tenth of what it costs in a template.

How a value is written is in `tags`; the frame of the table is its component.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from quanheng.web.core.tables import cell_value
from quanheng.web.screens.tags import is_light, light_html, shown

register = template.Library()
Heading = tuple[str, bool]
"""The key of a column and whether it holds numbers."""


@register.simple_tag
def table_rows(columns: Iterable[Any], rows: Iterable[Any]) -> SafeString:
    """Every `<tr>` of the body; the first cell is the row's heading, and its link when the row has a `url`."""
    headings = [(str(cell_value(column, "key")), bool(cell_value(column, "is_number"))) for column in columns]
    lines = (f"\n    <tr>{row_html(headings, row)}</tr>\n    " for row in rows or ())
    return mark_safe("".join(lines))  # noqa: S308  every value in it went through conditional_escape


def row_html(headings: Sequence[Heading], row: Any) -> str:
    values = [(cell_value(row, key), is_number) for key, is_number in headings]
    first = "".join(_head(value, cell_value(row, "url")) for value, _ in values[:1])
    return first + "".join(_cell(value, is_number) for value, is_number in values[1:])


def _head(value: Any, url: Any) -> str:
    words = conditional_escape(shown(value))
    linked = f'<a href="{conditional_escape(url)}">{words}</a>' if url else words
    return f'<th scope="row" class="name">{linked}</th>'


def _cell(value: Any, is_number: bool) -> str:
    """Numbers align right; dates and lights are not broken over lines."""
    lit = is_light(value)
    kind = "number" if is_number else "unbroken" if lit or isinstance(value, date) else ""
    return f'<td class="{kind}">{light_html(value) if lit else conditional_escape(shown(value))}</td>'
