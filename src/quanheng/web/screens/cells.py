"""The rows of tables and facts, the field of a form and the menu, written in Python: a cell costs a tenth of what it costs in a template.

How a value is written is in `tags`; the frames are the components'.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from django import template
from django.forms import BoundField
from django.template.context import Context
from django.template.defaulttags import querystring
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from quanheng.web.core.formats import ABSENT
from quanheng.web.core.tables import cell_value
from quanheng.web.screens.tags import WRITERS, is_light, light_html, say, shown, sort_link, sort_state
from quanheng.web.screens.widgets import safe

register = template.Library()
Heading = tuple[str, bool]
"""The key of a column and whether it holds numbers."""


@register.simple_tag
def table_rows(columns: Iterable[Any], rows: Iterable[Any]) -> SafeString:
    """Every `<tr>` of the body; the first cell is the row's heading, and its link when the row has a `url`."""
    headings = [(str(cell_value(column, "key")), bool(cell_value(column, "is_number"))) for column in columns]
    lines = (f"\n    <tr>{row_html(headings, row)}</tr>\n    " for row in rows or ())
    return mark_safe("".join(lines))  # noqa: S308  every value in it went through safe


@register.simple_tag(takes_context=True)
def table_heads(context: Context, columns: Iterable[Any], current: Any) -> SafeString:
    """Every `<th>` of the head; where the list can be sorted by it, a link that does."""
    return mark_safe("".join(_heading(context, column, current) for column in columns))  # noqa: S308  as above


def _heading(context: Context, column: Any, current: Any) -> str:
    label: str = safe(say(cell_value(column, "label")))
    sort = cell_value(column, "sort")
    number = ' class="number"' if cell_value(column, "is_number") else ""
    if not sort:
        return f'<th scope="col"{number}>{label}</th>'
    state = sort_state(sort, current)
    if context.get("request"):
        asked = querystring(context, sort=sort_link(sort, current), page=None, after=None, before=None)
        label = f'<a class="sort" href="{safe(asked)}">{label}{_arrow(state)}</a>'
    return f'<th scope="col"{number} aria-sort="{state}">{label}</th>'


def _arrow(state: str) -> str:
    signs = {"ascending": (" ↑", gettext("（升序）")), "descending": (" ↓", gettext("（降序）"))}
    if state not in signs:
        return ""
    sign, said = signs[state]
    return f'<span class="sort-mark"><span aria-hidden="true">{sign}</span><span class="unseen">{said}</span></span>'


def row_html(headings: Sequence[Heading], row: Any) -> str:
    values = [(cell_value(row, key), is_number) for key, is_number in headings]
    first = "".join(_head(value, cell_value(row, "url")) for value, _ in values[:1])
    return first + "".join(_cell(value, is_number) for value, is_number in values[1:])


def _head(value: Any, url: Any) -> str:
    words = safe(shown(value))
    linked = f'<a href="{safe(url)}">{words}</a>' if url else words
    return f'<th scope="row" class="name">{linked}</th>'


def _cell(value: Any, is_number: bool) -> str:
    """Numbers align right; dates and lights are not broken over lines."""
    if type(value) is str:  # most cells
        return f'<td class="{"number" if is_number else ""}">{escape(value or ABSENT)}</td>'
    lit = is_light(value)
    kind = "number" if is_number else "unbroken" if lit or isinstance(value, date) else ""
    return f'<td class="{kind}">{light_html(value) if lit else safe(shown(value))}</td>'


@register.simple_tag
def fact_rows(facts: Iterable[Any]) -> SafeString:
    """Every label with its value, a link or a light, and a note."""
    return mark_safe("".join(f"\n  {_fact(fact)}\n  " for fact in facts or ()))  # noqa: S308  as above


def _fact(fact: Any) -> str:
    value, url, note = (cell_value(fact, key) for key in ("value", "url", "note"))
    words = light_html(value) if is_light(value) else safe(shown(value))
    linked = f'<a href="{safe(url)}">{words}</a>' if url and not is_light(value) else words
    noted = f' <span class="note">{safe(say(note))}</span>' if note else ""
    return f"<div><dt>{safe(say(cell_value(fact, 'label')))}</dt><dd>{linked}{noted}</dd></div>"


@register.simple_tag
def field_row(field: BoundField) -> SafeString:
    """A field with its label, its help and what is wrong with it."""
    if field.is_hidden:
        return mark_safe(str(field))  # noqa: S308  a widget writes itself
    label, errors, is_box = safe(say(field.label)), field.errors, field.widget_type == "checkbox"
    end = "" if is_box and not field.use_fieldset else str(field)
    if field.use_fieldset:
        end = f'<div class="field-options">{end}</div></fieldset>'
    wrong = "".join(f"<li>{label}{gettext('：')}{safe(str(error))}</li>" for error in errors)
    parts = (
        f'<div class="field{" field-wrong" if errors else ""}">',
        f"  {_field_head(field, label, is_box=is_box)}",
        f'  <p class="field-help" id="{escape(field.auto_id)}_helptext">{safe(say(field.help_text))}</p>' if field.help_text else "  ",
        f'  <ul class="field-errors" id="{escape(field.auto_id)}_error">{wrong}</ul>' if wrong else "  ",
        f"  {end}",
        "</div>",
    )
    return mark_safe("\n" + "\n".join(parts) + "\n")  # noqa: S308  as above


WRITERS["field"] = lambda _context, values: field_row(values["field"])


def _field_head(field: BoundField, label: str, *, is_box: bool) -> str:
    for_ = escape(field.id_for_label)
    if is_box and not field.use_fieldset:
        return f'<div class="field-check">{field} <label for="{for_}">{label}</label></div>\n  '
    optional = "" if field.field.required else f' <span class="note">{gettext("（可不填）")}</span>'
    if field.use_fieldset:
        return f"<fieldset>\n    <legend>{label}{optional}</legend>\n  "
    return f'<label for="{for_}">{label}{optional}</label>\n  '


@register.simple_tag
def menu_lines(menu: Iterable[Mapping[str, Any]]) -> SafeString:
    """The rail's entries, the one we are under marked."""
    return mark_safe("".join(f"\n    <li>{_menu_link(each)}</li>\n    " for each in menu))  # noqa: S308  as above


def _menu_link(entry: Mapping[str, Any]) -> str:
    current = ' aria-current="page"' if entry.get("is_current") else ""
    return f'<a href="{safe(entry["url"])}"{current}>{safe(say(entry["label"]))}</a>'
