"""Who holds which rank where, and the hard stop before a rank is given: no holder beyond the approved number."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.access.queries.composed import answers
from quanheng.establishment.core.rank_shares import bucket_facts
from quanheng.establishment.models import RankQuota
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.models import Organisation, Person, Rank
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.rules import Effect

WHAT = "授予职级"
CITES = ("《公务员职务与职级并行规定》第十一条",)
CATALOGUE = "a-rank-quota"


def require_free_rank(
    *, organisation: Organisation, rank: str, on: date, person: Person | None = None
) -> tuple[int, tuple[str, ...]]:
    """The approved number and the present holders when one more may be given the rank from the day; else Refused.

    Whoever holds it now and is the `person` themselves does not stand in their own way; spells that begin later count.
    """
    approved = approved_ranks(organisation, on).get(rank)
    words = {"organisation": organisation.name, "rank": text(codes.label("rank", rank))}
    if approved is None:
        raise Refused(
            text(WHAT),
            why=text("{organisation}的{rank}没有核定职级职数：未见批准文件", **words),
            cites=CITES,
            remedy=text("先按程序核定职级职数并登记批准文号"),
        )
    names = tuple(holders(organisation, rank, on, besides=person))
    if len(names) >= approved:
        raise Refused(
            text(WHAT),
            why=text(
                "{organisation}的{rank}核定{approved}名，{day}实有{held}名：{names}；再任1名即超配{over}名",
                **words, approved=approved, day=on, held=len(names), over=len(names) + 1 - approved,
                names="、".join(names) or "—",
            ),
            cites=CITES,
            remedy=text("待职级职数有空缺，或报经批准增加职数后再办理"),
        )  # fmt: skip
    return approved, names


def require_rank_of(*, person: Person, rank: str, on: date) -> None:
    """The same stop where a record is written by hand: in the person's own unit. Who belongs to none takes nobody's number."""
    if person.organisation is not None:
        require_free_rank(organisation=person.organisation, rank=rank, on=on, person=person)


def approved_ranks(organisation: Organisation, on: date) -> dict[str, int]:
    """The approved number of each rank in force on the day."""
    running = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
    rows = RankQuota.objects.filter(running, organisation=organisation).order_by("from_on")
    return dict(rows.values_list("rank", "number"))


def holders(organisation: Organisation, rank: str, on: date, *, besides: Person | None = None) -> list[str]:
    """The names of those of the unit who hold the rank on the day, or are to hold it later."""
    still = Q(until_on__isnull=True) | Q(until_on__gt=on)
    rows = Rank.objects.filter(still, kind="rank", code=rank, person__organisation=organisation)
    if besides is not None:
        rows = rows.exclude(person=besides)
    return list(dict(rows.order_by("from_on", "pk").values_list("person", "person__name")).values())


def share_findings(organisation: Organisation, numbers: dict[str, int], *, on: date) -> tuple[Finding, ...]:
    """What the law says of these numbers of ranks in the unit: the shares of each group of ranks in its base.

    Groups whose base is the number of posts of comprehensive management stay undecided: nothing on file tells it.
    """
    body = rank_body(organisation)
    if body is None:
        return ()
    found: list[Finding] = []
    for facts in bucket_facts(body, numbers):
        try:
            verdict = judge(facts, on=on, subject="rank")
        except NotInForce:
            return ()
        found += [each for each in verdict.findings if each.rule.catalogue == CATALOGUE]
    return tuple(found)


def require_shares(organisation: Organisation, numbers: dict[str, int], *, on: date) -> None:
    """Refused when the law forbids one of the shares and nothing about it is unverified or unknown."""
    for finding in share_findings(organisation, numbers, on=on):
        if finding.missing or finding.is_advisory or finding.light.name == "PASSED":
            continue
        if finding.rule.effect is Effect.FORBID:
            raise Refused(
                text("核定职级职数"),
                why=text("{organisation}：{term}超过规定比例", organisation=organisation.name, term=text(finding.rule.term)),
                cites=finding.cites,
                remedy=text("按规定比例核定，只取整数部分"),
            )  # fmt: skip


def rank_body(organisation: Organisation) -> str | None:
    """The law's kind of body: by the level of the highest Party committee of the unit's authority; None if unknown."""
    return rank_bodies([organisation.authority_id]).get(organisation.authority_id)


def rank_bodies(authorities: Iterable[int]) -> dict[int, str | None]:
    """The same for the units of several authorities: one query."""
    highest: dict[int, str] = {}
    for authority, level in answers(_committees, authorities=tuple(sorted(set(authorities)))):
        code = codes.find("organisation_level", level) or level
        highest[authority] = min(code, highest.get(authority, code))
    return {authority: BODIES.get(level) for authority, level in highest.items()}


def _committees(*, authorities: tuple[int, ...]) -> QuerySet[Organisation, Any]:
    is_committee = Q(kind__startswith="1001") | (Q(name__startswith="中共") & Q(name__endswith="委员会"))
    return Organisation.objects.filter(is_committee, authority__in=authorities).exclude(level="").values_list("authority", "level")


BODIES = {
    "104A": "provincial",
    "104B": "sub_provincial",
    "105": "prefecture",
    "107": "county",
    "109": "county",
}
"""Levels of a Party committee (a district of a deputy-provincial city, 106, has rules of its own) to kinds of body."""
