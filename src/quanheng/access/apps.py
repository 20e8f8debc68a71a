"""Django's entry for the access room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """权限。"""

    name = "quanheng.access"
    label = "access"
