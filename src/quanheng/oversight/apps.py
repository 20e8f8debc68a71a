"""Django's entry for the oversight room."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """监督检查。"""

    name = "quanheng.oversight"
    label = "oversight"
