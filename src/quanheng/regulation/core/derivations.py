"""What a derivation is: a fact that the law works out from other facts. The derivations are in `law/<instrument>/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True, eq=False)
class Derivation:
    """推算.

    `fact` is what it works out, by `reckon(**facts, **figures)`: every fact of `reads` (never None), every fact of
    `optional` (None when unknown), the figure of every parameter of `params` under the last part of its name, and
    `on` (the day of judgement). A None it returns stays unknown. A fact that was given is never worked out anew. The other fields are those of a rule.
    """

    id: str
    catalogue: str
    subject: str
    since: date
    term: str
    term_en: str
    means: str
    means_zh: str
    fact: str
    reads: tuple[str, ...]
    reckon: Callable[..., Any]
    cites: tuple[str, ...]
    optional: tuple[str, ...] = ()
    params: tuple[str, ...] = ()
    repealed: date | None = None
    verified: bool = True
    gone: str = ""

    @property
    def instrument(self) -> str:
        """The folder of its instrument."""
        return self.id.split(".", 1)[0]

    @property
    def fact_names(self) -> frozenset[str]:
        """Every fact it reads or works out."""
        return frozenset((self.fact, *self.reads, *self.optional))

    @property
    def param_names(self) -> frozenset[str]:
        """Every parameter it reads."""
        return frozenset(self.params)

    def is_in_force(self, on: date) -> bool:
        """Whether it is in force on a day (its figures may still be missing)."""
        return self.since <= on and (self.repealed is None or on < self.repealed)

    def work_out(self, facts: Mapping[str, Any], figures: Mapping[str, Any], *, on: date) -> Any:
        """The fact, or None when something it reads is unknown."""
        read = {name: facts.get(name) for name in self.reads}
        if None in read.values():
            return None
        named = {name.rpartition(".")[2]: figures[name] for name in self.params}
        try:
            return self.reckon(**read, **{name: facts.get(name) for name in self.optional}, **named, on=on)
        except OverflowError:  # a day without end, or none at all, cannot be counted from
            return None
