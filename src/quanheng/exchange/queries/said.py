"""Sentences kept in the database: a `Text` as JSON and back, so that a page can still translate its template."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.texts import Text


def packed(said: Text) -> dict[str, object]:
    """The template and its blanks; a blank that is a sentence itself is packed too.

    >>> packed(Text("第{row}行", {"row": 3}))
    {'template': '第{row}行', 'blanks': {'row': 3}}
    """
    return {"template": said.template, "blanks": {key: _blank(value) for key, value in said.blanks.items()}}


def unpacked(kept: object) -> Text:
    """The sentence again; an empty one when there was none.

    >>> unpacked(packed(Text("第{row}行", {"row": 3})))
    Text(template='第{row}行', blanks={'row': 3})
    """
    if not isinstance(kept, Mapping) or not kept:
        return Text("")
    blanks = kept.get("blanks") or {}
    return Text(str(kept["template"]), {key: unpacked(value) if isinstance(value, Mapping) else value for key, value in blanks.items()})


def _blank(value: object) -> object:
    if isinstance(value, Text):
        return packed(value)
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return value if isinstance(value, int | float | str) else str(value)
