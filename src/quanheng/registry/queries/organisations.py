"""Organisations and posts as somebody may see them: the tree, one unit with its posts and people, search."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import within
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.careers import SEATED


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
    rows = Organisation.objects.filter(within("establishment.view", by=by, on=on), existing(as_of or on))
    if words.strip():
        said = words.strip()
        rows = rows.filter(Q(name__icontains=said) | Q(short_name__icontains=said) | Q(code=said))
    return rows.select_related("authority").order_by("order", "code")


def organisation_tree(*, by: Account, on: date, as_of: date | None = None) -> list[Node]:
    """The forest of visible units in one query; a unit whose parent is hidden stands at the top."""
    nodes = {row.pk: Node(row) for row in organisations(by=by, on=on, as_of=as_of)}
    top: list[Node] = []
    for node in nodes.values():
        parent = nodes.get(node.organisation.parent_id or 0)
        (parent.children if parent else top).append(node)
    return top


def organisation(*, by: Account, on: date, as_of: date | None = None, code: str) -> Organisation | None:
    """One unit; None when `by` may not see it or it does not exist on the day."""
    return (
        organisations(by=by, on=on, as_of=as_of)
        .select_related("authority", "parent")
        .filter(code=code)
        .first()
    )


def posts(*, by: Account, on: date, as_of: date | None = None, words: str = "") -> QuerySet[Post]:
    """Posts that exist on `as_of` in the units `by` may view, each with `holders`: the lines of those who sit there."""
    day = as_of or on
    rows = Post.objects.filter(
        within("establishment.view", by=by, on=on, field="organisation__authority"), existing(day)
    )
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(organisation__name__icontains=word)
            | Q(organisation__short_name__icontains=word)
        )
    return rows.select_related("organisation").prefetch_related(
        Prefetch("assignments", _seated(day), to_attr="holders")
    )


def parents_of(unit: Organisation, *, by: Account, on: date) -> list[Organisation]:
    """The visible units above, topmost first: one query for the whole staircase."""
    rows = {
        row.pk: row
        for row in Organisation.objects.filter(within("establishment.view", by=by, on=on)).only(
            "code", "name", "parent"
        )
    }
    line: list[Organisation] = []
    above = rows.get(unit.parent_id or 0)
    while above and above not in line:
        line.insert(0, above)
        above = rows.get(above.parent_id or 0)
    return line


def _seated(on: date) -> QuerySet[Assignment]:
    running = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
    return (
        Assignment.objects.filter(running, kind__in=SEATED)
        .select_related("person")
        .order_by("person__name", "person_id", "from_on", "pk")
        .only("person", "kind", "post", "from_on", "until_on", "person__name")
    )
