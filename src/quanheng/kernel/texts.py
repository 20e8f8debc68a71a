"""Sentences with blanks, in Chinese, translatable later: the pure cores speak, the screens translate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Text:
    """A Chinese sentence with named blanks; `str()` fills them, a screen translates the template first.

    >>> str(Text("核定{quota}，实有{held}", {"quota": 4, "held": 4}))
    '核定4，实有4'
    """

    template: str
    blanks: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.blanks) if self.blanks else self.template


def text(template: str, /, **blanks: object) -> Text:
    """Short form: `text("缺少{n}份材料", n=2)`."""
    return Text(template, blanks)


def packed(said: Text) -> dict[str, object]:
    """A sentence as JSON can keep it, so that a page can still translate it years later.

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
    return Text(
        str(kept["template"]),
        {key: unpacked(value) if isinstance(value, Mapping) else value for key, value in blanks.items()},
    )


def _blank(value: object) -> object:
    if isinstance(value, Text):
        return packed(value)
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return value if isinstance(value, int | float | str) else str(value)
