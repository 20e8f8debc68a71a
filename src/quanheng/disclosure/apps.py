"""Django's entry for the disclosure room."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """公示。"""

    name = "quanheng.disclosure"
    label = "disclosure"
