"""What is known on a day: the facts given, and those the law works out from them, each only when it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.library import Library


@dataclass
class Known(Mapping[str, Any]):
    """已知事实: a mapping of names to values; `derived` tells which facts were worked out, and by what."""

    given: Mapping[str, Any]
    law: Library
    on: date
    derived: dict[str, Derivation] = field(default_factory=dict)
    _values: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._values = {**self.given, "judged_on": self.on}

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self._values:
            self._values[name] = None  # a derivation that leads back to its own fact finds it unknown
            self._values[name] = self._worked_out(name)
        value = self._values[name]
        return default if value is None else value

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name, value in self._values.items() if value is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def at(self, on: date, **changed: Any) -> "Known":
        """The same given facts on another day, some changed."""
        return Known({**self.given, **changed}, self.law, on)

    def _worked_out(self, name: str) -> Any:
        for derivation in self.law.derivations_of(name, self.on):
            figures = {
                each: figure.value for each in derivation.params if (figure := self.law.figure(each, self.on))
            }
            value = derivation.work_out(self, figures, on=self.on)
            if value is not None:
                self.derived[name] = derivation
                return value
        return None
