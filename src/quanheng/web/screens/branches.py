"""The branches of the tree component, written in Python: a forest of hundreds of units is one walk, not a template each."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from quanheng.web.core.tables import cell_value
from quanheng.web.screens.tags import say
from quanheng.web.screens.widgets import safe

register = template.Library()


@register.simple_tag
def tree_branches(nodes: Iterable[Any], is_open: bool = False) -> SafeString:
    """An `<li>` for each node, with the list of what is below it inside."""
    branches = "".join(_branch(node, is_open) for node in nodes or ())
    return mark_safe(branches)  # noqa: S308  every value in it went through safe


def _branch(node: Any, is_open: bool) -> str:
    children = cell_value(node, "children")
    kind = ' class="tree-branch"' if children else ""
    return f"<li{kind}>\n    <p>{_line(node)}</p>\n    {_below(node, children, is_open) if children else ''}\n  </li>\n  "


def _line(node: Any) -> str:
    label, url, note = _said(node, "label"), cell_value(node, "url"), _said(node, "note")
    here = ' aria-current="true"' if cell_value(node, "is_current") else ""
    words = f'<a href="{safe(url)}"{here}>{label}</a>' if url else label
    return f'{words} <span class="note">{note}</span>' if note else words


def _below(node: Any, children: Iterable[Any], is_open: bool) -> str:
    opened = " open" if is_open or cell_value(node, "is_open") else ""
    title = gettext("%(label)s的下级") % {"label": _said(node, "label")}
    inner = tree_branches(children, is_open)
    return (
        f'<details{opened}><summary><span class="unseen">{title}</span></summary>'
        f'<ul class="tree">\n  {inner}</ul></details>'
    )


def _said(node: Any, key: str) -> str:
    return safe(say(cell_value(node, key)))
