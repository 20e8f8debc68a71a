"""Judge people for a post: everybody the actor may consider, or some; a constant number of queries for each few hundred."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.kernel.verdicts import Light
from quanheng.registry.models import Assignment, Person, Post
from quanheng.registry.queries.anchors import asked_of
from quanheng.registry.queries.facts import Facts, facts_for, load_records, sources_for
from quanheng.registry.queries.people import Filters, people
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.library import Library
from quanheng.regulation.queries.adoptions import law_for, layers_for
from quanheng.selection.core.assumed import NO_FINDING, ORDINARY
from quanheng.selection.core.registry_question import Question

IN_SERVICE = "现职人员"
AT_A_TIME = 500
"""People whose records are in memory together."""


@dataclass(frozen=True)
class Screened:
    """研判结论: the worst light and every finding, worst first."""

    light: Light
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Slice:
    """一批: the people judged together; how far this comes, of how many in all."""

    reached: int
    whole: int
    judged: Mapping[UUID, Screened]


def in_sight(*, by: Account, on: date) -> QuerySet[Person]:
    """Everybody in service whom the actor may view."""
    return people(by=by, on=on, filters=Filters(status=IN_SERVICE))


def screen_slices(*, by: Account, post: Post, on: date, kind: str) -> Iterator[Slice]:
    """Everybody in service whom the actor may view and who can be meant, except the post's present holders.

    A promotion (kind "promotion") can mean only people below the post's level, or whose level is not known.
    """
    serving = in_sight(by=by, on=on).exclude(pk__in=holders_of(post))
    keys = list(serving.order_by("pk").values_list("pk", flat=True))
    law = law_of(post, on)
    for start in range(0, len(keys), AT_A_TIME):
        some = people(by=by, on=on).filter(pk__in=keys[start : start + AT_A_TIME])
        facts = facts_for(list(some), post=post, on=on)
        meant = {key: known for key, known in facts.items() if kind != "promotion" or _may_rise(known)}
        reached = min(start + AT_A_TIME, len(keys))
        yield Slice(reached, len(keys), {key: _screened(known, on, law) for key, known in meant.items()})


def _may_rise(facts: Facts) -> bool:
    jump = facts.get("level_jump")
    return not isinstance(jump, int) or jump >= 1


def screen_some(*, post: Post, persons: Iterable[Person], on: date) -> dict[UUID, Screened]:
    """Judge the named people for a post by the rules about candidacies in force on the day."""
    facts = facts_for(list(persons), post=post, on=on)
    law = law_of(post, on)
    return {key: _screened(known, on, law) for key, known in facts.items()}


def holders_of(post: Post) -> list[str]:
    """The keys of those who hold the post now."""
    held = Assignment.objects.filter(post=post, until_on__isnull=True)
    return [str(key) for key in held.values_list("person_id", flat=True)]


def question_of(post: Post, on: date, *, kind: str) -> Question:
    """What a screening of the whole registry asks, for `core.registry_screening.screened`."""
    layers = layers_for(post.organisation.authority.path, on=on)
    return Question(asked_of(post, on), kind, holders_of(post), layers)


def law_of(post: Post, on: date) -> Library:
    """The law that binds whoever fills the post: national, with what the authority over it has adopted."""
    return law_for(post.organisation.authority.path, on=on)


def _screened(facts: Facts, on: date, law: Library) -> Screened:
    verdict = judge({**facts, **NO_FINDING, **ORDINARY}, on=on, subject="candidacy", law=law)
    return Screened(verdict.light, verdict.findings)


def lines_behind(person: Person, *, post: Post, on: date) -> Mapping[str, list[str]]:
    """The lines of the file, as it stands now, that each fact rests on; what was merely assumed says so."""
    load_records([person])
    assumed = {name: [gettext("没有登记，按没有处理")] for name in (*NO_FINDING, *ORDINARY)}
    return {**assumed, **sources_for(person, post=post, on=on)}
