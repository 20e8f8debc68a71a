"""Node keys: the recovery key in three shares, a key for every authority, a new version of it. Needs no private key."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.core.agreement import Pair
from quanheng.access.core.key_tree import RECOVERY, new_node
from quanheng.access.core.profiles import PROFILES
from quanheng.access.core.sealed_box import seal
from quanheng.access.core.shares import Share, split
from quanheng.access.models import Account, Authority, KeyGrant, NodeKey
from quanheng.access.permissions.rights import authority_line
from quanheng.access.queries.keys import grant_context
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

NEEDED, SHARES = 2, 3
_LOCK = 0x51_48_4B  # one maker of node keys at a time: two would make two first versions


@action("access.key.found", label="建立恢复密钥", permission=None, keeps=("profile",))
def found_keys(*, by: Account | None, at: datetime, profile: str = "intl") -> list[Share]:
    """The recovery key, told once as three shares of which two are needed; checks itself that there is none yet."""
    if profile not in PROFILES:
        raise Refused(text("建立恢复密钥"), why=text("没有“{profile}”这一算法套件", profile=profile), remedy=text("采用 intl 或者 gm"))
    if NodeKey.objects.filter(authority__isnull=True).exists():
        raise Refused(text("建立恢复密钥"), why=text("已建立恢复密钥"), remedy=text("份额遗失的，用其余两份恢复后更换"))
    node, pair = new_node(PROFILES[profile], RECOVERY, above=None)
    NodeKey.objects.create(version=1, profile=profile, public=node.public, made_at=at)
    return split(pair.private, needed=NEEDED, made=SHARES)


def node_of(authority: Authority, *, at: datetime) -> NodeKey:
    """The present key of an authority; made, with those above that are missing, when there is none yet."""
    line = authority_line(authority)
    present = _present(line)
    if authority.path not in present:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        present = _present(line)
        above = _recovery()
        for each in Authority.objects.filter(path__in=line).order_by("path"):
            above = present.get(each.path) or new_version(each, above=above, at=at)[0]
            present[each.path] = above
    return present[authority.path]


def new_version(authority: Authority, *, above: NodeKey, at: datetime) -> tuple[NodeKey, Pair]:
    """One version more of the key of an authority; what was sealed to those before stays sealed to them."""
    last = NodeKey.objects.filter(authority=authority).order_by("-version").first()
    version = last.version + 1 if last else 1
    node, pair = new_node(PROFILES[above.profile], f"{authority.code}@{version}", above=above.node)
    made = NodeKey.objects.create(
        authority=authority, version=version, profile=above.profile, public=node.public, above=above, sealed=node.sealed,
        made_at=at,
    )  # fmt: skip
    return made, pair


def renew_keys(authority: Authority, *, at: datetime) -> list[NodeKey]:
    """A new version of the keys of an authority and all below it, handed at once to all who hold the present ones.

    Whoever held a key and holds it no more reads nothing that is written from now on.
    """
    present: dict[int | None, NodeKey] = {}
    if authority.parent is not None:
        present[authority.parent_id] = node_of(authority.parent, at=at)
    made = []
    for each in Authority.objects.filter(path__startswith=authority.path, keys__isnull=False).distinct().order_by("path"):
        key, pair = new_version(each, above=present.get(each.parent_id) or _recovery(), at=at)
        _hand_to_holders(each, key, pair, at=at)
        present[each.pk] = key
        made.append(key)
    return made


def hand(account: Account, node: NodeKey, pair: Pair, *, public: bytes, profile: str, grant_id: int, by: Account | None, at: datetime) -> KeyGrant:
    """Seal the private key of a node to an account."""
    sealed = seal(PROFILES[profile], public, pair.private, context=grant_context(account, str(node)))
    return KeyGrant.objects.create(account=account, node=node, grant_id=grant_id, sealed=sealed, given_by=by, given_at=at)


def _hand_to_holders(authority: Authority, node: NodeKey, pair: Pair, *, at: datetime) -> None:
    running = Q(grant__until_on__isnull=True) | Q(grant__until_on__gt=timezone.localdate(at))
    holders: Iterable[KeyGrant] = (
        KeyGrant.objects.filter(running, node__authority=authority, account__account_key__isnull=False)
        .order_by("account_id", "grant_id", "-node__version").distinct("account_id", "grant_id")
        .select_related("account__account_key")
    )  # fmt: skip
    for held in holders:
        key = held.account.account_key
        hand(
            held.account, node, pair, public=bytes(key.public), profile=key.profile, grant_id=held.grant_id,
            by=held.given_by, at=at,
        )  # fmt: skip


def _present(line: list[str]) -> dict[str, NodeKey]:
    """The newest key of each authority on a line, by its path."""
    rows = NodeKey.objects.filter(authority__path__in=line).select_related("authority", "above__authority")
    return {row.authority.path: row for row in rows.order_by("version") if row.authority}


def _recovery() -> NodeKey:
    found = NodeKey.objects.filter(authority__isnull=True).order_by("-version").first()
    if found is None:
        raise Refused(
            text("加密保存"), why=text("本系统尚未建立恢复密钥，涉密内容不能保存"), remedy=text("由系统管理员在服务器上运行 quanheng keys found")
        )
    return found
