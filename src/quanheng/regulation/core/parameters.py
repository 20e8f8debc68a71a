"""Legal figures with their first days, as read from `parameters.toml`. Start dates only; a repeal is a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

REPEALED = "repealed"


@dataclass(frozen=True, order=True)
class Figure:
    """数值: in force from `from_on` until the next figure; None when repealed."""

    from_on: date
    value: Any
    cites: str
    is_verified: bool


@dataclass(frozen=True)
class Parameter:
    """参数: its figures in order of time.

    `stricter` says which way is stricter, "more" or "less" ("" where no local layer may change it); `tightens`
    names the national parameter that a layer's own figure stands in for.
    """

    name: str
    zh: str
    en: str
    unit: str
    figures: tuple[Figure, ...]
    stricter: str = ""
    tightens: str = ""

    def figure_on(self, on: date) -> Figure | None:
        """The figure in force on a day; None before the first one and after a repeal."""
        begun = [figure for figure in self.figures if figure.from_on <= on]
        return begun[-1] if begun and begun[-1].value is not None else None


def read_parameters(instrument: str, source: Mapping[str, Any]) -> dict[str, Parameter]:
    """The parameters of an instrument by full name "<instrument>.<name>". Raises ValueError for a faulty file.

    >>> values = [{"from": date(2002, 7, 9), "value": 24, "cites": "8.3", "verified": True}]
    >>> file = {"deputy_months": {"zh": "副职年限", "en": "Deputy tenure", "unit": "个月", "values": values}}
    >>> read_parameters("some", file)["some.deputy_months"].figure_on(date(2002, 7, 8)) is None
    True
    """
    return {
        f"{instrument}.{name}": _parameter(f"{instrument}.{name}", entry) for name, entry in source.items()
    }


def _parameter(name: str, entry: Mapping[str, Any]) -> Parameter:
    figures = _figures(name, entry["values"])
    stricter = entry.get("stricter", "")
    if stricter not in ("", "more", "less"):
        raise ValueError(f"{name}: stricter is more or less, not {stricter!r}")
    return Parameter(
        name, entry["zh"], entry["en"], entry.get("unit", ""), figures, stricter, entry.get("tightens", "")
    )


def _figures(name: str, values: Sequence[Mapping[str, Any]]) -> tuple[Figure, ...]:
    figures = tuple(_figure(name, each) for each in values)
    starts = [figure.from_on for figure in figures]
    if not starts or starts != sorted(set(starts)):
        raise ValueError(f"{name}: give at least one value, each with a later start than the one before")
    return figures


def _figure(name: str, entry: Mapping[str, Any]) -> Figure:
    if strange := set(entry) - {"from", "value", "cites", "verified"}:
        raise ValueError(
            f"{name}: a value has from, value, cites and verified, not {', '.join(sorted(strange))}"
        )
    value = None if entry["value"] == REPEALED else entry["value"]
    return Figure(entry["from"], value, entry["cites"], entry.get("verified", False))
