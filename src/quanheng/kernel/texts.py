"""Sentences with blanks, in Chinese, translatable later: the pure cores speak, the screens translate."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
