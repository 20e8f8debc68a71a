"""Django's entry for the regulation room."""

from django.apps import AppConfig


class RegulationConfig(AppConfig):
    """法规。"""

    name = "quanheng.regulation"
    label = "regulation"
