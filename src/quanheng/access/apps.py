"""Django's entry for the access room."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccessConfig(AppConfig):
    """权限。"""

    name = "quanheng.access"
    label = "access"

    def ready(self) -> None:
        from quanheng.access.actions.session_start import begun  # noqa: PLC0415  its models are loaded only now

        user_logged_in.connect(begun)
