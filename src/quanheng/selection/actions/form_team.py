"""Form the inspection team: two people at least, a leader among them, none related to a target (考察组)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.registry.models import Relative
from quanheng.selection.core.stage_facts import team_facts
from quanheng.selection.models import Inspector
from quanheng.selection.queries.rulings import rule

_VERB = "selection.inspection.form_team"
_LABEL = "组成考察组"
_CITES = ("《党政领导干部选拔任用工作条例》第三十三条",)


@step(_VERB, label=_LABEL, permission="selection.approve", cites=_CITES)
def form_team(
    *, by: Account, at: datetime, case: Case, leader: Account, members: Sequence[Account], plan: str, from_on: date, until_on: date
) -> Outcome:
    """`members` are the others beside the leader."""
    team = list({account.pk: account for account in (leader, *members)}.values())
    if until_on < from_on:
        raise Refused(text(_LABEL), why=text("考察结束{end}早于开始{start}", end=until_on, start=from_on), remedy=text("更正考察时间"))
    _require_unrelated(case, team)
    facts = team_facts(size=len(team), has_related=False)
    findings = rule(_VERB, case=case, on=timezone.localdate(at), facts=facts)
    inspection = case.inspection
    inspection.plan, inspection.from_on, inspection.until_on = plan, from_on, until_on
    inspection.save(update_fields=["plan", "from_on", "until_on"])
    Inspector.objects.bulk_create(
        Inspector(inspection=inspection, account=account, is_leader=account.pk == leader.pk) for account in team
    )
    names = "、".join(account.name for account in team)
    return Outcome(
        result=f"考察组{len(team)}人：{names}（组长{leader.name}），{from_on}至{until_on}考察", facts={"team": len(team), "findings": findings}
    )


def _require_unrelated(case: Case, team: Sequence[Account]) -> None:
    targets = set(case.candidates.filter(stage="target").values_list("person_id", flat=True))
    keys = {account.person_key: account for account in team if account.person_key}
    pairs = [(key, key) for key in keys if key in targets]
    pairs += list(Relative.objects.filter(person_id__in=keys, other_id__in=targets).values_list("person_id", "other_id"))
    pairs += [(b, a) for a, b in Relative.objects.filter(person_id__in=targets, other_id__in=keys).values_list("person_id", "other_id")]
    if pairs:
        names = "、".join(sorted({keys[key].name for key, _ in pairs}))
        raise Refused(
            text(_LABEL),
            why=text("{names}与考察对象有亲属关系或为本人，应当回避", names=names),
            cites=("《党政领导干部选拔任用工作条例》第五十三条",),
            remedy=text("更换考察组成员"),
        )
