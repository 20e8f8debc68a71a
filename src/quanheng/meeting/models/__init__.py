"""Tables of the meeting room."""

from quanheng.meeting.models.body import Body, BodyMember
from quanheng.meeting.models.item import Expression, Item, Recusal
from quanheng.meeting.models.meeting import Meeting, RollEntry

__all__ = ["Body", "BodyMember", "Expression", "Item", "Meeting", "Recusal", "RollEntry"]
