"""A change of somebody's second factors, on record."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account


@action("access.account.change_factor", label="变更第二因素", permission=None, keeps=("added", "removed"))
def record_factor(*, by: Account, at: datetime, added: list[str], removed: list[str]) -> Account:
    """On record only: one's own factors, changed by the package's own pages, which checked who it is."""
    return by
