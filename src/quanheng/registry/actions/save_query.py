"""Keep a query under a name, for oneself or shared with an authority; the same name of the same person is kept anew."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.query import read_query, write_query
from quanheng.registry.core.query_fields import categories
from quanheng.registry.core.query_values import asked
from quanheng.registry.models import SavedQuery

WHAT = "保存查询"


@action("registry.save_query", label=WHAT, permission="registry.view", keeps=("name", "conditions"))
def save_query(
    *,
    by: Account,
    at: datetime,
    name: str,
    conditions: str,
    shared_with: Authority | None = None,
    rows: str = "",
    columns: str = "",
) -> SavedQuery:
    """A query that could not be run is refused, and so is sharing with an authority one does not hold.

    With `rows` (and `columns`), names of categories, a statistical table is kept: it may be of everybody.
    """
    name, noun = name.strip(), "tables" if rows else "people"
    query = read_query(conditions)
    wrong = asked(query)[1]
    if rows:
        _check_table(by, name, rows, columns)
    if not name or not (query.conditions or rows) or query.unread:
        raise Refused(
            text(WHAT), why=text("没有写名称，或者没有条件"), remedy=text("写明名称，并至少设一个条件")
        )
    if wrong:
        raise next(iter(wrong.values()))
    require_hold(by, at, shared_with)
    kept, _ = SavedQuery.objects.update_or_create(
        owner=by,
        name=name[:80],
        defaults={
            "conditions": write_query(query, [(key, value) for key, value in (("rows", rows), ("columns", columns)) if value]),
            "shared_with": shared_with,
            "saved_at": at,
            "noun": noun,
        },
    )
    return kept


def _check_table(by: Account, name: str, rows: str, columns: str) -> None:
    """Categories that exist, under a name that is not a query's."""
    if not {rows, columns or rows} <= categories().keys():
        raise Refused(text(WHAT), why=text("没有这样的分类项"), remedy=text("在统计表页面选择行和列"))
    if SavedQuery.objects.filter(owner=by, name=name[:80]).exclude(noun="tables").exists():
        raise Refused(
            text(WHAT), why=text("您的常用查询中已有“{name}”", name=name), remedy=text("换一个名称")
        )


def require_hold(by: Account, at: datetime, shared_with: Authority | None) -> None:
    """Sharing reaches only as far as one's own right to view."""
    on = timezone.localdate(at)
    if shared_with is not None and not rights_of(by, on=on).may("registry.view", shared_with.path):
        raise Refused(
            text(WHAT),
            why=text("{name}不在您的管理权限内", name=shared_with.name),
            remedy=text("共享给本人管理权限内的主体"),
        )
