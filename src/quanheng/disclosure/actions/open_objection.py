"""Open what somebody reported, for a stated purpose; the journal keeps who, what and why."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.disclosure.models import Objection
from quanheng.registry.actions.open_sensitive import require_purpose

WHAT = "查阅反映内容"


@action(
    "disclosure.objection.open",
    label=WHAT,
    permission="disclosure.check",
    of=lambda given: given["objection"].notice.case.authority.path,
    keeps=("purpose",),
)
def open_objection(*, by: Account, at: datetime, objection: Objection, purpose: str) -> Objection:
    """Nothing changes but the journal. A purpose of fewer than four characters is refused."""
    require_purpose(purpose, what=WHAT)
    return objection
