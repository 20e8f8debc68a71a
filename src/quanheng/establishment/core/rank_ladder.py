"""The ladder of comprehensive-management ranks (综合管理类公务员职级) in the law's numbers, and the facts about one rise. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from quanheng.establishment.core.rank_shares import BUCKETS
from quanheng.regulation.core.library import library

LADDER = ("1C", "1B", "1A", "19", "18", "17", "16", "15", "14", "13", "12", "11")
"""Codes of the table of ranks, the lowest first: the law counts them from one."""

TITLES: Mapping[str, str] = {
    "111": "provincial_chief",
    "112": "provincial_deputy",
    "121": "bureau_chief",
    "122": "bureau_deputy",
    "131": "county_chief",
    "132": "county_deputy",
    "141": "township_chief",
    "142": "township_deputy",
}
"""Levels of leading posts to the law's words for them."""

TENURE = ("post_and_rank.19", "post_and_rank.19.incompetent")
QUOTA_RULE = "post_and_rank.17.quota"
GATES = ("post_and_rank.17.stepwise", QUOTA_RULE, "post_and_rank.10")
BARS = ("post_and_rank.21.window", "post_and_rank.21.felt", "post_and_rank.21.case")
"""Rules of a rise: years and grades; steps, numbers and what the body may set; what stands in the way."""

Held = tuple[str, date, date | None]
"""A rank or a leading post as the law calls it, from a day, until a day (not included) or further notice."""


def number_of(rank: str) -> int | None:
    """The law's number of a rank; None for ranks of other ladders.

    >>> number_of("1C"), number_of("16"), number_of("PT01")
    (1, 7, None)
    """
    return LADDER.index(rank) + 1 if rank in LADDER else None


def next_rank(rank: str) -> str | None:
    """The rank above; None at the top of the ladder and outside it.

    >>> next_rank("17"), next_rank("11")
    ('16', None)
    """
    place = number_of(rank)
    return LADDER[place] if place is not None and place < len(LADDER) else None


def has_ratio(body: str | None, rank: str) -> bool | None:
    """Whether the law limits the number of holders of a rank in such a body; None where the body is not known."""
    if not any(rank in ranks for ranks in BUCKETS.values()):
        return False
    if body is None:
        return None
    known = library().rules
    return any(f"post_and_rank.11.{body}_{name}" in known for name, ranks in BUCKETS.items() if rank in ranks)


def rise_facts(
    *, rank: str, since_on: date, target: str, held: Iterable[Held], body: str | None
) -> dict[str, object]:
    """What the law asks of a rise from one rank to another, but for grades, numbers and bars."""
    posts = [{"title": title, "from_on": from_on, "until_on": until_on} for title, from_on, until_on in held]
    return {
        "rise_kind": "rank",
        "held_rank": number_of(rank),
        "target_rank": number_of(target),
        "rank_since_on": since_on,
        "posts_held": posts,
        "rank_body": body,
        "has_rank_ratio": has_ratio(body, target),
    }


def results_in_span(
    grades: Mapping[int, str | None], *, since_on: date, on: date
) -> list[dict[str, object]] | None:
    """The yearly results since a day; None when a year that has ended is not on file, as it may count either way.

    >>> results_in_span({2024: "excellent"}, since_on=date(2024, 3, 1), on=date(2025, 6, 1))
    [{'year': 2024, 'grade': 'excellent'}]
    >>> results_in_span({2024: "excellent"}, since_on=date(2023, 3, 1), on=date(2025, 6, 1)) is None
    True
    """
    years = range(since_on.year, on.year)
    if any(grades.get(year) is None for year in years):
        return None
    return [{"year": year, "grade": grades[year]} for year in years]
