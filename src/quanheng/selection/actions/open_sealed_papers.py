"""Open what a case keeps sealed, for a stated purpose; the journal keeps who, what and why."""

from datetime import datetime

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.models import Case
from quanheng.registry.actions.open_sensitive import require_purpose
from quanheng.selection.queries.sealed_papers import stands_aside

WHAT = "查阅涉密材料"


@action(
    "selection.case.open_sealed",
    label=WHAT,
    permission="access.keys",
    of=lambda given: given["case"].authority.path,
    keeps=("purpose",),
)
def open_sealed_papers(*, by: Account, at: datetime, case: Case, purpose: str) -> Case:
    """Nothing changes but the journal. Refused without a purpose, and to the case's own people and whoever stepped aside."""
    require(by, "selection.view", path=case.authority.path, at=at, what=WHAT)
    require_purpose(purpose, what=WHAT)
    if stands_aside(by, case):
        raise Refused(
            text(WHAT), why=text("您是本案人选，或者在讨论本案时已回避"), remedy=text("由其他有权限的人查阅")
        )
    return case
