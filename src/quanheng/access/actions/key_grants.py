"""Handing keys over: a holder gives the key of an authority to somebody whom the security administrator gave a role there."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.node_keys import hand, node_of, renew_keys
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import Account, AccountKey, Grant, KeyGrant, NodeKey
from quanheng.access.queries.keys import READS_SEALED
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "交接密钥"


@action(
    "access.key.hand_over",
    label=WHAT,
    permission="registry.sensitive",
    of=lambda given: given["grant"].authority.path,
    keeps=("grant",),
    also=lambda given: {"account": given["grant"].account.username, "authority": given["grant"].authority.code},
)
def hand_over_key(*, by: Account, at: datetime, grant: Grant, ring: Ring) -> Grant:
    """Every version of the authority's key, sealed to the holder of the grant. Two people: who gave the role, who hands the key."""
    if grant.account_id == by.pk:
        raise Refused(text(WHAT), why=text("不得给自己交接密钥"), remedy=text("由同一主体或者上级的另一名密钥持有人交接"))
    give_keys(grant, ring=ring, by=by, at=at)
    return grant


def give_keys(grant: Grant, *, ring: Ring, by: Account | None, at: datetime) -> None:
    """Refused for a role without a key, one that has ended, an account without a key pair, a ring that does not reach."""
    if grant.role not in READS_SEALED or not _runs(grant, at):
        raise Refused(text(WHAT), why=text("该授权不含查阅敏感信息的权限，或者已经终止"))
    key = AccountKey.objects.filter(account=grant.account).first()
    if key is None:
        raise Refused(
            text(WHAT), why=text("{name}还没有账号密钥", name=grant.account.name), remedy=text("由其本人登录后在“密钥”页输入口令生成")
        )
    node_of(grant.authority, at=at)
    held = set(KeyGrant.objects.filter(grant=grant).values_list("node_id", flat=True))
    rows = NodeKey.objects.filter(authority=grant.authority).exclude(pk__in=held)
    for node in rows.select_related("authority", "above__authority"):
        try:
            pair = ring.pair_of(str(node))
        except NotOpened:
            raise _out_of_reach(grant) from None
        hand(grant.account, node, pair, public=bytes(key.public), profile=key.profile, grant_id=grant.pk, by=by, at=at)


def take_back(grant: Grant, *, at: datetime) -> int:
    """Delete the keys handed over for a role that ends, and renew those of its authority; how many were deleted."""
    taken, _ = KeyGrant.objects.filter(grant=grant).delete()
    if taken:
        renew_keys(grant.authority, at=at)
    return taken


@action("access.key.take_back", label="收回到期密钥", permission=None)
def take_back_ended(*, by: Account | None, at: datetime) -> int:
    """Keys of grants that ran out by their own date; how many grants. Checks nothing of the actor: the date alone decides."""
    ended = Grant.objects.filter(until_on__lte=timezone.localdate(at), key_grants__isnull=False).distinct()
    return sum(1 for grant in ended.select_related("authority__parent") if take_back(grant, at=at))


def _runs(grant: Grant, at: datetime) -> bool:
    today = timezone.localdate(at)
    return grant.from_on <= today and (grant.until_on is None or grant.until_on > today)


def _out_of_reach(grant: Grant) -> Refused:
    return Refused(
        text(WHAT),
        why=text("您没有打开“{authority}”的密钥", authority=grant.authority.name),
        remedy=text("由该主体或者其上级的密钥持有人交接；都没有的，用两份恢复份额办理"),
    )
