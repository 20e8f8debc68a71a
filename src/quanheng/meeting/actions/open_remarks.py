"""Open what the members remarked beside their votes on an item, for a stated purpose; the journal keeps who, what and why."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.meeting.models import Item
from quanheng.registry.actions.open_sensitive import require_purpose

WHAT = "查阅表态说明"


@action(
    "meeting.item.open_remarks",
    label=WHAT,
    permission="meeting.view",
    of=lambda given: given["item"].meeting.body.authority.path,
    keeps=("purpose",),
)
def open_remarks(*, by: Account, at: datetime, item: Item, purpose: str) -> Item:
    """Nothing changes but the journal. Refused without a purpose, and to whoever the item is about or who stepped aside."""
    require_purpose(purpose, what=WHAT)
    if by.person_key == item.person_id or item.recusals.filter(member__account=by).exists():
        raise Refused(
            text(WHAT), why=text("议题涉及您本人，或者您在讨论时已回避"), remedy=text("由其他有权限的人查阅")
        )
    return item
