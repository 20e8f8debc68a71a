"""What everybody is held against when a whole registry is screened for one post. No Polars: it travels between processes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quanheng.registry.core.restrictions import Sanctioned


@dataclass(frozen=True)
class Asked:
    """研判所问: a post and its own facts, and the sanctions and gaps of files on record, as of a day.

    Sanctions and gaps (keys of persons by the noun of the missing line) are few and given of everybody.
    """

    on: date
    level: str
    is_leading: bool
    post_facts: Mapping[str, object]
    sanctions: Sequence[Sanctioned]
    gaps: Mapping[str, Sequence[str]]
