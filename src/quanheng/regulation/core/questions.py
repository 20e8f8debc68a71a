"""A question to the law as people write it: facts in a TOML or JSON file, which rules they touch, what a new version changed."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from quanheng.kernel.situations import Situation
from quanheng.regulation.core.catalogue import subjects
from quanheng.regulation.core.days import day_of
from quanheng.regulation.core.entries import FactEntry
from quanheng.regulation.core.facts import CATALOGUE, FactError, checked_facts, known_fact
from quanheng.regulation.core.judge import Finding, Verdict, judge
from quanheng.regulation.core.known import Known
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.rules import Rule

MONTH = re.compile(r"(\d{4})[-.年/](\d{1,2})月?")


def read_question(content: str, *, name: str = "facts.toml") -> dict[str, object]:
    """The facts of a file, checked: TOML, or JSON when the name ends so. A fact may go by its Chinese name, a word too.

    A month ("2023-05") stands for its first day. Raises FactError naming the file, the line and the nearest known name.

    >>> read_question('"同层次副职任职年限" = 23')
    {'months_as_deputy': 23}
    """
    try:
        source = json.loads(content) if name.endswith(".json") else tomllib.loads(content)
    except ValueError as error:
        raise FactError(f"{name}: {error}") from error
    if not isinstance(source, Mapping):
        raise FactError(f"{name}: facts are written name = value")
    facts: dict[str, object] = {}
    for key, value in source.items():
        try:
            entry = _entry(key)
            facts |= checked_facts({entry.name: _value(entry, value)})
        except FactError as error:
            raise FactError(f"{name}{_line(content, key)}: {error}") from error
    return facts


@dataclass(frozen=True)
class Change:
    """变化: what one matter of the catalogue came to on two days; None where no rule spoke."""

    catalogue: str
    before: Finding | None
    after: Finding | None

    @property
    def is_changed(self) -> bool:
        """Whether the light, the clause or the wanted figure differ."""
        return _told(self.before) != _told(self.after)

    @property
    def is_told(self) -> bool:
        """Whether on one of the days something is known of what a rule rests on."""
        return any(each is not None and not each.is_untold for each in (self.before, self.after))

    @property
    def is_light_changed(self) -> bool:
        """Whether the outcome differs, not only what it rests on."""
        return (self.before and self.before.light) != (self.after and self.after.light)


def touched(facts: Mapping[str, object], *, on: date, law: Library | None = None) -> list[str]:
    """The rules in force that these facts speak to: one that the requirement rests on is given, or it plainly applies.

    A fact counts as given when the law can work it out from those given.

    >>> "selection_regulations.8.3.deputy" in touched({"months_as_deputy": 3}, on=date(2026, 1, 1))
    True
    """
    law = law or library()
    known = Known(checked_facts(facts), day_of(law, on))
    at = Situation(known, known.day.param)
    binding = [rule for rule in map(known.day.rule, law.rules.values()) if rule is not None]
    return [
        each.rule.id
        for each in binding
        if not each.touched_by.isdisjoint(known.given) and _is_touched(each.rule, known, at)
    ]


def compare(
    facts: Mapping[str, object],
    *,
    days: tuple[date, date],
    rules: Iterable[str] | None = None,
    law: Library | None = None,
) -> tuple[Verdict, Verdict, list[Change]]:
    """The verdicts on two days, and every matter of the catalogue side by side, changed ones first."""
    law = law or library()
    asked = list(rules) if rules is not None else None
    before, after = (
        judge(facts, on=day, rules=asked if asked is not None else touched(facts, on=day, law=law), law=law)
        for day in days
    )
    changes = [Change(key, *pair) for key, pair in _paired(before, after)]
    return (
        before,
        after,
        sorted(changes, key=lambda each: (not each.is_light_changed, not each.is_changed, each.catalogue)),
    )


def _paired(before: Verdict, after: Verdict) -> Iterator[tuple[str, tuple[Finding | None, Finding | None]]]:
    earlier, later = ({each.rule.id: each for each in verdict.findings} for verdict in (before, after))
    for same in earlier.keys() & later.keys():
        yield earlier[same].rule.catalogue, (earlier[same], later[same])
    gone = [each for key, each in earlier.items() if key not in later]
    come = [each for key, each in later.items() if key not in earlier]
    for each in gone:
        heir = next((new for new in come if new.rule.catalogue == each.rule.catalogue), None)
        if heir:
            come.remove(heir)
        yield each.rule.catalogue, (each, heir)
    for each in come:
        yield each.rule.catalogue, (None, each)


def _told(finding: Finding | None) -> object:
    return finding and (finding.light, finding.cites, str(finding.explanation.sentence))


def _is_touched(rule: Rule, known: Known, at: Situation) -> bool:
    read = rule.requires.facts - {"judged_on"}
    had = [name for name in read if known.get(name) is not None]
    if (
        rule.when is None
    ):  # it does not say itself what it is about: its subject, or everything it reads, must be there
        subject_given = any(CATALOGUE[name].subject == rule.subject for name in known.given)
        return bool(had) and (subject_given or len(had) == len(read))
    return rule.when.value(at) is not False if had else rule.when.value(at) is True


def _entry(key: str) -> FactEntry:
    named = _by_chinese().get(key, [])
    if len(named) > 1:
        told = "、".join(f"{entry.name}（{subjects()[entry.subject]['zh']}）" for entry in named)
        raise FactError(f"{key!r} is the name of several facts; write one of {told}")
    return named[0] if named else known_fact(key)


def by_chinese() -> Mapping[str, FactEntry]:
    """The facts by their Chinese names; names that two facts share are left out."""
    return {zh: entries[0] for zh, entries in _by_chinese().items() if len(entries) == 1}


@cache
def _by_chinese() -> Mapping[str, list[FactEntry]]:
    found: dict[str, list[FactEntry]] = {}
    for entry in CATALOGUE.values():
        found.setdefault(entry.zh, []).append(entry)
    return found


def _value(entry: FactEntry, value: Any) -> Any:
    if entry.kind == "records" and isinstance(value, list):
        return [_record(entry, record) for record in value]
    if entry.kind == "day" and isinstance(value, str):
        return _day(entry, value)
    if entry.kind == "day" and isinstance(value, datetime):
        return value.date()
    if entry.words and isinstance(value, str):
        return next((key for key, word in entry.words.items() if word == value), value)
    if entry.kind == "yes" and value in ("是", "否"):
        return value == "是"
    return value


def _record(entry: FactEntry, record: Any) -> Any:
    if not isinstance(record, Mapping):
        return record
    named = {field.zh: name for name, field in entry.fields.items()}
    keys = {key: str(named.get(key, key)) for key in record}
    return {
        name: _value(entry.fields[name], record[key]) if name in entry.fields else record[key]
        for key, name in keys.items()
    }


def _day(entry: FactEntry, written: str) -> date:
    month = MONTH.fullmatch(written.strip())
    try:
        if month:
            return date(int(month[1]), int(month[2]), 1)
        return date.fromisoformat(written.strip())
    except ValueError as error:
        raise FactError(
            f"{entry.name} is a day (2023-05-10) or a month (2023-05), not {written!r}"
        ) from error


def _line(content: str, key: str) -> str:
    pattern = re.compile(rf'^[ \t]*(\[\[?\s*)?["\']?{re.escape(key)}["\']?\s*(=|\]|:)', re.MULTILINE)
    found = pattern.search(content) or re.search(rf'"{re.escape(key)}"', content)
    return f", line {content.count(chr(10), 0, found.start()) + 1}" if found else ""
