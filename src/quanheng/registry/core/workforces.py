"""The three workforces that one registry keeps (三支队伍): whom each consists of, by the category of persons. Pure.

A person belongs to one of them at most; whom the category does not place is of the rest, who has no category is in none.
"""

from collections.abc import Mapping
from functools import cache

from quanheng.registry.core import codes

PARTY, ENTERPRISE, SCIENCE, REST = "party", "enterprise", "science", "rest"

WORDS: Mapping[str, str] = {
    PARTY: "党政干部",
    ENTERPRISE: "企业经营管理者",
    SCIENCE: "科技人才",
    REST: "其他人员",
}

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    PARTY: ("1", "2", "3", "5", "6", "61", "62", "63", "B1", "B2", "B3", "B4"),
    ENTERPRISE: ("A4",),
    SCIENCE: ("8", "A5"),
}
"""Codes of `person_category`: civil servants and those managed like them; managers of enterprises; professionals and technicians."""

NON_PUBLIC = ("5005", "5006", "5007", "5016", "5019")
"""非公有制企业, by `organisation_category`: private, foreign-owned, owned from Hong Kong, Macao or Taiwan.

Joint ventures and companies by shares are not told apart by their category and do not count.
"""


@cache
def spelled(workforce: str) -> tuple[str, ...]:
    """Every way the files write the categories of a workforce.

    >>> spelled("enterprise")
    ('A4', '企业管理人员')
    """
    return written("person_category", CATEGORIES[workforce])


@cache
def written(table: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of a table, their labels and the other words that mean one of them and nothing else."""
    rows = codes.table(table)
    words = [word for code in wanted for word in (code, rows[code].label, *rows[code].also)]
    return tuple(word for word in dict.fromkeys(words) if word in wanted or codes.find(table, word) in wanted)
