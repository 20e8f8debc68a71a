"""The groups of ranks that the law counts together, and the wider group each is a share of. No database, no Django."""

from collections.abc import Iterator, Mapping

INSPECTORS, RESEARCHERS, SECTION = ("11", "12"), ("13", "14", "15", "16"), ("17", "18", "19", "1A")
BUCKETS: Mapping[str, tuple[str, ...]] = {
    "inspectors": INSPECTORS,
    "second_inspectors": ("12",),
    "researchers": RESEARCHERS,
    "upper_researchers": ("13", "14"),
    "first_researchers": ("13",),
    "second_researchers": ("14",),
    "lower_researchers": ("15", "16"),
    "third_researchers": ("15",),
    "section_ranks": SECTION,
    "upper_section_ranks": ("17", "18"),
}
"""Groups of ranks by their codes in the table of ranks (article 11)."""

BASES = {
    "upper_researchers": "researchers",
    "first_researchers": "upper_researchers",
    "third_researchers": "lower_researchers",
    "upper_section_ranks": "section_ranks",
}
"""Groups that are a share of a wider group; the others are a share of the posts of comprehensive management."""


def bucket_facts(body: str, numbers: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """For each group that the numbers touch, the law's facts about its share.

    >>> [facts["rank_bucket_base"] for facts in bucket_facts("prefecture", {"13": 1, "14": 2})][2:4]
    [3, None]
    """
    for bucket, ranks in BUCKETS.items():
        if not any(rank in numbers for rank in ranks):
            continue
        base = BASES.get(bucket)
        yield {
            "rank_body": body,
            "rank_bucket": bucket,
            "rank_bucket_held": _sum(numbers, bucket),
            "rank_bucket_base": _sum(numbers, base) if base else None,
        }


def _sum(numbers: Mapping[str, int], bucket: str) -> int:
    return sum(numbers.get(rank, 0) for rank in BUCKETS[bucket])
