"""Open what was done about a finding, for a stated purpose; the journal keeps who, what and why."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.oversight.models import AuditFinding
from quanheng.registry.actions.open_sensitive import require_purpose

WHAT = "查阅整改说明"


@action(
    "oversight.audit_finding.open_rectification",
    label=WHAT,
    permission="oversight.audit",
    of=lambda given: given["finding"].audit.authority.path,
    keeps=("purpose",),
)
def open_rectification(*, by: Account, at: datetime, finding: AuditFinding, purpose: str) -> AuditFinding:
    """Nothing changes but the journal. A purpose of fewer than four characters is refused."""
    require_purpose(purpose, what=WHAT)
    return finding
