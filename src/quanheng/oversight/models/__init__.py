"""Tables of the oversight room."""

from quanheng.oversight.models.audit import Audit, AuditFinding

__all__ = ["Audit", "AuditFinding"]
