"""A leader hands a right to a deputy for some days. The right stays the leader's: it ends when theirs does."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.grants import require_apart, require_end
from quanheng.access.core.roles import NOT_DELEGATED, ROLES
from quanheng.access.models import Account, Grant
from quanheng.access.permissions.rights import running
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

DELEGATE = text("委托权限")


@action(
    "access.grant.delegate", label="委托权限", permission=None, keeps=("grant", "to", "from_on", "until_on")
)
def delegate_grant(
    *, by: Account, at: datetime, grant: Grant, to: Account, from_on: date, until_on: date, basis: str = ""
) -> Grant:
    """Checks itself that the right is one's own and running, may be handed on, and is not handed on twice."""
    today = timezone.localdate(at)
    _require_own(by, grant, today)
    if to.pk == by.pk or not to.is_active:
        raise _no(text("受托人须是另一个启用的账号"), text("另选受托人"))
    if from_on < today or (grant.until_on is not None and until_on > grant.until_on):
        raise _no(text("委托期间须从今天或以后开始，且不超出本人权限的期间"), text("核对日期"))
    require_end(grant.role, Grant.DELEGATED, from_on, until_on)
    require_apart(to, grant.role, from_on=from_on, until_on=until_on)
    if Grant.objects.filter(account=to, role=grant.role, authority=grant.authority, from_on=from_on).exists():
        raise _no(text("受托人从这一天起已有同一权限"), text("另选日期或受托人"))
    return Grant.objects.create(
        account=to,
        role=grant.role,
        authority=grant.authority,
        from_on=from_on,
        until_on=until_on,
        kind=Grant.DELEGATED,
        basis=basis,
        delegated_from=grant,
    )


@action("access.grant.recall", label="收回委托", permission=None, keeps=("grant",))
def recall_delegation(*, by: Account, at: datetime, grant: Grant) -> Grant:
    """Checks itself that the right was handed on by the one who takes it back; it ends today."""
    if grant.delegated_from is None or grant.delegated_from.account_id != by.pk:
        raise Refused(text("收回委托"), why=text("这不是您委托出去的权限"))
    today = timezone.localdate(at)
    if grant.until_on is not None and grant.until_on <= today:
        raise Refused(text("收回委托"), why=text("该授权已于{day}终止", day=grant.until_on))
    grant.from_on = min(grant.from_on, date.fromordinal(today.toordinal() - 1))
    grant.until_on = today
    grant.save(update_fields=["from_on", "until_on"])
    return grant


def _require_own(by: Account, grant: Grant, today: date) -> None:
    if not Grant.objects.filter(running(today), pk=grant.pk, account=by).exists():
        raise _no(text("只能委托本人正在行使的权限"), text("由权限本人办理"))
    if grant.delegated_from_id is not None:
        raise _no(text("受托的权限不得再转委托"), text("由原权限人办理"))
    if grant.role in NOT_DELEGATED:
        raise _no(text("“{role}”不得委托", role=ROLES[grant.role].name), text("由安全保密管理员另行授权"))


def _no(why: Text, remedy: Text) -> Refused:
    return Refused(DELEGATE, why=why, remedy=remedy)
