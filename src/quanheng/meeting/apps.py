"""Django's entry for the meeting room."""

from django.apps import AppConfig

from quanheng.kernel.texts import Text
from quanheng.registry.core.erasing import DUTIES, Duty


class MeetingConfig(AppConfig):
    """会议。"""

    name = "quanheng.meeting"
    label = "meeting"

    def ready(self) -> None:
        from quanheng.meeting.queries.persons import count_items  # noqa: PLC0415  models exist only now

        DUTIES.append(Duty("会议议题", Text("党委会议的讨论和表决记录须保存"), count_items))
