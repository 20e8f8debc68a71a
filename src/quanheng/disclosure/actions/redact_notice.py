"""Cover a passage or an item of a notice that hangs, where it shows more of a person than it should."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.core.chain import moment
from quanheng.access.models import Account
from quanheng.disclosure.core.redaction import checked_redaction
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.notices import notice_state
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text


@action(
    "disclosure.notice.redact",
    label="遮盖公示内容",
    permission="disclosure.publish",
    of=lambda given: given["notice"].case.authority.path,
    keeps=("notice", "item", "reason"),
)
def redact_notice(
    *, by: Account, at: datetime, notice: PublicNotice, item: str, passage: str = "", reason: str
) -> PublicNotice:
    """From now on the public sees it covered. What was published stays as it was, for the file of the case.

    Refused after the period (then the public sees nothing personal anyway), without a reason, and for required items.
    """
    found = (
        PublicNotice.objects.select_for_update(of=("self",))
        .select_related("case__authority")
        .get(pk=notice.pk)
    )
    if notice_state(found, at=at).phase == "over":
        raise Refused(
            Text("遮盖公示内容"), why=Text("公示期已满，公众已看不到个人信息"), remedy=Text("不必办理")
        )
    if not reason.strip():
        raise Refused(Text("遮盖公示内容"), why=Text("没有写明理由"), remedy=Text("写明为何不宜公开"))
    checked_redaction(found.profile, item, passage.strip())
    covered = {
        "item": item,
        "passage": passage.strip(),
        "reason": reason.strip(),
        "at": moment(at),
        "by": by.name,
    }
    found.redactions = [*found.redactions, covered]
    found.save(update_fields=["redactions"])
    return found
