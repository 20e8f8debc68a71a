"""What is known on a day: the facts given, and those the law works out from them, each only when it is asked for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from quanheng.regulation.core.days import Day, day_of
from quanheng.regulation.core.derivations import Derivation


class Known(Mapping[str, Any]):
    """已知事实: a mapping of names to values; `derived` tells which facts were worked out, and by what."""

    def __init__(self, given: Mapping[str, Any], day: Day) -> None:
        self.given, self.day = given, day
        self.derived: dict[str, Derivation] = {}
        self._values: dict[str, Any] = {**given, "judged_on": day.on}

    def get(self, name: str, default: Any = None) -> Any:
        values = self._values
        if name not in values:
            values[name] = None  # a derivation that leads back to its own fact finds it unknown
            values[name] = self._worked_out(name)
        value = values[name]
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
        return Known({**self.given, **changed}, day_of(self.day.law, on))

    def _worked_out(self, name: str) -> Any:
        for derivation, figures in self.day.derivations_of(name):
            value = derivation.work_out(self, figures, on=self.day.on)
            if value is not None:
                self.derived[name] = derivation
                return value
        return None
