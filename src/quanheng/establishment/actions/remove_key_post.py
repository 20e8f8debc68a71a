"""Take a post out of the register of key posts, with the reason; the entry stays on record with its end."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import KeyPost
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "移出关键岗位"


@action(
    "establishment.key_post.remove",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["key_post"].post.organisation.authority.path,
    keeps=("key_post", "until_on"),
)
def remove_key_post(*, by: Account, at: datetime, key_post: KeyPost, until_on: date, reason: str) -> KeyPost:
    """Refuses an entry that has ended, a day not after its beginning, and a removal without a reason."""
    row = (
        KeyPost.objects.select_for_update(of=("self",))
        .select_related("post__organisation")
        .get(pk=key_post.pk)
    )
    if row.until_on is not None:
        raise Refused(
            text(WHAT),
            why=text("{post}已于{day}移出", post=str(row.post), day=row.until_on),
            remedy=text("先前的办理已保留，不必再次办理"),
        )
    if until_on <= row.from_on:
        raise Refused(
            text(WHAT),
            why=text("移出日期{day}不晚于列入日期{since}", day=until_on, since=row.from_on),
            remedy=text("更正移出日期"),
        )
    if not reason.strip():
        raise Refused(text(WHAT), why=text("没有移出原因"), remedy=text("写明移出的原因"))
    row.until_on, row.removal_reason = until_on, reason.strip()
    row.save(update_fields=["until_on", "removal_reason"])
    return row
