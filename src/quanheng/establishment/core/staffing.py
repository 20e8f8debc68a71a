"""Which kind of establishment supports a person, by the person's category; what is over a ceiling. No database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KINDS: Mapping[str, str] = {
    "1": "administrative", "2": "administrative", "3": "administrative",
    "B1": "administrative", "B2": "administrative", "B3": "administrative", "B4": "administrative",
    "5": "reference", "6": "reference", "61": "reference", "62": "reference", "63": "reference",
    "7": "institution", "8": "institution", "A1": "institution", "B5": "institution",
    "A0": "worker",
}  # fmt: skip
"""Codes of person_category to kinds of establishment; temporary and enterprise staff are not finance-supported."""

OUTSIDE = frozenset({"A2", "A4", "A5", "A6"})


@dataclass(frozen=True)
class Staff:
    """编制使用: the people of one kind of establishment in one organisation against its ceiling (None: none approved)."""

    organisation: int
    kind: str
    ceiling: int | None
    held: int

    @property
    def over(self) -> int:
        return max(self.held - self.ceiling, 0) if self.ceiling is not None else 0

    @property
    def free(self) -> int:
        return max((self.ceiling or 0) - self.held, 0)


def counted(people: Iterable[tuple[int, str, int]]) -> tuple[dict[tuple[int, str], int], dict[int, int]]:
    """From (organisation, category code, people): people by organisation and kind, and those of no known kind.

    >>> counted([(1, "1", 4), (1, "B3", 2), (1, "", 1), (1, "A2", 9)])
    ({(1, 'administrative'): 6}, {1: 1})
    """
    known: dict[tuple[int, str], int] = {}
    unknown: dict[int, int] = {}
    for unit, category, number in people:
        if category in OUTSIDE:
            continue
        if kind := KINDS.get(category):
            known[unit, kind] = known.get((unit, kind), 0) + number
        else:
            unknown[unit] = unknown.get(unit, 0) + number
    return known, unknown
