"""What the data-quality rules find: counts of the last count and of earlier days, people by rule, one person's own.

People kept by the last count are asked about again when they are shown: who was mended meanwhile is said to be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from quanheng.access.models import Account
from quanheng.access.models.planned import planned
from quanheng.registry.core.quality import OF_PERSONS, QualityRule, condition, rules, still
from quanheng.registry.models import Person, QualityCount, QualityIssue
from quanheng.registry.queries.sight import authorities_seen, seen
from quanheng.regulation.core.library import library

EVERYBODY = "*"
"""The key under which a count keeps how many people it looked at."""
_DAYS = 12
MANY = 2_000


@dataclass(frozen=True)
class RuleCount:
    """规则计数: a rule with how many people it found last time and on the count before (None: never counted)."""

    rule: QualityRule
    count: int
    before: int | None


def blanks(on: date) -> dict[str, object]:
    """What fills the blanks of the rules on a day: the day, and the figures of the law in force."""
    found: dict[str, object] = {"day": on.isoformat()}
    for rule in rules().values():
        for name, figure in rule.figures.items():
            value = library().figure(figure, on)
            found[name] = value.value if value else None
    return found


def days_counted(*, by: Account, on: date) -> list[date]:
    """The last days on which everything `by` may see was counted, newest first."""
    marks = QualityCount.objects.filter(_mine(by, on), rule=EVERYBODY)
    days = marks.order_by("-on").values("on").annotate(n=Sum("count")).values_list("on", flat=True)
    return list(days[:_DAYS])


def rule_counts(*, by: Account, on: date, days: Sequence[date]) -> list[RuleCount]:
    """Every rule with its count of the newest of `days` and of the one before."""
    rows = history(by=by, on=on, days=days[:2])
    last = days[0] if days else None
    before = days[1] if len(days) > 1 else None
    return [
        RuleCount(rule, rows.get((last, key), 0), rows.get((before, key), 0) if before else None)
        for key, rule in rules().items()
    ]


def history(*, by: Account, on: date, days: Sequence[date]) -> dict[tuple[date | None, str], int]:
    """(day, rule) to the number of people found; the key `*` has how many there were."""
    rows = QualityCount.objects.filter(_mine(by, on), on__in=days).order_by()
    return {(row["on"], row["rule"]): row["n"] for row in rows.values("on", "rule").annotate(n=Sum("count"))}


def issues(*, by: Account, on: date, rule: str) -> QuerySet[QualityIssue]:
    """The people one rule found among those `by` may see, as the last count kept them."""
    mine = seen("registry.view", by=by, on=on) & seen(
        "registry.view", by=by, on=on, field="person__authority"
    )
    return (
        QualityIssue.objects.filter(mine, rule=rule)
        .select_related("person")
        .only("id", "rule", "shows", "person__name", "person__current_post")
    )


def found_still(keys: Iterable[UUID], *, on: date, only: Iterable[str] = ()) -> dict[tuple[UUID, str], str]:
    """(person, rule) to what is wrong now, for some people the caller may see; one query for all rules."""
    wanted, known, told = list(keys), blanks(on), list(only) or list(rules())
    asked = {key: where for key in told if (where := condition(rules()[key], known, among=OF_PERSONS))}
    if not wanted or not asked:
        return {}
    with planned() as cursor:
        cursor.execute(still(asked), {"keys": wanted})
        return {(key, rule): shows or "" for key, rule, shows in cursor.fetchall()}


def is_many(*, by: Account, on: date) -> bool:
    """Whether a count of everybody `by` keeps would take longer than a page may."""
    return Person.objects.filter(seen("registry.edit", by=by, on=on)).order_by()[: MANY + 1].count() > MANY


def kept_issues(person_key: UUID, *, on: date) -> dict[str, str]:
    """What the last count kept of one person and still holds: two short questions, for a page opened all day."""
    kept = list(QualityIssue.objects.filter(person=person_key).order_by().values_list("rule", flat=True))
    known = [rule for rule in kept if rule in rules()]
    if not known:
        return {}
    return {rule: shows for (_key, rule), shows in found_still([person_key], on=on, only=known).items()}


def _mine(by: Account, on: date) -> Q:
    return seen("registry.view", by=by, on=on)


def authorities_counted(*, by: Account, on: date) -> list[int] | None:
    """The authorities whose people `by` keeps; None for all there are."""
    found = authorities_seen("registry.edit", by=by, on=on)
    return None if found is None else list(found)
