"""Conditions over the fields of persons (任意条件查询), as a person writes them and as they stand in an address.

`c=age:least:45&c=level:in:131,132&c=2/sex:is:2&c=2/ethnic_group:not:01&g2=or`: everything joined by "and" (`join=or`
for the other), but the conditions that begin with the same number, which are one group joined by its own word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote

AND, OR = "and", "or"
MOST = 30
"""Conditions of one query; more are not read."""

_WRITTEN = re.compile(r"(?:(\d)/)?([a-z_0-9]+)(?:@(\d{1,4}))?:([a-z_]+)(?::(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Condition:
    """条件: a field, an operator and what was typed; `argument` is the year of a yearly field, `group` 0 for none."""

    field: str
    operator: str
    value: str = ""
    argument: str = ""
    group: int = 0

    def __str__(self) -> str:
        group = f"{self.group}/" if self.group else ""
        argument = f"@{self.argument}" if self.argument else ""
        value = f":{self.value}" if self.value else ""
        return f"{group}{self.field}{argument}:{self.operator}{value}"


@dataclass(frozen=True)
class Query:
    """查询: conditions in order, the word that joins them, and the word inside each group."""

    conditions: tuple[Condition, ...] = ()
    joined: str = AND
    groups: Mapping[int, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """What stood in the address and is no condition."""

    def inside(self, group: int) -> str:
        """The word that joins a group: the other one, unless it says so itself."""
        return self.groups.get(group, OR if self.joined == AND else AND)

    def also(self, *more: Condition) -> "Query":
        """The same and these conditions; a query joined by "or" goes into a group first."""
        if self.joined == AND or not self.conditions:
            return replace(self, conditions=(*self.conditions, *more), joined=AND)
        free = next(
            number for number in range(1, 10) if number not in {each.group for each in self.conditions}
        )
        kept = tuple(replace(each, group=free) if not each.group else each for each in self.conditions)
        return replace(self, conditions=(*kept, *more), joined=AND, groups={**self.groups, free: OR})


def read_query(address: str | Iterable[tuple[str, str]]) -> Query:
    """The query of an address (all after the `?`, or its pairs); other words of the address are passed over.

    >>> asked = read_query("c=age:least:45&c=2/sex:is:2&g2=and&page=3")
    >>> [str(each) for each in asked.conditions], asked.inside(2)
    (['age:least:45', '2/sex:is:2'], 'and')
    """
    pairs = list(parse_qsl(address, keep_blank_values=True)) if isinstance(address, str) else list(address)
    said = [value for name, value in pairs if name == "c" and value][:MOST]
    read = [_condition(each) for each in said]
    words = {name: value for name, value in pairs if value in (AND, OR)}
    groups = {int(name[1]): value for name, value in words.items() if re.fullmatch(r"g[1-9]", name)}
    return Query(
        tuple(each for each in read if each),
        words.get("join", AND),
        groups,
        tuple(word for word, each in zip(said, read, strict=True) if each is None),
    )


def write_query(query: Query, extra: Sequence[tuple[str, str]] = ()) -> str:
    """The address of a query, readable: what `read_query` reads back as the same query.

    >>> write_query(Query((Condition("age", "between", "36,40"), Condition("name", "has", "陈&王"))))
    'c=age:between:36,40&c=name:has:%E9%99%88%26%E7%8E%8B'
    """
    used = {each.group for each in query.conditions}
    pairs = [("join", OR)] if query.joined == OR else []
    pairs += [("c", str(each)) for each in query.conditions]
    pairs += [(f"g{number}", word) for number, word in sorted(query.groups.items()) if number in used]
    return "&".join(f"{name}={quote(value, safe=':/@,')}" for name, value in [*pairs, *extra])


def _condition(said: str) -> Condition | None:
    found = _WRITTEN.fullmatch(said.strip())
    if found is None:
        return None
    group, name, argument, operator, value = found.groups()
    return Condition(name, operator, (value or "").strip(), argument or "", int(group or 0))
