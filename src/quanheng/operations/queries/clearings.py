"""What operations itself clears away: sessions that ended, log files past their time. The journal is never cleared."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session

from quanheng.kernel.upkeep import Clearing


def ended_sessions(before: datetime) -> int:
    return int(Session.objects.filter(expire_date__lt=before).delete()[0])


def old_logs(before: datetime) -> int:
    """Files of days that were over before then."""
    gone = [
        path
        for path in Path(settings.LOGS).glob("????-??-??.jsonl")
        if date.fromisoformat(path.stem) < before.date()
    ]
    for path in gone:
        path.unlink()
    return len(gone)


def offered() -> list[Clearing]:
    """ValueError when the installation keeps its logs for too short a time."""
    return [
        Clearing("sessions", "已结束的会话", days=1, clear=ended_sessions),
        Clearing("logs", "运行日志", days=settings.LOG_DAYS, clear=old_logs, is_audit=True),
    ]
