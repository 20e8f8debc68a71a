"""Which members are the candidate or a relative of the candidate, from the family lines of either file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from quanheng.kernel.texts import Text, text

Key = TypeVar("Key", bound=UUID | str)


@dataclass(frozen=True)
class Kin:
    """亲属关系: a family line of `person` that points at `other`, with the word the file uses for the relation."""

    person: UUID | str
    other: UUID | str
    relation: str


@dataclass(frozen=True)
class Ground:
    """回避事由: "self" or "relative", and the sentence that says it."""

    kind: str
    words: Text

    @property
    def word(self) -> Text:
        """The ground alone, without the relation, which is family data."""
        return Text("本人") if self.kind == "self" else Text("亲属")


def grounds(candidate: Key, members: Collection[Key], kin: Iterable[Kin]) -> dict[Key, Ground]:
    """The members who must step aside, with their ground; lines are read both ways, "self" goes before "relative".

    Every line of a file counts, whatever its word: the file holds close family and important relations only.

    >>> grounds("c", ["m", "n"], [Kin("m", "c", "弟弟")])["m"].kind
    'relative'
    """
    found: dict[Key, Ground] = {}
    for line in kin:
        for member in members:
            if (line.person, line.other) == (candidate, member):
                found[member] = Ground("relative", text("拟任人选的{relation}", relation=line.relation))
            elif (line.person, line.other) == (member, candidate):
                found.setdefault(
                    member, Ground("relative", text("拟任人选系其{relation}", relation=line.relation))
                )
    if candidate in members:
        found[candidate] = Ground("self", Text("拟任人选本人"))
    return found
