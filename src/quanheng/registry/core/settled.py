"""A figure between what is sure and what is possible: it is a fact when the law's threshold cannot tell the two apart."""

from datetime import date
from typing import TypeVar

from quanheng.regulation.core.library import library

Count = TypeVar("Count", bound=int)


def settled(sure: Count | None, most: Count | None, *, figure: str, on: date) -> Count | None:
    """`sure` when it is the whole truth, or enough, or when even `most` is not enough; None (unknown) otherwise.

    `figure` names the parameter that the count is held against; without one in force only equality settles it.
    """
    if sure is None or most is None or sure == most:
        return sure
    wanted = library().figure(figure, on)
    if wanted is None:
        return None
    return sure if sure >= wanted.value or most < wanted.value else None
