"""Put a matter on the agenda: one person for one post."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import Item, Meeting
from quanheng.meeting.queries.agenda import bars
from quanheng.meeting.queries.session import not_closed
from quanheng.procedure.models import Case
from quanheng.registry.models import Person, Post

_WHAT = Text("列入会议议题")


@action(
    "meeting.item.add",
    label="列入会议议题",
    permission="meeting.run",
    of=lambda given: given["meeting"].body.authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第三十六条",),
    keeps=("meeting", "case"),
)
def add_item(
    *,
    by: Account,
    at: datetime,
    meeting: Meeting,
    person: Person,
    post: Post,
    case: Case | None = None,
    title: str = "",
) -> Item:
    """The next item of the agenda, before or during the meeting.

    Refused for a person out of sight, and for a matter that may not come to a meeting, that stands on an open agenda already, or that has been
    decided (then it is reopened, not put again); a deferred matter may be put again.
    """
    found = not_closed(meeting, what=_WHAT)
    person = Person.objects.get(pk=person.pk)  # who reads an agenda meets its people: nobody puts on it whom they do not see
    _new(found, person, post)
    if case:
        _allowed(case, person, timezone.localtime(at))
    return Item.objects.create(
        meeting=found,
        number=found.items.count() + 1,
        title=title or f"{person.name}拟任{post}",
        case=case,
        person=person,
        post=post,
    )


def _new(meeting: Meeting, person: Person, post: Post) -> None:
    same = Item.objects.filter(meeting__body=meeting.body, person=person, post=post).exclude(state="deferred")
    earlier = same.select_related("meeting").order_by("-pk").first()
    if earlier is None:
        return
    if earlier.state == "open" and not earlier.meeting.closed_at:
        raise Refused(
            _WHAT,
            why=text(
                "“{title}”已是“{meeting}”第{number}项议题",
                title=earlier.title,
                meeting=earlier.meeting,
                number=earlier.number,
            ),
            remedy=Text("不必重复列入"),
        )
    if earlier.decided_at:
        raise Refused(
            _WHAT,
            why=text(
                "“{title}”已由“{meeting}”作出决定：{result}",
                title=earlier.title,
                meeting=earlier.meeting,
                result=Text(earlier.get_state_display()),
            ),
            remedy=Text("确需复议的，须经会议主体超过半数成员同意"),
        )


def _allowed(case: Case, person: Person, at: datetime) -> None:
    found = bars(case, person, on=at.date())
    if found:
        raise Refused(
            _WHAT,
            why=text("有不得提交会议讨论的情形：{reasons}", reasons="；".join(str(bar.why) for bar in found)),
            cites=tuple(dict.fromkeys(cite for bar in found for cite in bar.cites)),
            remedy=Text("查清、办结以上情形后再列入议题"),
        )
