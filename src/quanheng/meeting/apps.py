"""Django's entry for the meeting room."""

from django.apps import AppConfig


class MeetingConfig(AppConfig):
    """会议。"""

    name = "quanheng.meeting"
    label = "meeting"
