"""Say which authority manages the people of a 管理类别 in a part of the organisation tree; imports go by it."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.exchange.models import ManagementRule
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import codes

WHAT = "设置管理权限规则"


@action(
    "exchange.management_rule.set",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["authority"].path,
    keeps=("authority", "manages", "organisation_code"),
)
def set_management_rule(*, by: Account, at: datetime, authority: Authority, manages: str, organisation_code: str = "") -> ManagementRule:
    """`manages` is a label of 管理类别, `organisation_code` the part of the tree ("" for all); one authority for each pair."""
    code = codes.find("management_scope", manages)
    if code is None:
        labels = "、".join(row.label for row in codes.table("management_scope").values())
        raise Refused(text(WHAT), why=text("没有“{label}”这一管理类别", label=manages), remedy=text("可填：{labels}", labels=labels))
    label = codes.label("management_scope", code)
    held = ManagementRule.objects.filter(manages=label, organisation_code=organisation_code).select_related("authority").first()
    if held is not None and held.authority_id != authority.pk:
        raise Refused(
            text(WHAT),
            why=text("{scope}（{code}）已归{authority}", scope=label, code=organisation_code or "—", authority=held.authority.name),
            remedy=text("先前的规则已保留；请核对范围"),
        )
    return held or ManagementRule.objects.create(authority=authority, manages=label, organisation_code=organisation_code)
