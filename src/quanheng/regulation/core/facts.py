"""The catalogue of facts that rules may speak of: name, words, type, unit, subject, and the records each comes from.

No values here. Facts about persons are derived from dated records by the rooms above (`registry/queries/facts.py`).
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.entries import FactEntry
from quanheng.regulation.core.facts_case import CASE_FACTS
from quanheng.regulation.core.facts_person import PERSON_FACTS


class FactError(ValueError):
    """A fact that is not in the catalogue, or a value it cannot have. 事实有误"""


@dataclass(frozen=True)
class _Limits:
    earliest: date = date(1900, 1, 1)
    latest: date = date(2200, 1, 1)


LIMITS = _Limits()
CATALOGUE: Mapping[str, FactEntry] = {entry.name: entry for entry in (*PERSON_FACTS, *CASE_FACTS)}


def known_fact(name: str) -> FactEntry:
    """The catalogue entry of a fact. Raises FactError naming the nearest known name.

    >>> known_fact("service_months").unit
    '个月'
    """
    if name in CATALOGUE:
        return CATALOGUE[name]
    near = difflib.get_close_matches(name, CATALOGUE, n=1, cutoff=0.5)
    hint = f"; the nearest known name is {near[0]!r}" if near else ""
    raise FactError(f"unknown fact {name!r}{hint}")


def checked_facts(facts: Mapping[str, object]) -> dict[str, object]:
    """The known facts (None dropped), each checked against the catalogue.

    Raises FactError for an unknown name, a value of the wrong type, a negative count, an impossible date.

    >>> checked_facts({"service_months": 60, "is_fit_for_duty": None})
    {'service_months': 60}
    """
    for name, value in facts.items():
        _check(known_fact(name), value)
    return {name: value for name, value in facts.items() if value is not None}


def checked_date(day: object, what: str) -> date:
    """`day` when it is a plain date between 1900 and 2200. Raises FactError, naming `what`, otherwise."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise FactError(f"{what} must be a date, not {day!r}")
    if not LIMITS.earliest <= day < LIMITS.latest and day not in (NO_DATE, OPEN_ENDED):
        raise FactError(f"{what} cannot be {day}: the years 1900 to 2199 are possible")
    return day


def shown(name: str, value: object) -> object:
    """A value of a fact in Chinese words with its unit, as reasons show it.

    >>> str(shown("service_months", 38)), str(shown("education_rank", 4))
    ('38个月', '大学本科')
    """
    entry = CATALOGUE[name]
    if isinstance(value, bool):
        return Text("是") if value else Text("否")
    if entry.words and value in entry.words:
        return Text(entry.words[value])
    if isinstance(value, date):
        return {NO_DATE: Text("无"), OPEN_ENDED: Text("未定")}.get(value, value)
    return text("{figure}" + entry.unit, figure=value) if entry.unit else value


def _check(entry: FactEntry, value: object) -> None:
    if value is None:
        return
    if entry.type is date:
        checked_date(value, entry.name)
    elif entry.type is bool and not isinstance(value, bool):
        raise FactError(f"{entry.name} is true or false, not {value!r}")
    elif entry.type is int:
        _check_count(entry, value)
    elif entry.type is str and value not in (entry.words or {value}):
        near = difflib.get_close_matches(str(value), [str(word) for word in entry.words], n=1, cutoff=0.3)
        raise FactError(
            f"{entry.name} cannot be {value!r}; it is one of {', '.join(map(str, entry.words))}"
            + (f" (nearest: {near[0]})" if near else "")
        )


def _check_count(entry: FactEntry, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise FactError(f"{entry.name} is a whole number, not {value!r}")
    if value < entry.least:
        raise FactError(f"{entry.name} cannot be {value}")
    if entry.words and value not in entry.words:
        raise FactError(f"{entry.name} cannot be {value}; it is one of {', '.join(map(str, entry.words))}")
