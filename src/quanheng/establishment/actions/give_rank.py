"""Give a person a rank (职级) by an approved document: refused beyond the approved number; the former rank ends."""

from datetime import date, datetime

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.establishment.core.rank_ladder import QUOTA_RULE, number_of
from quanheng.establishment.permissions.ranks import CITES, WHAT, require_free_rank
from quanheng.establishment.queries.rank_clocks import rank_clock_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.verdicts import Light
from quanheng.registry.core import codes
from quanheng.registry.models import Organisation, Person, Rank


@action(
    "establishment.rank.give",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    cites=CITES,
    keeps=("organisation", "rank", "from_on", "document"),
)
def give_rank(
    *,
    by: Account,
    at: datetime,
    person: Person,
    organisation: Organisation,
    rank: str,
    from_on: date,
    document: str,
) -> Rank:
    """`registry.edit` is asked over the person, who belongs to the unit.

    Refuses a full rank, a rank the person holds, a day not after the present rank began, an act without its document,
    and a rise that the law forbids on what is on file: years, grades, steps, bars. What is not on file stops nothing.
    """
    require(by, "registry.edit", path=person.authority.path, at=at, what=WHAT)
    unit = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    who = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    _check(who, unit, rank, document)
    now = Rank.objects.filter(person=who, kind="rank", until_on__isnull=True).order_by("-from_on").first()
    if now is not None:
        _check_spell(now, rank, from_on)
        _check_law(who, now, rank, from_on)
    require_free_rank(organisation=unit, rank=rank, on=from_on, person=who)
    if now is not None:
        now.until_on = from_on
        now.save(update_fields=["until_on"])
    return Rank.objects.create(person=who, kind="rank", code=rank, from_on=from_on, document=document.strip())


def _check(person: Person, unit: Organisation, rank: str, document: str) -> None:
    if rank not in codes.table("rank"):
        raise Refused(text(WHAT), why=text("没有这一职级：{rank}", rank=rank), remedy=text("选择职级"))
    if person.organisation_id != unit.pk:
        raise Refused(
            text(WHAT),
            why=text("{name}不在{organisation}", name=person.name, organisation=unit.name),
            remedy=text("核对人员和单位"),
        )
    if not document.strip():
        raise Refused(text(WHAT), why=text("没有批准文号"), remedy=text("填写批准机关的文号"))


def _check_law(person: Person, now: Rank, rank: str, on: date) -> None:
    """A lower rank is given by a decision of its own; only a rise has years and bars."""
    held, wanted = number_of(now.code), number_of(rank)
    if held is None or wanted is None or wanted < held:
        return
    clock = rank_clock_of(person, as_of=on, with_bars=True, target=rank)
    for finding in clock.verdict.findings if clock and clock.verdict else ():
        is_numbers = finding.rule.id == QUOTA_RULE  # counted, with the holders' names, by `require_free_rank`
        if finding.light is Light.FORBIDDEN and not finding.is_advisory and not is_numbers:
            raise Refused(
                text(WHAT),
                why=text("{term}：{why}", term=text(finding.rule.term), why=finding.explanation.sentence),
                cites=finding.cites,
                remedy=finding.remedy or text("符合规定后再办理"),
            )


def _check_spell(now: Rank, rank: str, from_on: date) -> None:
    held = text(codes.label("rank", now.code))
    if now.code == rank:
        raise Refused(
            text(WHAT),
            why=text("自{since}起已是{rank}", since=now.from_on, rank=held),
            remedy=text("先前的记录已保留，不必再次办理"),
        )
    if from_on <= now.from_on:
        raise Refused(
            text(WHAT),
            why=text(
                "批准日期{day}不晚于现职级（{rank}）的{since}", day=from_on, rank=held, since=now.from_on
            ),
            remedy=text("更正批准日期"),
        )
