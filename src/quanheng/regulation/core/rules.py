"""What a rule is. The rules themselves are in `law/<instrument>/<chapter>.py`; applying them is `judge`'s work."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from quanheng.kernel.expressions import Expression
from quanheng.kernel.verdicts import Light


class Effect(StrEnum):
    """后果: what follows when the requirement is not met."""

    FORBID = "forbid"
    ASK_SUPERIOR = "ask_superior"
    WARN = "warn"
    INFORM = "inform"

    @property
    def light(self) -> Light:
        """The light of a requirement that is not met."""
        lights = {"forbid": Light.FORBIDDEN, "ask_superior": Light.SUPERIOR, "warn": Light.WARNING}
        return lights.get(self.value, Light.PASSED)


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """规则.

    `id` begins with the instrument's folder. In force from `since` until `repealed`. `subject` is what is judged
    (a subject of the catalogue of facts), `term` its short Chinese name, `means` and `means_zh` the whole rule in
    one sentence. It applies when `when` holds (always if None) and is met when `requires` holds, or when one of
    the rules named in `unless` applies and is met. `cites` are clause keys, "8.3" here, "other:8" elsewhere.
    `gone` says why nothing follows a repealed rule.
    A rule that is not `verified`, or rests on a figure that is not, advises and never forbids.
    """

    id: str
    catalogue: str
    subject: str
    since: date
    term: str
    means: str
    means_zh: str
    requires: Expression
    effect: Effect
    cites: tuple[str, ...]
    when: Expression | None = None
    unless: tuple[str, ...] = ()
    repealed: date | None = None
    verified: bool = True
    term_en: str = ""
    gone: str = ""

    @cached_property
    def instrument(self) -> str:
        """The folder of its instrument."""
        return self.id.split(".", 1)[0]

    def is_in_force(self, on: date) -> bool:
        """Whether the rule itself is in force on a day (its figures may still be missing)."""
        return self.since <= on and (self.repealed is None or on < self.repealed)

    @cached_property
    def fact_names(self) -> frozenset[str]:
        """Every fact its condition and requirement read."""
        return self.requires.facts | (self.when.facts if self.when is not None else frozenset())

    @cached_property
    def param_names(self) -> frozenset[str]:
        """Every parameter its condition and requirement read."""
        return self.requires.params | (self.when.params if self.when is not None else frozenset())
