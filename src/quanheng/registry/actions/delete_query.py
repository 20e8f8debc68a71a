"""Do away with a saved query. Only its owner may; what it found stays where it was."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import SavedQuery

WHAT = "删除查询"


@action(
    "registry.delete_query",
    label=WHAT,
    permission="registry.view",
    also=lambda given: {"name": given["query"].name, "conditions": given["query"].conditions},
)
def delete_query(*, by: Account, at: datetime, query: SavedQuery) -> None:
    """Refused for a query of somebody else."""
    if query.owner_id != by.pk:
        raise Refused(
            text(WHAT), why=text("这个查询是{name}保存的", name=query.owner.name), remedy=text("请保存人删除")
        )
    query.delete()
