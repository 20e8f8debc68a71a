"""Open what a file keeps masked (identity number, family), for a stated purpose; the journal keeps who, what and why."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Person

WHAT = "查阅敏感信息"
LONG_ENOUGH = 4


@action(
    "registry.open_sensitive",
    label=WHAT,
    permission="registry.sensitive",
    of=lambda given: given["person"].authority.path,
    keeps=("purpose",),
)
def open_sensitive(*, by: Account, at: datetime, person: Person, purpose: str) -> Person:
    """Nothing changes but the journal. A purpose of fewer than four characters is refused."""
    require_purpose(purpose, what=WHAT)
    return person


def require_purpose(purpose: str, *, what: str) -> None:
    """The same for whatever is opened: one does not look without saying for which work."""
    if len(purpose.strip()) < LONG_ENOUGH:
        raise Refused(
            text(what),
            why=text("没有写明查阅用途"),
            remedy=text("写明为哪项工作查阅，至少{n}个字", n=LONG_ENOUGH),
        )
