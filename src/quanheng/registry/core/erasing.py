"""What keeps a person's file, and what goes with it. Rooms above fill the lists in their `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from quanheng.kernel.texts import Text


@dataclass(frozen=True)
class Duty:
    """保存义务: records of another room that name the person and must stay; while there are any, the file is only pruned."""

    label: str
    why: Text
    count: Callable[[UUID], int]


DUTIES: list[Duty] = []
ALSO: list[Callable[[UUID, bool], int]] = []
"""Done in the same act: given the person's key and whether everything goes; returns how many things went (a key destroyed)."""

PRUNED = ("Relative", "Care", "Talk", "FileLoan", "CorrectionRequest", "QualityIssue", "Revision")
"""What goes even where cases keep the file: family, care, talks, loans, requests, earlier versions. No case rests on them."""

BLANKED = (
    "id_number", "number_index", "number_flags", "number_against", "photo", "native_place", "birth_place", "growth_place", "health", "form_extra",
)  # fmt: skip
"""Fields of the person that are emptied where the row must stay."""
