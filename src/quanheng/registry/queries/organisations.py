"""Organisations and posts as somebody may see them: the tree, one unit with its posts and people, search."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers, one_of
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.organisation_versions import as_they_were
from quanheng.registry.queries.sight import among_composed, authorities_seen, seen
from quanheng.registry.queries.words import written


@dataclass
class Node:
    """One unit of the tree with the units below it."""

    organisation: Organisation
    children: list["Node"] = field(default_factory=list)


def existing(on: date, prefix: str = "") -> Q:
    """A condition: the unit or post (at `prefix`) exists on the day."""
    begun = Q(**{f"{prefix}from_on__isnull": True}) | Q(**{f"{prefix}from_on__lte": on})
    return begun & (Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gt": on}))


def organisations(
    *, by: Account, on: date, as_of: date | None = None, words: str = ""
) -> QuerySet[Organisation]:
    """Units that exist on `as_of` and whose leaders' authority `by` may view."""
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), existing(as_of or on))
    if words.strip():
        said = words.strip()
        named = written("name", "short_name", words=said)
        rows = rows.filter(named | Q(code=said) if said.isascii() else named)  # no code is Chinese
    return rows.select_related("authority").order_by("order", "code")


def has_more_than(number: int, *, by: Account, on: date, as_of: date | None = None) -> bool:
    """Whether more units are visible than that; none beyond is looked at."""
    return organisations(by=by, on=on, as_of=as_of).order_by()[: number + 1].count() > number


def units_below(
    unit: Organisation | None, *, by: Account, on: date, as_of: date | None = None
) -> QuerySet[Organisation]:
    """The visible units straight below one; without one, those that stand at the top as no visible unit is above them.

    Each says in `has_below` whether more are to be found below it.
    """
    day, shown = as_of or on, organisations(by=by, on=on, as_of=as_of).select_related(None)
    above = seen("establishment.view", by=by, on=on, field="parent__authority") & existing(day, "parent__")
    top = Q(parent__isnull=True) | ~above
    lower = organisations(by=by, on=on, as_of=as_of).filter(parent=OuterRef("pk")).order_by()
    return shown.filter(Q(parent=unit) if unit else top).annotate(has_below=Exists(lower))


def organisation_tree(*, by: Account, on: date, as_of: date | None = None) -> list[Node]:
    """The forest of visible units, by the names and places of the day; a unit whose parent is hidden stands at the top."""
    shown = organisations(by=by, on=on, as_of=as_of)
    units = as_they_were(shown.select_related(None).only("code", "name", "parent"), as_of=as_of or on)
    nodes = {row.pk: Node(row) for row in units}
    top: list[Node] = []
    for node in nodes.values():
        parent = nodes.get(node.organisation.parent_id or 0)
        (parent.children if parent else top).append(node)
    return top


def organisation(*, by: Account, on: date, as_of: date | None = None, code: str) -> Organisation | None:
    """One unit; None when `by` may not see it or it does not exist on the day."""
    return organisations(by=by, on=on, as_of=as_of).filter(code=code).first()


def posts(*, by: Account, on: date, as_of: date | None = None) -> QuerySet[Post]:
    """Posts that exist on `as_of` in the units `by` may view, each with `holders`: the lines of those who sit there."""
    day = as_of or on
    rows = Post.objects.filter(
        seen("establishment.view", by=by, on=on, field="organisation__authority"), existing(day)
    )
    return rows.select_related("organisation").prefetch_related(
        Prefetch("assignments", _seated(day), to_attr="holders")
    )


class Seat(NamedTuple):
    """A post in the list of a unit."""

    pk: int
    name: str
    level: str
    role: str
    mode: str
    is_leading: bool


class Holder(NamedTuple):
    """Who sits in a post, and since when."""

    person: UUID
    name: str
    from_on: date


def posts_of(
    unit: Organisation, *, by: Account, on: date, as_of: date | None = None
) -> list[tuple[Seat, list[Holder]]]:
    """The same posts of one unit, each with its holders, the highest level first: two questions composed once."""
    mine = authorities_seen("establishment.view", by=by, on=on)
    rows = answers(_posts_of, mine is None, unit=unit.pk, mine=list(mine or ()), day=as_of or on)
    held: dict[int, list[Holder]] = {pk: [] for pk, *_ in rows}
    for post, *who in answers(_holders_of, posts=list(held), day=as_of or on) if held else ():
        held[post].append(Holder(*who))
    return [(Seat(*row), held[row[0]]) for row in rows]


def _posts_of(is_all: bool, *, unit: int, mine: list[int], day: date) -> QuerySet[Post, Any]:
    rows = Post.objects.filter(among_composed(is_all, mine, "organisation__authority"), existing(day), organisation=unit)
    return rows.order_by("level", "order", "pk").values_list(*Seat._fields)


def _holders_of(*, posts: list[int], day: date) -> QuerySet[Assignment, Any]:
    return _seated(day).filter(one_of(posts, "post", "bigint")).values_list("post", "person", "person__name", "from_on")


def posts_said(
    *, by: Account, on: date, as_of: date | None = None, words: str
) -> tuple[QuerySet[Post], QuerySet[Post]]:
    """Posts in whose name or organisation every word stands: those by their own name alone, and those of such organisations.

    Two lists that may overlap; neither index would answer for both at once.
    """
    rows, own, either, units = posts(by=by, on=on, as_of=as_of), Q(), Q(), Q()
    for word in words.split():
        own &= written("name", words=word)
        units |= written("name", "short_name", words=word)
        either &= written("name", words=word, are_many=True) | written(
            "organisation__name", "organisation__short_name", words=word, are_many=True
        )
    return rows.filter(own), rows.filter(either, organisation__in=Organisation.objects.filter(units))


def parents_of(unit: Organisation, *, by: Account, on: date) -> list[Organisation]:
    """The visible units above, topmost first, as far as the first hidden one: one query for the whole staircase."""
    if unit.parent_id is None:
        return []
    mine = authorities_seen("establishment.view", by=by, on=on)
    asked: dict[str, Any] = {"of": unit.pk, "is_all": mine is None, "mine": list(mine or ())}
    rows = {row.pk: row for row in Organisation.objects.raw(_ABOVE, asked)}
    line: list[Organisation] = []
    above = rows.get(unit.parent_id or 0)
    while above and above not in line:
        line.insert(0, above)
        above = rows.get(above.parent_id or 0)
    return line


_ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT parent_id FROM registry_organisation WHERE id = %(of)s
    UNION SELECT o.parent_id FROM registry_organisation o JOIN above ON o.id = above.id WHERE o.parent_id IS NOT NULL
) SELECT o.id, o.code, o.name, o.parent_id FROM above JOIN registry_organisation o USING (id)
WHERE %(is_all)s OR o.authority_id = ANY(%(mine)s::bigint[])
"""


def _seated(on: date) -> QuerySet[Assignment]:
    running = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
    return (
        Assignment.objects.filter(running, kind__in=SEATED)
        .select_related("person")
        .order_by("person__name", "person_id", "from_on", "pk")
        .only("person", "kind", "post", "from_on", "until_on", "person__name")
    )
