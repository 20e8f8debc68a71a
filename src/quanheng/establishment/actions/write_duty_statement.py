"""Write the duty statement of a post: a new text is a new version from its day; the former one ends and stays."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import DutyStatement
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Post

WHAT = "审定职责说明"


@action(
    "establishment.duty_statement.write",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["post"].organisation.authority.path,
    keeps=("post", "from_on"),
)
def write_duty_statement(
    *,
    by: Account,
    at: datetime,
    post: Post,
    duties: str,
    from_on: date,
    requirements: str = "",
    approved_by: str = "",
) -> DutyStatement:
    """Refuses an empty text, the same text once more, and a day not after the one now in force began."""
    seat = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    said = duties.strip(), requirements.strip()
    if not said[0]:
        raise Refused(text(WHAT), why=text("没有岗位职责"), remedy=text("逐条写明岗位职责"))
    now = DutyStatement.objects.filter(post=seat).order_by("-from_on").first()
    if now is not None:
        _check(now, said, from_on)
        if now.until_on is None:
            now.until_on = from_on
            now.save(update_fields=["until_on"])
    return DutyStatement.objects.create(
        post=seat, duties=said[0], requirements=said[1], approved_by=approved_by.strip(), from_on=from_on
    )


def _check(now: DutyStatement, said: tuple[str, str], from_on: date) -> None:
    if (now.duties, now.requirements) == said and now.until_on is None:
        raise Refused(
            text(WHAT),
            why=text("与自{since}起的职责说明完全相同", since=now.from_on),
            remedy=text("现行的职责说明已保留，不必再次登记"),
        )
    if from_on <= now.from_on:
        raise Refused(
            text(WHAT),
            why=text("生效日期{day}不晚于现行职责说明的{since}", day=from_on, since=now.from_on),
            remedy=text("新的职责说明须自更晚的日期起生效"),
        )
