"""Where a cited clause can be read. An upper room that holds the law adds a finder to CLAUSE_FINDERS in its apps.py."""

from collections.abc import Callable

ClauseFinder = Callable[[str], str | None]

CLAUSE_FINDERS: list[ClauseFinder] = []


def clause_address(cite: str) -> str | None:
    """The address of the page of a clause such as "《…》第…条", or None when no room knows it."""
    for finder in CLAUSE_FINDERS:
        address = finder(cite)
        if address:
            return address
    return None
