"""Why a condition holds: a tree of sentences with the facts beneath. Building it is `expressions`' work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quanheng.kernel.texts import Text


@dataclass(frozen=True)
class Explanation:
    """理由: one sentence, whether it holds (None when a fact is missing), and the sentences it rests on.

    >>> Explanation(Text("工龄：未知"), None, missing=("service_months",)).missing_facts()
    ('service_months',)
    """

    sentence: Text
    truth: bool | None
    parts: tuple["Explanation", ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def used_facts(self) -> dict[str, object]:
        """Every known fact read anywhere in the tree, with its value."""
        found = dict(self.facts)
        for part in self.parts:
            found |= part.used_facts()
        return found

    def missing_facts(self) -> tuple[str, ...]:
        """The facts whose absence leaves this undecided; none when it is decided all the same."""
        if self.truth is not None:
            return ()
        names = [*self.missing, *(name for part in self.parts for name in part.missing_facts())]
        return tuple(dict.fromkeys(names))

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Explanation"]]:
        """The tree from the top, each node with its depth: for printing and for indented lists."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)
