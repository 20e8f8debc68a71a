"""A page of a list that is never counted to its end nor skipped through: the rows after a mark, and the marks around them."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mark:
    """页标: the row where a page begins (or ends, read backwards) by the values it is ordered by, and the page's number."""

    number: int
    values: tuple[str, ...]

    def written(self) -> str:
        """The mark as a word of an address.

        >>> Mark.read(Mark(2, ("132", "chenjianguo")).written())
        Mark(number=2, values=('132', 'chenjianguo'))
        """
        said = json.dumps([self.number, *self.values], ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, said: str) -> "Mark | None":
        """None for what is no mark.

        >>> Mark.read("nonsense") is None
        True
        """
        try:
            number, *values = json.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4)))
        except (ValueError, TypeError, binascii.Error, RecursionError):
            return None
        if not isinstance(number, int) or not all(isinstance(value, str) for value in values):
            return None
        return cls(min(max(number, 1), 10**9), tuple(values))


@dataclass(frozen=True)
class Slice:
    """一页: its rows, its number, how many there are in all (at least, when `is_capped`), the marks of its neighbours."""

    rows: Sequence[Any]
    number: int
    count: int
    is_capped: bool = False
    size: int = 30
    before: str = ""
    after: str = ""

    @property
    def num_pages(self) -> int:
        return max(-(-self.count // self.size), 1)

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
