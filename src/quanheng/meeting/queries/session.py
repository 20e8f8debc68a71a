"""For acts: the meeting and the item, locked, and refused when the meeting is not sitting or the item is settled."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.core.count import Tally
from quanheng.meeting.models import BodyMember, Item, Meeting
from quanheng.regulation.core.library import Library
from quanheng.regulation.queries.adoptions import law_for


def law_of(item: Item, day: date) -> Library:
    """The law that binds the body: national, with what its authority has adopted."""
    return law_for(item.meeting.body.authority.path, on=day)


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it stands now; a second act on it waits for the first."""
    return (
        Meeting.objects.select_for_update(of=("self",)).select_related("body__authority").get(pk=meeting.pk)
    )


def not_closed(meeting: Meeting, *, what: Text) -> Meeting:
    """The locked meeting; refused once it is closed."""
    found = locked(meeting)
    if found.closed_at:
        raise Refused(
            what,
            why=text("会议已于{at}散会", at=_minute(found.closed_at)),
            remedy=text("须由会议主体另行召集会议"),
        )
    return found


def in_session(meeting: Meeting, *, what: Text) -> Meeting:
    """The locked meeting; refused before the roll is called and after it is closed."""
    found = not_closed(meeting, what=what)
    if not found.opened_at:
        raise Refused(what, why=text("会议尚未点名"), remedy=text("先点名，登记全体成员到会情况"))
    return found


def undecided(item: Item, *, what: Text) -> Item:
    """The locked item of a sitting meeting; refused once it is decided."""
    meeting = in_session(item.meeting, what=what)
    found = (
        Item.objects.select_for_update(of=("self",)).select_related("person", "post", "case").get(pk=item.pk)
    )
    found.meeting = meeting
    if found.decided_at:
        raise Refused(
            what,
            why=text(
                "本议题已于{at}作出决定：{result}，不再更改",
                at=_minute(found.decided_at),
                result=Text(found.get_state_display()),
            ),
            remedy=text("确需复议的，须经会议主体超过半数成员同意"),
        )
    return found


def voters(item: Item) -> list[BodyMember]:
    """The members who are present and have not stepped aside, in seating order."""
    aside = item.recusals.values("member_id")
    entries = (
        item.meeting.roll.filter(is_present=True)
        .exclude(member_id__in=aside)
        .select_related("member__account")
    )
    return [entry.member for entry in entries]


def tally(item: Item) -> Tally:
    """The figures of an item as they stand."""
    roll = list(item.meeting.roll.values_list("member_id", "is_present"))
    stances = list(item.expressions.values_list("stance", flat=True))
    return Tally(
        should=len(roll),
        present=sum(is_present for _, is_present in roll),
        recused=item.recusals.count(),
        agree=stances.count("agree"),
        disagree=stances.count("disagree"),
        defer=stances.count("defer"),
        keeps_recused=item.meeting.body.keeps_recused,
    )


def _minute(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
