"""Data keys sealed to an earlier version of their owner's key, sealed to the present one (lazily, after a rotation)."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.node_keys import node_of
from quanheng.access.core.key_tree import Ring, seal_data_key
from quanheng.access.core.profiles import PROFILES
from quanheng.access.models import Account, Authority, DataKey
from quanheng.access.queries.keys import data_key

BATCH = 2_000


@action(
    "access.data_key.reseal", label="重封数据密钥", permission="registry.sensitive",
    of=lambda given: given["authority"].path, keeps=("authority",),
)  # fmt: skip
def reseal_data_keys(*, by: Account, at: datetime, authority: Authority, ring: Ring, most: int = 100_000) -> int:
    """How many were sealed anew; those the ring does not open stay as they are. The words themselves are not touched."""
    node = node_of(authority, at=at)
    profile, present = PROFILES[node.profile], node.node
    behind = DataKey.objects.filter(owner=authority).exclude(node=node).select_related("node__authority").order_by("pk")
    done, last = 0, 0
    while rows := list(behind.filter(pk__gt=last)[: min(BATCH, most - done)]):
        last = rows[-1].pk
        opened = [(row, key) for row in rows if (key := data_key(ring, row))]
        for row, key in opened:
            row.node = node
            row.sealed = seal_data_key(profile, present, key, record=row.record, version=row.version)
        DataKey.objects.bulk_update([row for row, _ in opened], ["node", "sealed"])
        done += len(opened)
    return done
