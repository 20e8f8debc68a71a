"""Where facts can be picked from instead of typed: upper rooms that hold records add a source in their apps.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from quanheng.kernel.texts import Text


@dataclass(frozen=True)
class Picked:
    """选取结果: the facts of the records picked, and what they are called."""

    title: Text
    facts: Mapping[str, object]


class Source(Protocol):
    """来源: `key` is the name in the address; its values are keys of records, never personal data.

    `by` is the reader, `today` the day on which the reader's rights are asked, `on` the day of judgement.
    """

    key: str
    label: str
    page: str  # the name of the address of the list to pick from; "" when `choices` offers all there is

    def choices(self, *, by: Any, today: date) -> list[tuple[str, object]]:
        """What may be picked, when it is few: key and label. Empty when it is picked on another page."""

    def read(self, values: Mapping[str, str], *, by: Any, today: date, on: date) -> Picked | None:
        """The facts of the record that `values[self.key]` names; None when this reader may not see it or it is none."""


SOURCES: list[Source] = []
