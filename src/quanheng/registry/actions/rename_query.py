"""Give a saved query another name or share it differently. Only its owner may."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.save_query import require_hold
from quanheng.registry.models import SavedQuery

WHAT = "更名或共享查询"


@action("registry.rename_query", label=WHAT, permission="registry.view", keeps=("name",))
def rename_query(
    *, by: Account, at: datetime, query: SavedQuery, name: str, shared_with: Authority | None = None
) -> SavedQuery:
    """Refused for a query of somebody else, for no name, and for a name that another of one's queries has."""
    name = name.strip()[:80]
    if query.owner_id != by.pk:
        raise Refused(
            text(WHAT),
            why=text("这个查询是{name}保存的", name=query.owner.name),
            remedy=text("另存为自己的查询"),
        )
    if not name or SavedQuery.objects.filter(owner=by, name=name).exclude(pk=query.pk).exists():
        raise Refused(text(WHAT), why=text("没有写名称，或者已有同名的查询"), remedy=text("换一个名称"))
    require_hold(by, at, shared_with)
    query.name, query.shared_with = name, shared_with
    query.save(update_fields=["name", "shared_with"])
    return query
