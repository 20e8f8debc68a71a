"""Changes of keys that take two people: the security administrator asks, a holder of the key carries out or declines."""

from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from quanheng.access.actions.action import action
from quanheng.access.actions.node_keys import node_of, renew_keys
from quanheng.access.actions.scope import as_system
from quanheng.access.core.key_tree import Ring, sealed_below
from quanheng.access.core.profiles import PROFILES, NotOpened
from quanheng.access.models import Account, Authority, KeyOrder, NodeKey
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "办理密钥事项"
ASK = "提出密钥事项"


@action("access.key_order.ask", label=ASK, permission="access.grants", keeps=("kind", "authority", "parent", "reason"))
def ask_key_order(
    *, by: Account, at: datetime, kind: str, authority: Authority, reason: str, parent: Authority | None = None
) -> KeyOrder:
    """Ask for new keys of an authority, or to put it under another. Nothing happens until a second person carries it out."""
    if (kind == "move") != (parent is not None) or kind not in dict(KeyOrder.KINDS):
        raise Refused(text(ASK), why=text("调整上级须写明新的上级，更换密钥不写"))
    if parent is not None:
        _check_move(authority, parent, what=ASK)
    if not reason.strip():
        raise Refused(text(ASK), why=text("没有写明理由"), remedy=text("写明依据的文件或者情况"))
    return KeyOrder.objects.create(
        kind=kind, authority=authority, parent=parent, reason=reason.strip()[:200], asked_by=by, asked_at=at
    )


@action(
    "access.key_order.do", label=WHAT, permission="registry.sensitive",
    of=lambda given: given["order"].authority.path, keeps=("order",),
    also=lambda given: {"kind": given["order"].kind, "authority": given["order"].authority.code},
)  # fmt: skip
def do_key_order(*, by: Account, at: datetime, order: KeyOrder, ring: Ring | None) -> KeyOrder:
    """Carry it out; refused to who asked, and when the keys needed are not open."""
    held = _open_order(order, by)
    if held.kind == "move" and held.parent is not None:
        _move(held.authority, held.parent, ring=ring, at=at)
    held.authority.refresh_from_db()
    renew_keys(held.authority, at=at)
    return _close(held, by=by, at=at)


@action(
    "access.key_order.decline", label="不同意密钥事项", permission="registry.sensitive",
    of=lambda given: given["order"].authority.path, keeps=("order",),
)  # fmt: skip
def decline_key_order(*, by: Account, at: datetime, order: KeyOrder) -> KeyOrder:
    """Close it undone."""
    held = _open_order(order, by)
    held.is_refused = True
    return _close(held, by=by, at=at)


def _open_order(order: KeyOrder, by: Account) -> KeyOrder:
    held = KeyOrder.objects.select_for_update(of=("self",)).select_related("authority__parent", "parent").get(pk=order.pk)
    if held.done_by_id is not None:
        raise Refused(text(WHAT), why=text("该事项已经办结"))
    if held.asked_by_id == by.pk:
        raise Refused(text(WHAT), why=text("提出人不得办理自己提出的事项"), remedy=text("由另一人办理"))
    return held


def _close(order: KeyOrder, *, by: Account, at: datetime) -> KeyOrder:
    order.done_by, order.done_at = by, at
    order.save(update_fields=["done_by", "done_at", "is_refused"])
    return order


def _check_move(authority: Authority, parent: Authority, *, what: str) -> None:
    if authority.parent_id is None or parent.path.startswith(authority.path) or parent.pk == authority.parent_id:
        raise Refused(text(what), why=text("不能调整到本身、其下级或者现在的上级之下"))
    if Authority.objects.filter(path=f"{parent.path}{_last(authority)}/").exists():
        raise Refused(text(what), why=text("新的上级之下已有同名代码的主体"))


def _move(authority: Authority, parent: Authority, *, ring: Ring | None, at: datetime) -> None:
    """Seal every version of the key to the new parent instead of the old, then move the whole branch."""
    _check_move(authority, parent, what=WHAT)
    above = node_of(parent, at=at)
    node_of(authority, at=at)
    rows = list(NodeKey.objects.filter(authority=authority).select_related("authority", "above__authority"))
    for row in rows:
        try:
            pair = ring.pair_of(str(row)) if ring else None
        except NotOpened:
            pair = None
        if pair is None:
            raise Refused(text(WHAT), why=text("您没有打开“{authority}”的密钥", authority=authority.name), remedy=text("由该主体或者其上级的密钥持有人办理"))
        row.above, row.sealed = above, sealed_below(PROFILES[row.profile], pair, name=str(row), above=above.node)
    NodeKey.objects.bulk_update(rows, ["above", "sealed"])
    with as_system():  # the tree is the security administrator's, who asked for this
        _rename(authority, parent)


def _rename(authority: Authority, parent: Authority) -> None:
    old, new = authority.path, f"{parent.path}{_last(authority)}/"
    Authority.objects.filter(pk=authority.pk).update(parent=parent)
    Authority.objects.filter(path__startswith=old).update(path=Concat(Value(new), Substr(F("path"), len(old) + 1)))


def _last(authority: Authority) -> str:
    return authority.path.rstrip("/").rsplit("/", 1)[-1]
