"""The catalogue of facts that rules may speak of: name, words, type, unit, subject, and the records each comes from.

The entries are data (`data/facts/*.toml`); no values here. Facts about persons are derived from dated records by the rooms above (`registry/queries/facts.py`).
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.catalogue import all_facts
from quanheng.regulation.core.entries import FactEntry


class FactError(ValueError):
    """A fact that is not in the catalogue, or a value it cannot have. 事实有误"""


@dataclass(frozen=True)
class _Limits:
    earliest: date = date(1900, 1, 1)
    latest: date = date(2200, 1, 1)


LIMITS = _Limits()


class _Catalogue(Mapping[str, FactEntry]):
    """事实目录: every fact by name, read from the data when it is first asked for."""

    def __getitem__(self, name: str) -> FactEntry:
        return all_facts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(all_facts())

    def __len__(self) -> int:
        return len(all_facts())


CATALOGUE: Mapping[str, FactEntry] = _Catalogue()


def known_fact(name: str) -> FactEntry:
    """The catalogue entry of a fact. Raises FactError naming the nearest known name.

    >>> known_fact("service_months").unit
    '个月'
    """
    if found := all_facts().get(name):
        return found
    raise FactError(f"unknown fact {name!r}{_nearest(name, CATALOGUE)}")


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
    if entry.type is list:
        return text("{figure}条", figure=len(value) if isinstance(value, Sequence) else 0)
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
    elif entry.type is str:
        _check_word(entry, value)
    elif entry.type is list:
        _check_records(entry, value)


def _check_word(entry: FactEntry, value: object) -> None:
    if not isinstance(value, str):
        raise FactError(f"{entry.name} is a word, not {value!r}")
    if entry.words and value not in entry.words:
        near = difflib.get_close_matches(value, [str(word) for word in entry.words], n=1, cutoff=0.3)
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


def _check_records(entry: FactEntry, value: object) -> None:
    if not isinstance(value, Sequence) or not all(isinstance(record, Mapping) for record in value):
        raise FactError(f"{entry.name} is a list of records ([[{entry.name}]]), not {value!r}")
    for number, record in enumerate(value, 1):
        for key, held in record.items():
            if key not in entry.fields:
                raise FactError(f"{entry.name}[{number}] has no field {key!r}{_nearest(key, entry.fields)}")
            try:
                _check(entry.fields[key], held)
            except FactError as error:
                raise FactError(f"{entry.name}[{number}]: {error}") from error


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; the nearest known name is {near[0]!r}" if near else ""
