"""The order in which members speak: one by one, the chief (主要负责人) last. Members are any comparable keys."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def waiting_for(
    member: Member, *, voters: Sequence[Member], expressed: Collection[Member], chief: Member | None
) -> tuple[Member, ...]:
    """Whom `member` has to wait for: the chief for everybody else who has not spoken, the others for nobody.

    `voters` are the present members who have not stepped aside, in seating order; `chief` None when absent.

    >>> waiting_for("chief", voters=["chief", "a", "b"], expressed={"a"}, chief="chief")
    ('b',)
    >>> waiting_for("b", voters=["chief", "a", "b"], expressed=set(), chief="chief")
    ()
    """
    if member != chief:
        return ()
    return tuple(other for other in voters if other not in expressed and other != member)


def speaking_order(voters: Sequence[Member], *, chief: Member | None) -> tuple[Member, ...]:
    """The voters in the order they are called: seating order, the chief last.

    >>> speaking_order(["chief", "a", "b"], chief="chief")
    ('a', 'b', 'chief')
    """
    return (*(voter for voter in voters if voter != chief), *(voter for voter in voters if voter == chief))
