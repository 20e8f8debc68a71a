"""Django's entry for the access room."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

from quanheng.kernel.upkeep import CHECKS, HEADS


class AccessConfig(AppConfig):
    """权限。"""

    name = "quanheng.access"
    label = "access"

    def ready(self) -> None:
        from quanheng.access.actions import key_hooks, password_hooks  # noqa: PLC0415  their models are loaded only now
        from quanheng.access.actions.session_start import begun  # noqa: PLC0415  its models are loaded only now
        from quanheng.access.queries.upkeep import JOURNAL_CHECK, JOURNAL_HEAD  # noqa: PLC0415  models exist only now

        password_hooks.VERIFIED.append(key_hooks.open_at_sign_in)
        password_hooks.CHANGED.append(key_hooks.relock_at_change)
        CHECKS.append(JOURNAL_CHECK)
        HEADS.append(JOURNAL_HEAD)
        user_logged_in.connect(begun)
