"""What the journal offers to those who keep the house running: where it ends, and whether its chain holds."""

from datetime import datetime

from quanheng.access.models import JournalEntry
from quanheng.access.queries.journal import first_broken
from quanheng.kernel.texts import Text, text
from quanheng.kernel.upkeep import Check, Head, Sign
from quanheng.kernel.verdicts import Light


def journal_head(using: str) -> str:
    """Number and digest of the newest line."""
    rows = JournalEntry.objects.using(using).order_by("-number").values_list("number", "digest")
    return "{}:{}".format(*(rows.first() or (0, "")))


def chain(at: datetime) -> Sign:
    """Walk the whole chain."""
    broken = first_broken()
    if broken is not None:
        remedy = Text("停止使用，保全数据库和日志，报安全审计员；与另存的摘要、见证比对")
        return Sign(Light.FORBIDDEN, text("第{number}条不衔接或已被改动", number=broken), remedy)
    return Sign(Light.PASSED, text("{count}条条条相扣", count=JournalEntry.objects.count()))


JOURNAL_HEAD = Head("journal", journal_head)
JOURNAL_CHECK = Check("journal", "日志链", chain, is_slow=True)
