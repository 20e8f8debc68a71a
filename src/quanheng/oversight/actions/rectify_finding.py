"""Record what was done about a finding of an audit (登记整改)."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.oversight.models import AuditFinding

_LABEL = "登记整改"
_CITES = ("《干部选拔任用工作监督检查和责任追究办法》",)


@action(
    "oversight.audit_finding.rectify",
    label=_LABEL,
    permission="oversight.audit",
    of=lambda given: given["finding"].audit.authority.path,
    cites=_CITES,
    keeps=("finding",),
)
def rectify_finding(*, by: Account, at: datetime, finding: AuditFinding, note: str) -> AuditFinding:
    """`note` says what was put right, or what the papers showed where the record told nothing; refused empty, and twice."""
    found = AuditFinding.objects.select_for_update().get(pk=finding.pk)
    if not note.strip():
        raise Refused(
            text(_LABEL),
            why=text("没有写明整改情况"),
            cites=_CITES,
            remedy=text("写明如何整改，或查阅材料后的核实情况"),
        )
    if found.state == "rectified":
        raise Refused(
            text(_LABEL), why=text("该问题已登记整改"), remedy=text("不必重复登记")
        )
    found.state, found.note, found.rectified_by, found.rectified_at = "rectified", note.strip(), by, at
    keep_sealed(found, at=at)
    return found
