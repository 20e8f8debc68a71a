"""Enter a post into the register of key posts under one kind, with what the finding rests on."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import KeyPost
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Post

WHAT = "列入关键岗位"


@action(
    "establishment.key_post.enter",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["post"].organisation.authority.path,
    keeps=("post", "kind", "from_on", "months_at_most"),
)
def enter_key_post(
    *,
    by: Account,
    at: datetime,
    post: Post,
    kind: str,
    basis: str,
    from_on: date,
    months_at_most: int | None = None,
) -> KeyPost:
    """Refuses a post that stands in the register under the kind already, and an entry without a basis.

    `months_at_most` is the local figure after which the holder ought to rotate; it advises and binds nobody.
    """
    seat = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if not basis.strip():
        raise Refused(text(WHAT), why=text("没有认定依据"), remedy=text("写明认定的文件或会议"))
    known = KeyPost.objects.filter(post=seat, kind=kind, until_on__isnull=True).first()
    if known is not None:
        raise Refused(
            text(WHAT),
            why=text(
                "{post}自{since}起已列为关键岗位（{kind}）",
                post=str(seat), since=known.from_on, kind=text(known.get_kind_display()),
            ),
            remedy=text("先前的登记已保留，不必再次登记"),
        )  # fmt: skip
    return KeyPost.objects.create(
        post=seat, kind=kind, basis=basis.strip(), from_on=from_on, months_at_most=months_at_most
    )
