"""What two of the three shares can do: a drill, a key for an account that lost its own, new shares. Shares are the right to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.key_grants import give_keys
from quanheng.access.actions.node_keys import NEEDED, SHARES
from quanheng.access.core.key_tree import RECOVERY, Ring, new_node, sealed_below
from quanheng.access.core.profiles import PROFILES, NotOpened
from quanheng.access.core.shares import Share, combine, split
from quanheng.access.models import Account, DataKey, Grant, NodeKey
from quanheng.access.queries.keys import READS_SEALED, data_key, recovery_ring
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "恢复密钥"


@dataclass(frozen=True)
class Drill:
    """恢复演练: how many node keys and how many records' newest data keys were opened."""

    nodes: int
    records: int


def ring_of_shares(shares: Sequence[Share]) -> Ring:
    """Everything, from shares; refused when they are too few or not those of this house."""
    recovery = NodeKey.objects.filter(authority__isnull=True).order_by("-version").first()
    if recovery is None:
        raise Refused(text(WHAT), why=text("本系统尚未建立恢复密钥"), remedy=text("运行 quanheng keys found"))
    if len(shares) < NEEDED:
        raise Refused(text(WHAT), why=text("需要{needed}份，只有{given}份", needed=NEEDED, given=len(shares)))
    try:
        return recovery_ring(PROFILES[recovery.profile].pairs().pair_of(combine(shares)))
    except (NotOpened, ValueError):
        raise Refused(text(WHAT), why=text("这些份额不是本系统现用恢复密钥的"), remedy=text("核对份额的建立日期")) from None


@action("access.key.drill", label="恢复演练", permission=None)
def drill_recovery(*, by: Account | None, at: datetime, shares: Sequence[Share]) -> Drill:
    """Open every node key, and of every authority the newest data key; changes nothing. The shares themselves are the check."""
    ring = ring_of_shares(shares)
    nodes = NodeKey.objects.filter(authority__isnull=False).select_related("authority")
    for node in nodes:
        try:
            ring.pair_of(str(node))
        except NotOpened:
            raise Refused(text("恢复演练"), why=text("节点密钥{name}打不开", name=str(node)), remedy=text("用备份核对；查明何时变动")) from None
    rows = DataKey.objects.order_by("owner_id", "-pk").distinct("owner_id").select_related("node__authority")
    for row in rows:
        if data_key(ring, row) is None:
            raise Refused(text("恢复演练"), why=text("数据密钥{name}打不开", name=str(row)), remedy=text("用备份核对；查明何时变动"))
    return Drill(len(nodes), len(rows))


@action("access.key.recover", label=WHAT, permission=None, also=lambda given: {"account": given["account"].username})
def recover_key(*, by: Account | None, at: datetime, shares: Sequence[Share], account: Account) -> Account:
    """Hand an account the keys its roles come with: the first holder of an authority, or one whose password was reset.

    Two shares from two people are the check.
    """
    ring, today = ring_of_shares(shares), timezone.localdate(at)
    running = Q(until_on__isnull=True) | Q(until_on__gt=today)
    grants = Grant.objects.filter(running, account=account, role__in=READS_SEALED, from_on__lte=today)
    if not grants:
        raise Refused(text(WHAT), why=text("{name}没有查阅敏感信息的角色", name=account.name), remedy=text("先由安全保密管理员授权"))
    for grant in grants.select_related("authority", "account"):
        give_keys(grant, ring=ring, by=by, at=at)
    return account


@action("access.key.renew_recovery", label="更换恢复密钥", permission=None)
def renew_recovery(*, by: Account | None, at: datetime, shares: Sequence[Share]) -> list[Share]:
    """A new recovery key with new shares; the old ones open nothing that stands here now. Two old shares are the check."""
    ring = ring_of_shares(shares)
    last = NodeKey.objects.filter(authority__isnull=True).order_by("-version")[0]
    node, pair = new_node(PROFILES[last.profile], RECOVERY, above=None)
    made = NodeKey.objects.create(version=last.version + 1, profile=last.profile, public=node.public, made_at=at)
    rows = list(NodeKey.objects.filter(above__authority__isnull=True, above__isnull=False).select_related("authority"))
    for row in rows:
        opened = ring.pair_of(str(row))
        row.above, row.sealed = made, sealed_below(PROFILES[row.profile], opened, name=str(row), above=made.node)
    NodeKey.objects.bulk_update(rows, ["above", "sealed"])
    return split(pair.private, needed=NEEDED, made=SHARES)

